package tsunagu.city;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Actor;
import tsunagu.shared.Areas;
import tsunagu.shared.CityContact;
import tsunagu.shared.CityTablesChanged;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DatabaseWatch;
import tsunagu.shared.MailHours;
import tsunagu.shared.PaperWords;
import tsunagu.shared.Words;

/**
 * Remembers for a minute what stands on every page: the contact, the hours for letters, the city's name, its areas and the words of its
 * papers. Another node's change is seen within that minute; the own one at once.
 */
@ApplicationScoped
class KnownCityContact implements CityContact.Known, MailHours.Known {

    private static final Logger LOG = Logger.getLogger(KnownCityContact.class.getName());
    private static final long GOOD_NANOS = Duration.ofMinutes(1).toNanos();

    @Inject
    private CityOfficeService offices;

    @Inject
    private CityTables tables;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private DatabaseWatch database;

    private final AtomicLong askedAt = new AtomicLong();
    private volatile CityContact known = CityContact.NONE;
    private volatile MailHours hours = MailHours.USUAL;
    private volatile boolean open;

    void begin(@Observes @Priority(DatabaseReady.REFERENCE + 1) DatabaseReady ready) {
        open = true;
        ask();
    }

    void anew(@Observes(during = TransactionPhase.AFTER_SUCCESS) CityTablesChanged changed) {
        askedAt.set(System.nanoTime() - GOOD_NANOS);
    }

    /** Areas and words are read by whoever needs them without asking, so that they are looked at when a request begins. */
    void begins(@Observes @Initialized(RequestScoped.class) Object request) {
        askAgain();
    }

    @Override
    public CityContact contact() {
        askAgain();
        return known;
    }

    @Override
    public MailHours hours() {
        askAgain();
        return hours;
    }

    private void askAgain() {
        long asked = askedAt.get();
        // One request asks; the others do not wait for it.
        if (open
                && !database.away()
                && System.nanoTime() - asked >= GOOD_NANOS
                && askedAt.compareAndSet(asked, System.nanoTime())) {
            ask();
        }
    }

    private void ask() {
        askedAt.set(System.nanoTime());
        try {
            CityOfficeView office = currentActor.as(Actor.system("city"), () -> {
                Areas.known(tables.areas());
                PaperWords.known(tables.paperWords());
                return offices.office();
            });
            known = office.contact();
            hours = office.mailHours();
            Words.of(office.municipality());
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.FINE, "The city's contact could not be read", databaseAway);
        }
    }
}
