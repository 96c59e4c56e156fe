package tsunagu.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 支援制度: what is known of it. Rows of support_programme, which begin as reference/guide/support.csv.
 *
 * @param conditions to be checked at the office, one in each entry
 * @param fits answers with which it may apply, by question; a question without any excludes nobody
 * @param validFrom first day on which somebody can apply
 * @param validUntil last day
 * @param asOf day of the information
 * @param source where it was read
 * @param office whom to ask
 * @param phone of the office; "" where it is not known
 * @param link address of the source; "" for none
 * @param most what it pays at most
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
        String office,
        String phone,
        String link,
        Most most) {

    /**
     * Yen at most; null: not known, which is not nothing.
     *
     * @param child for each child below 18 who moves along, beside what a family gets
     */
    public record Most(Integer alone, Integer family, Integer child) {}

    /** Yen at most, for somebody who moves so; null: not known. */
    public Integer most(boolean withFamily, int children) {
        if (!withFamily) {
            return most.alone();
        }
        return most.family() == null
                ? null
                : Integer.valueOf(most.family() + children * (most.child() == null ? 0 : most.child()));
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}
