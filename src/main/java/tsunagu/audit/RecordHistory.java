package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/**
 * What became of one record, out of the trail: who did what and when, and why where that was asked. For staff, beside what the record says
 * now. It names who acted, and nothing of what the record says about persons.
 */
@ApplicationScoped
@Transactional
public class RecordHistory {

    /** Rows of the trail that are read, the latest: some ten years of a record that is changed every other day. */
    private static final int MOST = 2_000;

    /** What has a history, and the rows of the trail that belong to it: pairs of table and row, by {@code :code}. */
    public enum Kind {
        JOB(
                """
                select 'posting_submission', cast(s.id as text) from posting_submission s
                    where s.code = :code or s.posting_id in (select o.posting_id from posting_submission o where o.code = :code)
                union all select 'posting', cast(s.posting_id as text) from posting_submission s where s.code = :code"""),
        INTERNSHIP(
                """
                select 'internship_submission', cast(s.id as text) from internship_submission s
                    where s.code = :code or s.internship_id in (select o.internship_id from internship_submission o where o.code = :code)
                union all select 'internship', cast(s.internship_id as text) from internship_submission s where s.code = :code"""),
        COMPANY(
                """
                select 'company', cast(c.id as text) from company c where c.code = :code
                union all select 'company_admission', cast(a.id as text) from company_admission a
                    join company c on c.id = a.company_id where c.code = :code
                union all select 'company_name_change', cast(n.id as text) from company_name_change n
                    join company c on c.id = n.company_id where c.code = :code
                union all select 'company_leaving', cast(l.id as text) from company_leaving l
                    join company c on c.id = l.company_id where c.code = :code
                union all select 'company_member', cast(m.id as text) from company_member m
                    join company c on c.id = m.company_id where c.code = :code"""),
        CASE("select 'privacy_case', :code");

        private final String rows;

        Kind(String rows) {
            this.rows = rows;
        }
    }

    /** Beginning of the words for the states of a table's rows. */
    private static final Map<String, String> STATES = Map.of(
            "posting_submission", "review.state.",
            "internship_submission", "review.state.",
            "company_admission", "company.admissionState.",
            "privacy_case", "privacy.case.state.");

    private record Entry(
            Instant at, String actor, String by, String table, String action, String was, String now, String reason) {}

    /** Who acted. */
    public enum Who {
        ACCOUNT,
        /** An account that is there no more, or whose person is deleted. */
        LEFT,
        /** Somebody who had not signed in. */
        VISITOR,
        /** The portal by itself. */
        PORTAL,
        /** Somebody with the database. */
        OTHER;

        private static Who of(Entry entry) {
            if (!entry.by.isEmpty()) {
                return ACCOUNT;
            }
            if (entry.actor.startsWith("account:")) {
                return LEFT;
            }
            return entry.actor.equals("visitor") ? VISITOR : entry.actor.startsWith("system:") ? PORTAL : OTHER;
        }
    }

    /**
     * @param who what kind of actor it was
     * @param by whose account it was; "" where none is known any more
     * @param action INSERT, UPDATE or DELETE
     * @param was key of the word for the state before; "" where the state is the same, or there is none
     * @param now the same afterwards
     * @param times how often on that day, one after the other
     */
    public record Step(
            Instant at,
            Who who,
            String actor,
            String by,
            String table,
            String action,
            String was,
            String now,
            String reason,
            int times) {

        private boolean continues(Step earlier) {
            return now.isEmpty()
                    && earlier.now.isEmpty()
                    && reason.isEmpty()
                    && earlier.reason.isEmpty()
                    && actor.equals(earlier.actor)
                    && table.equals(earlier.table)
                    && action.equals(earlier.action)
                    && day(at).equals(day(earlier.at));
        }

        private Step onceMore() {
            return new Step(at, who, actor, by, table, action, was, now, reason, times + 1);
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, FiscalYear.ZONE);
        }
    }

    @Inject
    private Sql sql;

    /** The latest first; what one person did to the same on one day without a change of its state is one step. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Step> of(Kind kind, String code) {
        List<Entry> entries = sql.of(
                        "select x.at, x.actor, coalesce(p.name, '') as by, x.table_name as table, x.action,"
                                + " coalesce(x.before ->> 'state', x.before ->> 'outcome') as was,"
                                + " coalesce(x.after ->> 'state', x.after ->> 'outcome') as now, coalesce(x.reason, '') as reason"
                                + " from audit_entry x left join account c on x.actor = 'account:' || c.id"
                                + " left join person p on p.id = c.person_id where (x.table_name, x.row_id) in ("
                                + kind.rows
                                + ") order by x.id desc limit :most")
                .with("code", code)
                .with("most", MOST)
                .list(Entry.class);
        List<Step> steps = new ArrayList<>();
        for (Entry each : entries) {
            Step step = step(each);
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).continues(step)) {
                steps.set(last, steps.get(last).onceMore());
            } else {
                steps.add(step);
            }
        }
        return steps;
    }

    private static Step step(Entry entry) {
        boolean moved = !Objects.equals(entry.was, entry.now);
        return new Step(
                entry.at,
                Who.of(entry),
                entry.actor,
                entry.by,
                entry.table,
                entry.action,
                moved ? word(entry.table, entry.was) : "",
                moved ? word(entry.table, entry.now) : "",
                entry.reason,
                1);
    }

    private static String word(String table, String state) {
        return state == null || !STATES.containsKey(table) ? "" : STATES.get(table) + state;
    }
}
