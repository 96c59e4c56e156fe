package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What waits for managers: sheets that were submitted, and what the records say now against what was approved. */
@ApplicationScoped
@Transactional
public class ManagerWork implements RoleWork {

    /** Sheets of a year. @param since null: of a paper that was not submitted here */
    record Sheets(int fiscalYear, long count, Instant since) {

        Waiting waiting(String text, String shown) {
            FiscalYear year = new FiscalYear(fiscalYear);
            return new Waiting(text, year.code(), count, since, null, "/evaluations?year=" + year.code() + shown);
        }
    }

    @Inject
    private Sql sql;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.MANAGER);
    }

    @Override
    @UseCase(allow = Role.MANAGER, changes = false)
    public List<Waiting> roleWork() {
        List<Waiting> all = new ArrayList<>(sql
                .of("select fiscal_year, count(*) as count, min(submitted_at) as since from evaluation_sheet"
                        + " where state = 'SUBMITTED' group by fiscal_year order by fiscal_year")
                .list(Sheets.class)
                .stream()
                .map(each -> each.waiting("evaluation.work.submitted", "&state=SUBMITTED"))
                .toList());
        all.addAll(Waiting.of(
                "evaluation.work.differences",
                "/official",
                sql.of(
                                "select count(*) as count, min(n.found_at) as since, null::date as until from numbered_difference n"
                                        + " join approval_in_force a on a.seq = n.seq where n.ended_at is null")
                        .one(Waiting.Counted.class)));
        return all;
    }
}
