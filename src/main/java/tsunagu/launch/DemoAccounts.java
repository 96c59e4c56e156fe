package tsunagu.launch;

import java.util.List;
import tsunagu.shared.ReferenceTable;

/** The accounts that the demonstration run makes, as the portal itself reads them, for the last lines of the log. */
final class DemoAccounts {

    private DemoAccounts() {}

    static List<String> lines() {
        return ReferenceTable.read("/demo/accounts.csv").stream()
                .map(row -> "  " + row.text("email") + "  " + row.text("label"))
                .toList();
    }
}
