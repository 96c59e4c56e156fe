package tsunagu.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.Sql;

/** Lists of submissions, each with one statement however long it is. */
@ApplicationScoped
public class SubmissionLists {

    @Inject
    private Sql sql;

    /** Submissions are kept in one table for each kind of what is published. */
    public enum Kind {
        POSTING("posting", "jobs", "under-way"),
        INTERNSHIP("internship", "internships", "internships");

        private final String published;
        private final String desk;
        private final String underWay;

        Kind(String published, String desk, String underWay) {
            this.published = published;
            this.desk = desk;
            this.underWay = underWay;
        }

        /** Where companies write them. */
        String desk() {
            return "/company/" + desk + "/";
        }

        /** Where companies see them all. */
        String ownDesk() {
            return "/company#" + underWay;
        }

        /** What the company's start page says of those that came back. */
        String sentBack() {
            return published + ".work.sentBack";
        }

        /** Where staff see those that wait. */
        String waiting() {
            String kind = name().equals("POSTING") ? "JOB" : name();
            return "/staff/review?kind=" + kind + "&kind=" + kind + "_CHANGE";
        }

        /** What the staff's start page calls those that wait. */
        String work() {
            return published + ".work";
        }
    }

    /** Submitted, the oldest first. */
    public List<SubmissionLine> waiting(Kind kind) {
        return sql.of(
                        select(kind)
                                + """
                        where p.state = 'SUBMITTED'
                        order by p.submitted_at, p.id
                        """)
                .list(SubmissionLine.class);
    }

    /** Under way at one company, the last changed first. */
    public List<SubmissionLine> live(Kind kind, long companyId) {
        return sql.of(
                        select(kind)
                                + """
                        where p.company_id = :company and p.state = any(:live)
                        order by p.changed_at desc, p.id
                        """)
                .with("company", companyId)
                .withTexts("live", SubmissionState.LIVE)
                .list(SubmissionLine.class);
    }

    private static String select(Kind kind) {
        return """
                select p.code, c.name as company, p.state, coalesce(t.answer, '') as title,
                    p.$published is not null as revision, coalesce(p.comment, '') as comment, p.changed_at, p.submitted_at
                from $table p
                join company c on c.id = p.company_id
                left join $table_answer t on t.submission_id = p.id and t.field = 'title'
                """
                .replace("$published", kind.published + "_id")
                .replace("$table", kind.published + "_submission");
    }
}
