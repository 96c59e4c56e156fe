package tsunagu.posting.rules;

import java.time.LocalDate;
import java.util.Set;
import tsunagu.company.YouthItem;

/**
 * What the rules need besides the sheet.
 *
 * @param industry middle group of the company
 * @param youthGroupsMissing groups of 青少年雇用情報 of which the company says nothing, or nothing younger than 18 months
 */
public record RuleContext(
        LocalDate today, String industry, Set<YouthItem.Group> youthGroupsMissing, MinimumWages wages) {}
