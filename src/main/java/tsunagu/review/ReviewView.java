package tsunagu.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.company.CompanyName;

/**
 * A draft with what the rules say about it today.
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
        ProposalState state,
        String title,
        Map<String, String> answers,
        Map<String, String> before,
        List<Finding> findings,
        Set<String> acknowledged,
        String comment,
        Instant changedAt,
        Instant submittedAt,
        int version) {

    /** @param draft what is shown */
    public static ReviewView of(
            Draft draft, CompanyName company, String title, Map<String, String> before, List<Finding> findings) {
        return new ReviewView(
                draft.code(),
                company,
                draft.state(),
                title,
                draft.answers(),
                before,
                findings,
                draft.acknowledged(),
                draft.comment(),
                draft.changedAt(),
                draft.submittedAt(),
                draft.version());
    }

    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    public boolean revision() {
        return before != null;
    }
}
