package tsunagu.shared;

import java.time.Instant;
import java.util.List;

/** What waits for the person who acts: an answer, a deadline. Each room knows its own. */
public interface NextSteps {

    List<Step> steps();

    /**
     * @param text key of the sentence
     * @param word its {0}
     * @param until the last moment; null without
     * @param awaited there is nothing to do: somebody else's answer is waited for
     */
    record Step(String text, String word, String path, Instant until, boolean awaited) {

        public Step(String text, String word, String path, Instant until) {
            this(text, word, path, until, false);
        }
    }
}
