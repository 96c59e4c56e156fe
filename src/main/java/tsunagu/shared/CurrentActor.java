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

    /** Set while somebody acts who has not shown for a while that it is them. */
    private final ThreadLocal<Boolean> unproved = new ThreadLocal<>();

    private final ThreadLocal<Long> acted = new ThreadLocal<>();

    private final ThreadLocal<Acting> acting = ThreadLocal.withInitial(() -> Acting.UNSAID);

    /**
     * For which company, where an account acts for several. What it says is a wish: the company room looks whether the account may.
     *
     * @param company null: nobody said
     * @param stated a form says for which company it was opened: for that one or for none
     */
    public record Acting(Long company, boolean stated) {

        static final Acting UNSAID = new Acting(null, false);
    }

    public Acting acting() {
        return acting.get();
    }

    public <T> T actingFor(Acting said, Supplier<T> work) {
        acting.set(said);
        try {
            return work.get();
        } finally {
            acting.remove();
            acted.remove();
        }
    }

    /** The company room has looked: for this one they act, and may. */
    public void acted(long company) {
        acted.set(company);
    }

    /** Null as long as nothing asked for which company they act, and where they act for none. */
    public Long acted() {
        return acted.get();
    }

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

    /** The same for somebody whose password or passkey was asked for too long ago for what is grave. */
    public <T> T asUnproved(Actor who, Supplier<T> work) {
        unproved.set(true);
        try {
            return as(who, work);
        } finally {
            unproved.remove();
        }
    }

    /** Whoever acts is to show first that it is them; never the system. */
    public boolean isUnproved() {
        return unproved.get() != null && get().signedIn();
    }
}
