package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/**
 * The city's plans, one after the other, remembered for a minute because every page of the plan asks for their years. What another node
 * sets is seen within that minute, what this one sets at once.
 */
@ApplicationScoped
public class PlanPeriods {

    private static final long GOOD_NANOS = Duration.ofMinutes(1).toNanos();

    /** They were set in a transaction that may still fail. */
    record Changed() {}

    private record Remembered(List<PlanPeriod> periods, long since) {}

    private record Stored(String name, int firstYear, int lastYear) {}

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<Changed> changed;

    private final AtomicReference<Remembered> remembered = new AtomicReference<>();

    /** The earliest first; none in an installation without a plan. */
    public List<PlanPeriod> all() {
        Remembered known = remembered.get();
        if (known != null && System.nanoTime() - known.since() < GOOD_NANOS) {
            return known.periods();
        }
        List<PlanPeriod> periods = stored();
        // Without a plan there is nothing to remember: the page that takes one over is to see it.
        remembered.set(periods.isEmpty() ? null : new Remembered(periods, System.nanoTime()));
        return periods;
    }

    private List<PlanPeriod> stored() {
        return sql.of("select name, first_year, last_year from plan order by first_year").list(Stored.class).stream()
                .map(each ->
                        new PlanPeriod(each.name(), new FiscalYear(each.firstYear()), new FiscalYear(each.lastYear())))
                .toList();
    }

    /** Years of all plans; without a plan the running year, so that its pages are there and empty. */
    public List<FiscalYear> years() {
        List<FiscalYear> years =
                all().stream().flatMap(each -> each.years().stream()).toList();
        return years.isEmpty() ? List.of(FiscalYear.current(clock)) : years;
    }

    public FiscalYear first() {
        return years().get(0);
    }

    public FiscalYear last() {
        List<FiscalYear> years = years();
        return years.get(years.size() - 1);
    }

    /** The plan of a year; of a year outside of all plans the one that is nearest. */
    public PlanPeriod of(FiscalYear year) {
        PlanPeriod found = null;
        for (PlanPeriod each : all()) {
            if (found == null || each.first().compareTo(year) <= 0) {
                found = each;
            }
        }
        return found == null ? new PlanPeriod("", year, year) : found;
    }

    /** Adds a plan, or gives the one that begins in the same year another name and end. */
    public void set(PlanPeriod period) {
        sql.of(
                        """
                        insert into plan (first_year, last_year, name) values (:first, :last, :name)
                        on conflict (first_year) do update set name = excluded.name, last_year = excluded.last_year
                        """)
                .with("first", period.first())
                .with("last", period.last())
                .with("name", period.name())
                .run();
        changed.fire(new Changed());
    }

    void anew(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        remembered.set(null);
    }
}
