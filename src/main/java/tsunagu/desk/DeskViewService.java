package tsunagu.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.TextLength;
import tsunagu.shared.UseCase;

/** Views of lists that a person keeps. Each is the person's own; who is given the address sees the same, as far as they may see the list. */
@ApplicationScoped
@Transactional
public class DeskViewService {

    /** Of one person: more is no help. */
    static final int MOST = 60;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;

    @Inject
    private DeskViewRepository views;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @UseCase(signedIn = true, changes = false, once = true)
    public List<KeptView> mine() {
        return views.of(currentActor.get().accountId());
    }

    /**
     * A view of the same name is replaced.
     *
     * @param name 1 to 60 letters
     * @param path of the page of the list
     * @param query of its address
     */
    @UseCase(signedIn = true)
    public void keep(String list, String name, String path, String query) {
        String called = name.strip();
        if (called.isEmpty() || TextLength.of(called) > LONGEST_NAME) {
            throw new DomainException("desk.error.viewName", LONGEST_NAME);
        }
        if (query.length() > LONGEST_QUERY) {
            throw new DomainException("desk.error.viewLong");
        }
        long me = currentActor.get().accountId();
        List<KeptView> kept = views.of(me);
        boolean replaces = kept.stream()
                .anyMatch(each -> each.list().equals(list)
                        && each.path().equals(path)
                        && each.name().equals(called));
        if (kept.size() >= MOST && !replaces) {
            throw new DomainException("desk.error.viewMany", MOST);
        }
        views.keep(me, list, called, path, query, clock.instant());
    }

    @UseCase(signedIn = true)
    public void forget(long id) {
        if (views.forget(currentActor.get().accountId(), id) == 0) {
            throw new NotFoundException("view");
        }
    }
}
