package tsunagu.review;

import java.time.Instant;

/**
 * A submission as a list shows it, without its answers and without what the rules say of them.
 *
 * @param company its name
 * @param title without blanks around it; "" as long as there is none
 * @param revision it would replace something that is public
 * @param comment of the city; "" when there is none
 * @param submittedAt last time, or null
 */
public record SubmissionLine(
        String code,
        String company,
        SubmissionState state,
        String title,
        boolean revision,
        String comment,
        Instant changedAt,
        Instant submittedAt) {

    public SubmissionLine {
        title = title.strip();
    }
}
