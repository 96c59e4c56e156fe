package tsunagu.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.company.CompanyName;

/**
 * A submission with what the rules say about it today.
 *
 * @param title "" as long as there is none
 * @param answers by field, as typed
 * @param before what is public now and would be replaced, or null for something new
 * @param comment of the city; "" when there is none
 * @param submittedAt last time, or null
 */
public record ReviewView(
        String code,
        CompanyName company,
        SubmissionState state,
        String title,
        Map<String, String> answers,
        Map<String, String> before,
        List<Finding> findings,
        Set<String> acknowledged,
        String comment,
        Instant changedAt,
        Instant submittedAt,
        int version) {

    /** @param submission what is shown */
    static ReviewView of(
            Submission submission, CompanyName company, Map<String, String> before, List<Finding> findings) {
        return new ReviewView(
                submission.code(),
                company,
                submission.state(),
                submission.title(),
                submission.answers(),
                before,
                findings,
                submission.acknowledged(),
                submission.comment(),
                submission.changedAt(),
                submission.submittedAt(),
                submission.version());
    }

    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /** Neither decided nor given up. */
    public boolean live() {
        return SubmissionState.LIVE.contains(state);
    }

    public boolean revision() {
        return before != null;
    }
}
