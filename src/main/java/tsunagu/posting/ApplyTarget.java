package tsunagu.posting;

import java.util.List;
import tsunagu.company.CompanyName;

/**
 * What somebody needs to know of a posting to apply to it.
 *
 * @param edition of the terms in force
 * @param questions of the company, at most three
 * @param applyUrl the company's own form; "" when applications come here
 * @param open at this instant
 */
public record ApplyTarget(
        long postingId,
        String code,
        String title,
        CompanyName company,
        int edition,
        List<String> questions,
        String applyUrl,
        String helloWorkNumber,
        boolean open) {}
