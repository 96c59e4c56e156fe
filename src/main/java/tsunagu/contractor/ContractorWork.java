package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What waits for a contractor: months of the running year without a number, each since it was over, by programme. */
@ApplicationScoped
@Transactional
public class ContractorWork implements RoleWork {

    /** Months after the end of a year in which what is missing of it still waits. */
    private static final int AFTERWARDS = 4;

    @Inject
    private Sql sql;

    @Inject
    private MonthlyRepository months;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.PARTNER);
    }

    @Override
    @UseCase(allow = Role.PARTNER, changes = false)
    public List<Waiting> roleWork() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        // What is missing of a year that has just ended is asked for until its figures are put together.
        LocalDate first = FiscalYear.of(today.minusMonths(AFTERWARDS)).firstDay();
        List<Waiting> all = new ArrayList<>();
        for (String programme : months.programmesOf(currentActor.get().accountId())) {
            String name = sql.of("select name from programme where id = :programme")
                    .with("programme", programme)
                    .one(String.class);
            List<LocalDate> silent = sql.of(
                            "select m::date as month from generate_series(cast(:first as date), cast(:last as date),"
                                    + " interval '1 month') m where not exists (select from monthly_total t"
                                    + " where t.programme_id = :programme and t.month = m::date) order by 1")
                    .with("first", first)
                    .with("last", YearMonth.from(today).minusMonths(1).atDay(1))
                    .with("programme", programme)
                    .list(LocalDate.class);
            silent.stream()
                    .collect(Collectors.groupingBy(FiscalYear::of, TreeMap::new, Collectors.toList()))
                    .forEach((year, missing) -> all.add(new Waiting(
                            "support.work.unreported",
                            name + " " + year.code(),
                            missing.size(),
                            missing.get(0)
                                    .plusMonths(1)
                                    .atStartOfDay(FiscalYear.ZONE)
                                    .toInstant(),
                            null,
                            "/monthly?programme=" + programme + "&year=" + year.code())));
        }
        return all;
    }
}
