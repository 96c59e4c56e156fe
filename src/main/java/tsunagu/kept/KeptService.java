package tsunagu.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tsunagu.company.CompanyMerged;
import tsunagu.search.Kind;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** キープ of a person with an account. Keeping twice is keeping once. */
@ApplicationScoped
@Transactional
public class KeptService {

    private static final int MOST = 200;

    @Inject
    private KeptRepository kept;

    @Inject
    private Locks locks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    /** @param code of a record of the kind */
    public record Item(Kind kind, String code) {}

    /** A kept company that was merged is kept as the other one. */
    void followMerge(@Observes CompanyMerged merge) {
        kept.moveCompany(merge.merged().code(), merge.into().code());
    }

    /** Adds and removes, and gives the list as it is then, in the order of keeping. */
    @UseCase(allow = Role.SEEKER)
    public List<Item> keep(List<Item> added, List<Item> removed) {
        long person = actor.get().personId();
        locks.hold(Locks.Lock.PERSON, person); // two devices at once are counted one after the other
        Instant now = clock.instant();
        added.subList(0, Math.min(added.size(), MOST)).forEach(each -> kept.add(person, each, now, MOST));
        removed.forEach(each -> kept.remove(person, each));
        return kept.of(person);
    }
}
