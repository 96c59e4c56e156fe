package tsunagu.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tsunagu.company.CompanyMerged;
import tsunagu.search.SearchQuery;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What a person keeps an eye on. */
@ApplicationScoped
@Transactional
public class WatchService {

    /** So that a letter can be read. */
    static final int MOST_SEARCHES = 30;

    /** What is older is no news. */
    static final Duration NEWS = Duration.ofDays(30);

    private static final int MOST_SHOWN = 12;

    @Inject
    private Locks locks;

    @Inject
    private WatchRepository watches;

    @Inject
    private NewThings things;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param code last part of its address */
    public record Followed(long company, String code, String name) {}

    /**
     * Saves a list with its conditions; the same conditions once more change the name and the rhythm.
     *
     * @throws DomainException when the list cannot be asked like this, or there are too many searches
     */
    @UseCase(allow = Role.SEEKER)
    public void save(@Valid NewSearch search) {
        SearchQuery query = SearchQuery.ofAddress(search.kind(), search.conditions());
        if (query.refused() || query.past()) {
            throw new DomainException("watch.error.conditions");
        }
        locks.hold(Locks.Lock.PERSON, person());
        if (watches.others(person(), search.kind(), query.address()) >= MOST_SEARCHES) {
            throw new DomainException("watch.error.many", MOST_SEARCHES);
        }
        watches.watch(person(), Secrets.token());
        watches.save(person(), search, query.address(), clock.instant());
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<SavedSearch> searches() {
        return watches.of(person(), since(), clock.instant());
    }

    /**
     * @param seen the rhythm it had when it was looked at
     * @throws ConflictException when it has another one by now
     */
    @UseCase(allow = Role.SEEKER)
    public void setRhythm(long search, Rhythm seen, Rhythm rhythm) {
        if (!watches.has(person(), search)) {
            throw new NotFoundException("search " + search);
        }
        if (!watches.setRhythm(person(), search, seen, rhythm)) {
            throw new ConflictException();
        }
    }

    @UseCase(allow = Role.SEEKER)
    public void remove(long search) {
        if (!watches.remove(person(), search)) {
            throw new NotFoundException("search " + search);
        }
    }

    /** New postings of this company are told. */
    @UseCase(allow = Role.SEEKER)
    public void follow(String companyCode) {
        long company = watches.company(companyCode).orElseThrow(() -> new NotFoundException("company " + companyCode));
        watches.watch(person(), Secrets.token());
        watches.follow(person(), company, clock.instant());
    }

    @UseCase(allow = Role.SEEKER)
    public void unfollow(long company) {
        watches.unfollow(person(), company);
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Followed> followed() {
        return watches.followed(person());
    }

    /** What was found lately and is still open. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<NewThings.Thing> latest() {
        return things.open(watches.latest(person(), since(), MOST_SHOWN));
    }

    /** Whether letters come. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public boolean mail() {
        return watches.mail(person()).orElse(true);
    }

    @UseCase(allow = Role.SEEKER)
    public void setMail(boolean wanted) {
        watches.setMail(person(), wanted);
    }

    /** One press in the mail program (RFC 8058), or on the page its link leads to. @throws NotFoundException for a secret nobody has */
    @UseCase(anyone = true)
    public void stop(String token) {
        if (!watches.stop(token)) {
            throw new NotFoundException("watcher");
        }
    }

    /** A merged company's followers follow the other one. */
    void followMerge(@Observes CompanyMerged merge) {
        watches.moveFollowers(merge.merged().id(), merge.into().id());
    }

    private Instant since() {
        return clock.instant().minus(NEWS);
    }

    private long person() {
        return currentActor.get().personId();
    }
}
