package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * The end of an event: its door is shut, its report is final, and it leaves the lists that are worked with. What it counts goes on counting. The
 * database refuses whatever would change it (R__06_official.sql).
 */
@ApplicationScoped
@Transactional
public class EventClosing {

    /** Letters of thanks, which ask for answers, are written on the day after a session. */
    private static final int DAYS_OF_LETTERS = 1;

    @Inject
    private EventRepository events;

    @Inject
    @Any
    private Instance<ClosingCheck> rooms;

    @Inject
    private jakarta.enterprise.event.Event<EventClosed> closed;

    @Inject
    private ChangeReason reason;

    @Inject
    private Locks locks;

    @Inject
    private Clock clock;

    /** What keeps a published event from being closed. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<ClosingCheck.Unfinished> unfinished(String code) {
        return unfinished(events.get(code));
    }

    private List<ClosingCheck.Unfinished> unfinished(Event event) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, FiscalYear.ZONE);
        List<ClosingCheck.Unfinished> all = new ArrayList<>();
        long toCome = event.sessions().stream()
                .filter(each -> each.outcome() != SessionOutcome.NOT_HELD && !each.over(now))
                .count();
        long written = event.sessions().stream()
                .filter(each -> each.outcome() != SessionOutcome.NOT_HELD)
                .map(each -> each.times().heldOn())
                .filter(Objects::nonNull)
                .filter(day -> !day.plusDays(DAYS_OF_LETTERS).isBefore(today))
                .count();
        long unsaid = event.sessions().stream()
                .filter(each -> each.outcome() == SessionOutcome.PLANNED && each.over(now))
                .count();
        add(all, "toCome", toCome);
        add(all, "letters", toCome > 0 ? 0 : written);
        add(all, "unsaid", unsaid);
        List<Long> sessions = event.sessions().stream().map(EventSession::id).toList();
        rooms.forEach(room -> all.addAll(room.unfinished(sessions)));
        return all;
    }

    private static void add(List<ClosingCheck.Unfinished> all, String what, long many) {
        if (many > 0) {
            all.add(new ClosingCheck.Unfinished(what, many));
        }
    }

    /**
     * @throws DomainException when something is unfinished
     * @throws tsunagu.shared.ConflictException when somebody changed it since
     */
    @UseCase(allow = Role.STAFF)
    public void close(String code, int seenVersion) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        locks.hold(
                Lock.SESSION,
                event.sessions().stream().mapToLong(EventSession::id).toArray());
        Instant now = clock.instant();
        event.close(unfinished(event).size(), now);
        closed.fire(new EventClosed(event.id(), event.code(), now));
    }

    /**
     * Something has to be mended: it is worked with again.
     *
     * @param why is in the trail
     * @throws DomainException when a year it counts in was approved
     */
    @UseCase(allow = Role.STAFF)
    public void reopen(String code, int seenVersion, String why) {
        Event event = events.get(code);
        event.requireVersion(seenVersion);
        reason.because(GivenReason.of(why, "event.error.reopenWhy"));
        if (event.sessions().stream().anyMatch(events::frozen)) {
            throw new DomainException("event.error.reopenYear");
        }
        event.reopen();
    }
}
