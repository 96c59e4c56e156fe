package tsunagu.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import tsunagu.shared.StoredInstant;

/** Lists of drafts, each with one statement however long it is. */
@ApplicationScoped
public class DraftQueries {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

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
        return lines(entityManager
                .createNativeQuery(select(kind) + " where p.state = 'SUBMITTED' order by p.submitted_at, p.id"));
    }

    /** Under way at one company, the last changed first. */
    public List<DraftLine> live(Kind kind, long companyId) {
        String states = ProposalState.LIVE.stream().map(each -> "'" + each + "'").reduce((one, other) -> one + ", " + other).orElseThrow();
        return lines(entityManager
                .createNativeQuery(select(kind) + " where p.company_id = ?1 and p.state in (" + states + ") order by p.changed_at desc, p.id")
                .setParameter(1, companyId));
    }

    private static String select(Kind kind) {
        return "select p.code, c.name, p.state, coalesce(t.answer, ''), p." + kind.published + " is not null, coalesce(p.comment, ''),"
                + " p.changed_at, p.submitted_at from " + kind.table + " p join company c on c.id = p.company_id"
                + " left join " + kind.table + "_answer t on t.proposal_id = p.id and t.field = 'title'";
    }

    private static List<DraftLine> lines(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new DraftLine(
                        (String) row[0],
                        (String) row[1],
                        ProposalState.valueOf((String) row[2]),
                        ((String) row[3]).strip(),
                        (Boolean) row[4],
                        (String) row[5],
                        StoredInstant.of(row[6]),
                        StoredInstant.of(row[7])))
                .toList();
    }
}
