package tsunagu.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tsunagu.company.CompanyName;
import tsunagu.posting.rules.Finding;
import tsunagu.posting.rules.JobSheet;

/**
 * A proposal with what the rules say about it today.
 *
 * @param before the published sheet it changes, or null for a new posting
 * @param comment of the city; "" when there is none
 * @param submittedAt last time, or null
 */
public record ProposalView(
        String code,
        CompanyName company,
        ProposalState state,
        JobSheet sheet,
        JobSheet before,
        List<Finding> findings,
        Set<String> acknowledged,
        String comment,
        Instant changedAt,
        Instant submittedAt,
        int version) {

    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    public String title() {
        return sheet.text(JobSheet.Field.TITLE);
    }

    public boolean revision() {
        return before != null;
    }
}
