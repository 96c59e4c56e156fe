package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;

/** The second wall (decision 0046), role by role and table by table, through the door that every use case goes by. */
@ArquillianTest
class SeenRowsIT {

    /**
     * Whose rows of a table somebody sees.
     *
     * @param person condition of a row {@code t} that is about a person, {@code %d}
     * @param company that went to a company, {@code %d}
     * @param partner that a contractor looks after, by their account, {@code %d}
     */
    private record Line(String person, String company, String partner) {}

    private static final String NONE = "false and %d > 0";

    private static final Line OF_AN_APPLICATION = new Line(
            "exists (select 1 from job_application a where a.id = t.application_id and a.person_id = %d)",
            "exists (select 1 from job_application a where a.id = t.application_id and a.company_id = %d)", NONE);

    private static final Line OF_BOTH = new Line("t.person_id = %d", "t.company_id = %d", NONE);

    /** Every table with a wall; another one fails {@link #every_walled_table_has_a_line}. */
    private static final Map<String, Line> LINES = Map.of(
            "job_application", OF_BOTH,
            "job_application_answer", OF_AN_APPLICATION,
            "job_application_step", OF_AN_APPLICATION,
            "job_application_message", OF_AN_APPLICATION,
            "job_application_file", OF_AN_APPLICATION,
            "participation", OF_BOTH,
            "scout_invitation", OF_BOTH,
            "consultation_booking",
                    new Line(
                            "t.person_id = %d",
                            NONE,
                            "exists (select 1 from consultation_time c join consultation_office o on o.id = c.office_id"
                                    + " join partner_programme p on p.programme_id = o.programme_id"
                                    + " where c.id = t.time_id and p.account_id = %d)"));

    /** What is written into all rows. */
    private static final Map<String, String> CHANGED = Map.of(
            "job_application", "message = 'w'",
            "job_application_answer", "answer = 'w'",
            "job_application_step", "by_company = false",
            "job_application_message", "words = 'w'",
            "job_application_file", "name = 'w'",
            "participation", "message = 'w'",
            "scout_invitation", "words = 'w'",
            "consultation_booking", "online = false");

    @Inject
    private World world;

    @Inject
    private Looking looking;

    @Inject
    private CurrentActor currentActor;

    /** Who looks, and the condition of the rows that are theirs. */
    private record Looker(String name, Actor actor, java.util.function.Function<Line, String> sees) {}

    @Test
    void every_walled_table_has_a_line() {
        assertEquals(
                LINES.keySet(),
                tables("select string_agg(relname, ' ') from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relrowsecurity"));
        assertEquals(
                LINES.keySet(),
                tables("select string_agg(tablename, ' ') from pg_policies where schemaname = 'public'"),
                "a policy on a table that does not ask for it, or a wall that lets nobody through");
    }

    @Test
    void each_role_sees_its_own_rows_of_each_table_and_no_others() {
        world.city();
        Actor one = world.seeker("壁の 一人目");
        Actor two = world.seeker("壁の 二人目");
        List<Long> companies = List.of(posting(0).company(), posting(1).company());
        assertNotEquals(companies.get(0), companies.get(1));
        Actor partner = with(world.seeker("壁の 委託先"), Role.PARTNER);
        List<Looker> lookers = new ArrayList<>();
        lookers.add(new Looker("one", one, line -> line.person().formatted(one.personId())));
        lookers.add(new Looker("two", two, line -> line.person().formatted(two.personId())));
        for (int i = 0; i < 2; i++) {
            long company = companies.get(i);
            lookers.add(new Looker(
                    "company " + i, member(company), line -> line.company().formatted(company)));
        }
        Actor left = member(companies.get(0));
        world.amend("update company_member set left_at = now() where account_id = " + left.accountId());
        lookers.add(new Looker("left the company", left, line -> "false"));
        lookers.add(new Looker("partner", partner, line -> line.partner().formatted(partner.accountId())));
        lookers.add(new Looker("visitor", Actor.VISITOR, line -> "false"));
        lookers.add(new Looker("the portal", Actor.system("test"), line -> "true"));
        for (Role role : Role.values()) {
            boolean all = role == Role.STAFF || role == Role.MANAGER;
            lookers.add(
                    new Looker("only " + role, with(world.seeker("壁の " + role), role), line -> all ? "true" : "false"));
        }
        // A seeker who also acts for a company sees what is either's.
        long second = companies.get(1);
        Actor both = member(second);
        try {
            filled(one, two, partner);
            lookers.add(new Looker(
                    "seeker and company",
                    both,
                    line -> line.person().formatted(both.personId()) + " or "
                            + line.company().formatted(second)));
            List<String> wrong = new ArrayList<>();
            Map<String, String> seen = new LinkedHashMap<>();
            for (String table : LINES.keySet()) {
                String all = rows(table, "true");
                for (Looker looker : lookers) {
                    String theirs = rows(table, looker.sees().apply(LINES.get(table)));
                    String read = currentActor.as(looker.actor(), () -> looking.reading(select(table, "true")));
                    String changed = currentActor.as(looker.actor(), () -> looking.changing(select(table, "true")));
                    String written = tried(looker.actor(), update(table));
                    seen.put(table + " " + looker.name(), read.replaceFirst(" .*", ""));
                    if (!read.equals(theirs)
                            || !changed.equals(theirs)
                            || !written.equals(theirs.replaceFirst(" .*", ""))) {
                        wrong.add(looker.name() + " sees of " + table + " " + read + " and " + changed + " and changes "
                                + written + ", not " + theirs + " of " + all);
                    }
                }
            }
            assertEquals(List.of(), wrong);
            for (String insert : inAnotherName(two, posting(1))) {
                for (Looker looker : lookers) {
                    boolean theirs = looker.name().equals("two")
                            || looker.name().equals("company 1")
                            || looker.name().equals("seeker and company")
                            || looker.sees().apply(OF_BOTH).equals("true");
                    String answer = tried(looker.actor(), insert);
                    assertEquals(
                            theirs ? "1" : "walled",
                            answer.contains("row-level security") ? "walled" : answer,
                            looker.name() + " writes a row of " + insert.split(" ")[2]);
                }
            }
            for (String table : LINES.keySet()) {
                assertEquals("1", seen.get(table + " one"), table + " has a row of each");
                assertEquals("1", seen.get(table + " two"), table);
                boolean ofCompanies = !table.equals("consultation_booking");
                assertEquals(ofCompanies, !seen.get(table + " company 0").equals("0"), table);
                assertEquals(!ofCompanies, !seen.get(table + " partner").equals("0"), table);
                assertFalse(seen.get(table + " the portal").equals(seen.get(table + " company 0")), table);
            }
        } finally {
            emptied();
        }
    }

    /** What a use case could change that forgot its where; nothing of it is kept. */
    private String tried(Actor actor, String statement) {
        try {
            return currentActor.as(actor, () -> looking.trying(statement));
        } catch (Exception refused) {
            StringBuilder said = new StringBuilder();
            for (Throwable each = refused; each != null; each = each.getCause()) {
                if (each instanceof Looking.Undone undone) {
                    return undone.getMessage();
                }
                said.append(each.getMessage()).append(' ');
            }
            return said.toString();
        }
    }

    /** It reads nothing: what guards reading would hide that nothing guards this. */
    private static String update(String table) {
        return "update " + table + " set " + CHANGED.get(table);
    }

    /** Rows about somebody, as they would be written by somebody else. */
    private static List<String> inAnotherName(Actor person, Posting posting) {
        return List.of(
                "insert into participation (id, code, internship_id, session_id, company_id, person_id, type, data_used, state, name, email,"
                        + " school, message, subsidy, applied_at, moved_at, version) values (-8802, 'wall2', -8800, -8800, "
                        + posting.company() + ", " + person.personId()
                        + ", 1, false, 'APPLIED', 'n', null, 'UNIVERSITY', 'm', false, now(), now(), 0)",
                "insert into scout_invitation (id, code, company_id, person_id, alias, posting, words, state, sent_at, lapses_at) values ("
                        + "-8802, 'wall2', " + posting.company() + ", " + person.personId()
                        + ", 'WA', 'x', 'w', 'DECLINED', now() - interval '90 days', now() - interval '80 days')");
    }

    private Set<String> tables(String statement) {
        return Set.of(world.text(statement).split(" "));
    }

    /** How many rows, and which: two that see as many do not see the same. */
    private static String select(String table, String condition) {
        return "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                + " t where " + condition;
    }

    private String rows(String table, String condition) {
        return world.text(select(table, condition));
    }

    private record Posting(long id, long edition, long company) {}

    /** One of each of two companies. */
    private Posting posting(int which) {
        String[] found = world.text(
                        "select string_agg(x.id || ' ' || x.edition || ' ' || x.company_id, ',' order by x.company_id) from"
                                + " (select distinct on (p.company_id) p.id, e.edition, p.company_id from posting p"
                                + " join posting_edition e on e.posting_id = p.id order by p.company_id, p.id) x")
                .split(",")[which]
                .split(" ");
        return new Posting(Long.parseLong(found[0]), Long.parseLong(found[1]), Long.parseLong(found[2]));
    }

    private Actor with(Actor person, Role role) {
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(role));
    }

    private Actor member(long company) {
        Actor person = world.seeker("壁の 担当" + System.nanoTime());
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + company + ", " + person.accountId() + ", 'EDITOR', now(), 0)");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY, Role.SEEKER));
    }

    /** A row in each table of each of two people, who turned to one company each. */
    private void filled(Actor one, Actor two, Actor partner) {
        emptied();
        String programme = world.text("select min(id) from programme");
        world.amend("insert into partner_programme (account_id, programme_id) values (" + partner.accountId() + ", '"
                + programme + "')");
        for (int i = 0; i < 2; i++) {
            Posting posting = posting(i);
            long person = i == 0 ? one.personId() : two.personId();
            String id = "-880" + i;
            for (String each : List.of(
                    "job_application (id, code, posting_id, edition, company_id, person_id, state, name, email, message, applied_at,"
                            + " moved_at, version) values (" + id + ", 'wall" + i + "', " + posting.id() + ", "
                            + posting.edition() + ", " + posting.company() + ", " + person
                            + ", 'RECEIVED', 'n', null, 'm', now(), now(), 0)",
                    "job_application_answer (application_id, number, question, answer) values (" + id
                            + ", 1, 'q', 'a')",
                    "job_application_step (id, application_id, state, by_company, at) values (" + id + ", " + id
                            + ", 'RECEIVED', false, now())",
                    "job_application_message (id, application_id, by_company, words, sent_at) values (" + id + ", " + id
                            + ", false, 'w', now())",
                    "job_application_file (id, application_id, code, name, media_type, content, added_at) values (" + id
                            + ", " + id + ", 'wall" + i + "', 'n', 'application/pdf', 'x', now())",
                    "internship (id, code, company_id, type, title, content, area, starts_on, ends_on, days, workplace_days, data_used,"
                            + " opens_on, closes_on, as_of, published_at, public_since, changed_at, ended_at, version) values ("
                            + id + ", 'wall" + i + "', " + posting.company()
                            + ", 1, 't', 'c', 'a', '2026-08-01', '2026-08-02', 2, 0, false, '2026-06-01', '2026-06-02', '2026-06-01',"
                            + " now(), now(), now(), now(), 0)",
                    "internship_session (id, internship_id, number, starts_on, ends_on, version) values (" + id + ", "
                            + id + ", 1, '2026-08-01', '2026-08-02', 0)",
                    "participation (id, code, internship_id, session_id, company_id, person_id, type, data_used, state, name, email,"
                            + " school, message, subsidy, applied_at, moved_at, version) values (" + id + ", 'wall" + i
                            + "', " + id + ", " + id + ", " + posting.company() + ", " + person
                            + ", 1, false, 'APPLIED', 'n', null, 'UNIVERSITY', 'm', false, now(), now(), 0)",
                    "scout_invitation (id, code, company_id, person_id, alias, posting, words, state, sent_at, lapses_at) values ("
                            + id + ", 'wall" + i + "', " + posting.company() + ", " + person
                            + ", 'WA', 'x', 'w', 'DECLINED', now() - interval '90 days', now() - interval '80 days')",
                    "consultation_office (id, code, name, programme_id, position, version) values (" + id + ", 'wall"
                            + i + "', 'n', " + (i == 0 ? "'" + programme + "'" : "null") + ", 99, 0)",
                    "consultation_time (id, office_id, starts_at, ends_at, fiscal_year, withdrawn_at, version) values ("
                            + id + ", " + id + ", '2026-05-01', '2026-05-01 01:00', 2026, now(), 0)",
                    "consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version) values ("
                            + id + ", 'wall" + i + "', " + id + ", " + person
                            + ", false, 'CANCELLED', now(), now(), 0)")) {
                world.amend("insert into " + each);
            }
        }
    }

    private void emptied() {
        for (String each : List.of(
                "consultation_booking",
                "consultation_time",
                "consultation_office",
                "scout_invitation",
                "participation",
                "internship_session",
                "internship",
                "job_application_file",
                "job_application_message",
                "job_application_step")) {
            world.amend("delete from " + each + " where id in (-8800, -8801)");
        }
        world.amend("delete from job_application_answer where application_id in (-8800, -8801)");
        world.amend("delete from job_application where id in (-8800, -8801)");
        world.amend(
                "delete from partner_programme where account_id in (select a.id from account a join person p on p.id = a.person_id"
                        + " where p.name = '壁の 委託先')");
    }
}
