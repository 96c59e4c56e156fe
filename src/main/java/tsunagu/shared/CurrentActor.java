package tsunagu.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Who acts on this thread. Set around each request by the web room and around each job by the job itself; a thread on
 * which nobody was set acts as a visitor and may do nothing but read public things.
 */
@ApplicationScoped
public class CurrentActor {

    private final ThreadLocal<Actor> actor = ThreadLocal.withInitial(() -> Actor.VISITOR);

    public Actor get() {
        return actor.get();
    }

    public <T> T as(Actor who, Supplier<T> work) {
        Actor before = actor.get();
        actor.set(who);
        try {
            return work.get();
        } finally {
            if (before == Actor.VISITOR) {
                actor.remove();
            } else {
                actor.set(before);
            }
        }
    }
}
