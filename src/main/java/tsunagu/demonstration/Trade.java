package tsunagu.demonstration;

import java.util.List;
import tsunagu.shared.ReferenceTable.Row;

/**
 * A kind of company.
 *
 * @param firms how many of them the city has
 * @param sector which general sentences fit
 * @param scene what the first picture shows
 * @param forms keys of corporate forms; often named means often drawn
 * @param small least number of employees
 * @param jobs keys of job kinds; often named means often offered
 * @param ends ends of names with their reading, divided by a colon
 * @param oldest years a company of this trade may have existed
 */
record Trade(
        String key,
        String industry,
        int firms,
        String sector,
        String scene,
        List<String> forms,
        int small,
        int large,
        String day,
        List<String> jobs,
        List<String> ends,
        int oldest) {

    static List<Trade> all() {
        return Resources.rows("trades").map(Trade::of).toList();
    }

    private static Trade of(Row row) {
        return new Trade(
                row.text("key"),
                row.text("industry"),
                row.integer("firms"),
                row.text("sector"),
                row.text("scene"),
                row.words("forms"),
                row.integer("small"),
                row.integer("large"),
                row.text("day"),
                row.words("jobs"),
                row.words("ends"),
                row.integer("oldest"));
    }
}
