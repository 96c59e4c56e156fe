package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Writes targets and reported figures. Rows are only ever added: a change is a new revision with its reason. */
@ApplicationScoped
class FigureRegister {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** What somebody entered. @param value null: taken back */
    record Entered(BigDecimal value, String reason) {}

    long latest(String programmeId, FiscalYear year) {
        return sql.of(
                        """
                        select coalesce(max(x.id), 0)
                        from (select measure_id, fiscal_year, id from target union all
                            select measure_id, fiscal_year, id from reported_figure) x
                        join measure m on m.id = x.measure_id
                        where m.programme_id = :programme and x.fiscal_year = :year
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .one(Long.class);
    }

    /** The target that was entered since the form was opened. */
    Optional<Entered> targetSince(long measureId, FigureEntry entry) {
        return sql.of(
                        """
                        select value, reason from target
                        where measure_id = :measure and fiscal_year = :year and basis = :basis and id > cast(:seen as bigint)
                        order by revision desc
                        limit 1
                        """)
                .with("measure", measureId)
                .with("year", entry.year())
                .with("basis", entry.basis().strip())
                .with("seen", entry.seen())
                .first(Entered.class);
    }

    /** The actual that was entered since the form was opened. */
    Optional<Entered> reportedSince(long measureId, FigureEntry entry) {
        return sql.of(
                        """
                        select value, source as reason from reported_figure
                        where measure_id = :measure and fiscal_year = :year and id > cast(:seen as bigint)
                        order by revision desc
                        limit 1
                        """)
                .with("measure", measureId)
                .with("year", entry.year())
                .with("seen", entry.seen())
                .first(Entered.class);
    }

    void addTarget(long measureId, FigureEntry entry) {
        sql.of(
                        """
                        insert into target (id, measure_id, fiscal_year, basis, revision, value, reason, set_at)
                        values (nextval('tsunagu_seq'), :measure, :year, :basis,
                            coalesce((select max(revision) from target
                                where measure_id = :measure and fiscal_year = :year and basis = :basis), 0) + 1,
                            :value, :reason, :now)
                        """)
                .with("measure", measureId)
                .with("year", entry.year())
                .with("basis", entry.basis().strip())
                .with("value", entry.value())
                .with("reason", entry.reason())
                .with("now", clock.instant())
                .run();
    }

    void addReported(long measureId, FigureEntry entry) {
        sql.of(
                        """
                        insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)
                        values (nextval('tsunagu_seq'), :measure, :year,
                            coalesce((select max(revision) from reported_figure
                                where measure_id = :measure and fiscal_year = :year), 0) + 1,
                            :value, :source, :now)
                        """)
                .with("measure", measureId)
                .with("year", entry.year())
                .with("value", entry.value())
                .with("source", entry.reason())
                .with("now", clock.instant())
                .run();
    }
}
