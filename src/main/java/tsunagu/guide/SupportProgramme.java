package tsunagu.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 支援制度: what is known of it. See reference/guide/support.csv.
 *
 * @param conditions to be checked at the office, one in each entry
 * @param fits answers with which it may apply, by question; a question without any excludes nobody
 * @param validFrom first day on which somebody can apply
 * @param validUntil last day
 * @param asOf day of the information
 * @param source where it was read
 * @param office whom to ask
 */
public record SupportProgramme(
        String code,
        String title,
        String summary,
        String amount,
        List<String> conditions,
        Map<GuideQuestion, Set<String>> fits,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate asOf,
        String source,
        String office) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}
