package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Desks cost the same statements however much is there: lists ask the database for lines, not for records one by one. */
class DeskCostIT {

    private static final int MORE = 12;

    private final TestPortal portal = TestPortal.shared();

    @Test
    void lists_cost_the_same_however_long_they_are() {
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor company = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            company.signIn("company@demo.example");
            Map<String, List<String>> before = costs(staff, company);
            more();
            Map<String, List<String>> after = costs(staff, company);
            staff.open("/staff/review?q=待つ&sort=-days&rows=50");
            staff.sees("求人が待つ " + MORE, "体験が待つ " + MORE);
            less();
            // A list that was empty asked for no names.
            assertThat(after).allSatisfy((path, statements) -> assertThat(statements)
                    .as(path)
                    .hasSizeLessThanOrEqualTo(before.get(path).size() + 2));
            // Who asks, the kept views, how many there are, and the page.
            assertThat(after.get("/staff/review")).hasSizeLessThanOrEqualTo(4);
        }
    }

    private Map<String, List<String>> costs(Visitor staff, Visitor company) {
        Map<String, List<String>> costs = new LinkedHashMap<>();
        costs.put("/staff/review", cost(staff, "/staff/review"));
        costs.put("/company", cost(company, "/company"));
        return costs;
    }

    /** The second time, when what is read once is known. */
    private List<String> cost(Visitor visitor, String path) {
        visitor.open(path);
        assertThat(visitor.page().locator("h1").innerText()).as(path).doesNotContain("問題");
        List<String> statements = portal.fewestStatements(() -> visitor.open(path));
        // Figures are counted again in the background for seconds after they were changed.
        for (int again = 0;
                again < 5 && statements.stream().anyMatch(each -> each.contains("public_figure"));
                again++) {
            statements = portal.fewestStatements(() -> visitor.open(path));
        }
        return statements;
    }

    /** Drafts that wait, of different companies and of the one that looks. */
    private void more() {
        String own =
                "(select company_id from company_member m join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example'))";
        for (int i = 1; i <= MORE; i++) {
            String company = i % 2 == 0 ? own : "(select id from company order by id offset " + i + " limit 1)";
            portal.run(draft("posting_submission", "deskjob" + i, company, "求人が待つ " + i));
            portal.run(draft("internship_submission", "deskint" + i, company, "体験が待つ " + i));
        }
    }

    private static String draft(String table, String code, String company, String title) {
        return "select set_config('tsunagu.actor', 'system:test', false);"
                + " with made as (insert into " + table
                + " (id, code, company_id, state, changed_at, submitted_at, version)"
                + " values (nextval('tsunagu_seq'), '" + code + "', " + company
                + ", 'SUBMITTED', now(), now(), 0) returning id)"
                + " insert into " + table + "_answer (submission_id, field, answer) select id, 'title', '" + title
                + "' from made";
    }

    private void less() {
        for (String table : List.of("posting_submission", "internship_submission")) {
            portal.run("select set_config('tsunagu.actor', 'system:test', false); delete from " + table
                    + "_answer where submission_id in" + " (select id from " + table
                    + " where code like 'desk%'); delete from " + table + " where code like 'desk%'");
        }
    }
}
