package tsunagu.shared;

import java.util.List;
import java.util.stream.Stream;

/** What somebody of the city holds in their own name, for whoever takes over when they leave. Each room knows its own. */
public interface HeldWork {

    /** Kinds of which there is nothing are left out. */
    List<Held> heldBy(long accountId);

    /**
     * One kind.
     *
     * @param text key of its words, which say the number
     * @param count at least 1
     */
    record Held(String text, long count) {

        public static List<Held> of(Held... all) {
            return Stream.of(all).filter(each -> each.count() > 0).toList();
        }
    }
}
