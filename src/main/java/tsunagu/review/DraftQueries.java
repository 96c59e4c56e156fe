package tsunagu.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.Sql;

/** Lists of drafts, each with one statement however long it is. */
@ApplicationScoped
public class DraftQueries {

    @Inject
    private Sql sql;

    /** Drafts are kept in one table for each kind of what is published. */
    public enum Kind {
        POSTING("posting_proposal", "posting_id"),
        INTERNSHIP("internship_proposal", "internship_id");

        private final String table;
        private final String published;

        Kind(String table, String published) {
            this.table = table;
            this.published = published;
        }
    }

    /** Submitted, the oldest first. */
    public List<DraftLine> waiting(Kind kind) {
        return sql.of(select(kind) + """
                        where p.state = 'SUBMITTED'
                        order by p.submitted_at, p.id
                        """)
                .list(DraftLine.class);
    }

    /** Under way at one company, the last changed first. */
    public List<DraftLine> live(Kind kind, long companyId) {
        return sql.of(select(kind) + """
                        where p.company_id = :company and p.state = any(:live)
                        order by p.changed_at desc, p.id
                        """)
                .with("company", companyId)
                .withTexts("live", ProposalState.LIVE)
                .list(DraftLine.class);
    }

    private static String select(Kind kind) {
        return """
                select p.code, c.name as company, p.state, coalesce(t.answer, '') as title,
                    p.$published is not null as revision, coalesce(p.comment, '') as comment, p.changed_at, p.submitted_at
                from $table p
                join company c on c.id = p.company_id
                left join $table_answer t on t.proposal_id = p.id and t.field = 'title'
                """
                .replace("$published", kind.published)
                .replace("$table", kind.table);
    }
}
