package tsunagu.company;

import java.util.ArrayList;
import java.util.List;
import tsunagu.company.YouthItem.Group;

/**
 * How much of what students ask a page answers.
 *
 * @param missing what a student misses, the first first; bundle company, {@code company.missing.*}
 * @param parts of which {@code missing} are missing
 */
public record Completeness(List<String> missing, int parts) {

    private static final int ENOUGH_FEATURES = 3;

    static Completeness of(CompanyProfile page) {
        List<String> missing = new ArrayList<>();
        ask(missing, "business", !page.business().isEmpty());
        ask(missing, "appeal", !page.appeal().isEmpty());
        ask(missing, "pictures", !page.pictures().isEmpty());
        ask(missing, "day", !page.day().isEmpty());
        for (Group group : Group.values()) {
            ask(
                    missing,
                    group.name(),
                    page.youth().stream().anyMatch(fact -> fact.item().group() == group));
        }
        ask(missing, "welfare", !page.welfare().isEmpty());
        ask(missing, "features", page.features().size() >= ENOUGH_FEATURES);
        ask(missing, "plainWords", !page.plainWords().isEmpty());
        ask(missing, "employees", page.employees() != null && page.founded() != null);
        return new Completeness(List.copyOf(missing), 11);
    }

    private static void ask(List<String> missing, String part, boolean answered) {
        if (!answered) {
            missing.add(part);
        }
    }

    public int percent() {
        return 100 * (parts - missing.size()) / parts;
    }
}
