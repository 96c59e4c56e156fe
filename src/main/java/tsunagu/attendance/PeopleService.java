package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 実人数: one person under two registrations is counted once when staff say so; and twice again when that was wrong. */
@ApplicationScoped
@Transactional
public class PeopleService {

    private static final int MOST = 200;

    @Inject
    private PeopleRepository people;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Pairs that may be one person, the surest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<SamePerson> alike() {
        return SamePerson.alike(people.people(), MOST);
    }

    /** Pairs that are counted as one, the latest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<SamePerson> merged() {
        return people.merged(MOST);
    }

    /**
     * Counts the other as the one. What either did stays where it is.
     *
     * @param pair of {@link #alike}, as {@link SamePerson#pair} names it
     * @param seen its stamp
     * @throws ConflictException when they are no such pair any more
     */
    @UseCase(allow = Role.STAFF)
    public void merge(String pair, String seen) {
        SamePerson alike = alike().stream()
                .filter(each -> each.pair().equals(pair) && each.seen().equals(seen))
                .findFirst()
                .orElseThrow(ConflictException::new);
        long one = alike.one();
        long other = alike.other();
        boolean done = people.merge(other, one, currentActor.get().accountId(), clock.instant())
                // Others are merged into that one already: then it stays, and this one joins them.
                || people.merge(one, other, currentActor.get().accountId(), clock.instant());
        if (!done) {
            throw new DomainException("event.error.merge");
        }
    }

    /** @throws ConflictException when it is undone already */
    @UseCase(allow = Role.STAFF)
    public void undo(long merge) {
        if (!people.undo(merge, currentActor.get().accountId(), clock.instant())) {
            throw new ConflictException();
        }
    }
}
