package tsunagu.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What was read in this request, by what was asked; null outside of one. */
    private final ThreadLocal<Map<List<?>, Object>> read = new ThreadLocal<>();

    /** How many use cases that change something this thread is in. */
    private final ThreadLocal<Integer> changing = ThreadLocal.withInitial(() -> 0);

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
        read.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            acting.remove();
            acted.remove();
            read.remove();
        }
    }

    /**
     * What a page asks again and again is read once in a request, as who it is and what they may do is. Whatever decides a change reads for
     * itself: within a use case that changes something nothing is remembered, and after it everything is read anew.
     *
     * @param key what is asked; who asks goes without saying
     * @param reading gives something that cannot be changed
     */
    @SuppressWarnings("unchecked")
    public <T> T once(List<?> key, Supplier<T> reading) {
        Map<List<?>, Object> known = read.get();
        if (known == null || changing.get() > 0) {
            return reading.get();
        }
        List<Object> whole = new ArrayList<>(key);
        whole.add(get());
        whole.add(acting());
        if (!known.containsKey(whole)) {
            known.put(whole, reading.get());
        }
        return (T) known.get(whole);
    }

    /** A use case that changes something begins; {@link #changeEnds} is its end, however it ends. */
    public void changeBegins() {
        changing.set(changing.get() + 1);
    }

    public void changeEnds() {
        int left = changing.get() - 1;
        if (left > 0) {
            changing.set(left);
        } else {
            changing.remove();
        }
        if (read.get() != null) {
            read.get().clear();
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
