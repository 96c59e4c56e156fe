package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
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

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.MANAGER);
    }

    @Override
    @UseCase(allow = Role.MANAGER, changes = false)
    public List<Waiting> roleWork() {
        FiscalYear year = FiscalYear.underReview(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
        List<Waiting> all = new ArrayList<>(Waiting.of(
                "evaluation.work.submitted",
                "/evaluations?year=" + year.code() + "&show=SUBMITTED",
                sql.of("select count(*) as count, min(submitted_at) as since, null::date as until from evaluation_sheet"
                                + " where state = 'SUBMITTED' and fiscal_year = :year")
                        .with("year", year)
                        .one(Waiting.Counted.class)));
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
