package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.shared.Sql;

/** Writes targets and reported figures. Rows are only ever added: a change is a new revision with its reason. */
@ApplicationScoped
class FigureRegister {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void addTarget(long measureId, FigureEntry entry) {
        sql.of("""
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
        sql.of("""
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
