package tsunagu.posting.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.shared.ReferenceTable;

/** The table that ships with the portal; staff add later rows. */
final class MinimumWageRegister {

    private MinimumWageRegister() {}

    static List<MinimumWage> shipped() {
        return ReferenceTable.read("/reference/rules/minimum-wages.csv").stream()
                .map(row -> new MinimumWage(
                        row.text("name"),
                        Set.copyOf(row.words("industries")),
                        "yes".equals(row.text("partly")),
                        row.integer("yen"),
                        LocalDate.parse(row.text("valid_from"))))
                .toList();
    }
}
