package tsunagu.question;

import java.util.List;

/**
 * What was answered to one question.
 *
 * @param answered people who answered at all
 * @param shares of the options of a choice, in their order; empty otherwise
 * @param texts of a free text, without who wrote them; empty otherwise
 * @param mean of numbers; null otherwise
 */
public record Results(QuestionView question, int answered, List<Share> shares, List<String> texts, Double mean) {

    /** @param percent of those who answered, rounded */
    public record Share(String option, int people, int percent) {}
}
