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
     */
    record Step(String text, String word, String path, Instant until) {}
}
