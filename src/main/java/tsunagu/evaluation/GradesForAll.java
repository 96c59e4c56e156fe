package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.plan.ApprovedGrades;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** A grade is everybody's to see once its approval holds; a year that is opened again shows none until it is approved anew. */
@ApplicationScoped
class GradesForAll implements ApprovedGrades {

    private static final String GRADES =
            """
            select e.programme_id, e.fiscal_year as year, e.grade
            from evaluation e
            join approval_in_force a on a.programme_id = e.programme_id and a.fiscal_year = e.fiscal_year
            where e.document = :paper and e.grade is not null
            """;

    @Inject
    private Sql sql;

    @Override
    public List<Approved> of(FiscalYear year) {
        return sql.of(GRADES + " and e.fiscal_year = :year")
                .with("paper", Papers.RESULTS)
                .with("year", year)
                .list(Approved.class);
    }

    @Override
    public List<Approved> of(String programmeId) {
        return sql.of(GRADES + " and e.programme_id = :programme")
                .with("paper", Papers.RESULTS)
                .with("programme", programmeId)
                .list(Approved.class);
    }
}
