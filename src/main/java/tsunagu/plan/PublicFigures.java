package tsunagu.plan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.DailyTask;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.FewPeople;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/**
 * Puts together every night what the public sees of years that are not approved, total and rows alike (decision 0056). A figure about
 * people that moved by fewer than three stays as it was shown until more have come: from two nights could otherwise be told who came
 * between them. What is approved is shown as it is.
 */
@ApplicationScoped
@Transactional
public class PublicFigures implements DailyTask {

    @Inject
    private Sql sql;

    @Inject
    private PlanQueries queries;

    @Inject
    private PublicPresences presences;

    @Inject
    private Clock clock;

    private record Counted(long measureId, String programmeId, String measure, FiscalYear year, boolean approved) {}

    private record Shown(BigDecimal total, BigDecimal people) {

        static final Shown NOTHING = new Shown(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Override
    public String task() {
        return "public-figures";
    }

    /** A portal that is new, or was brought up to this release, need not wait for the night. */
    void first(@Observes @Priority(DatabaseReady.DEMONSTRATION + 10) DatabaseReady ready) {
        if (queries.lastNight().isEmpty()) {
            run(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
        }
    }

    @Override
    public void run(LocalDate today) {
        queries.refresh();
        presences.putTogether(today);
        sql.of(
                        """
                        delete from public_figure p where not exists (
                            select from figure_total t where t.measure_id = p.measure_id and t.fiscal_year = p.fiscal_year)
                        """)
                .run();
        words();
        for (Counted each : counted()) {
            List<FigureRow> rows = FigureRows.withoutPersons(
                    queries.figureRows(each.programmeId(), each.measure(), each.year(), false));
            BigDecimal people = FigureRows.people(rows);
            BigDecimal total = rows.stream().map(FigureRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            Optional<Shown> shown = shown(each);
            // Of a year that is over the first look tells nobody's moment.
            boolean compared = shown.isPresent() || each.year().contains(today);
            if (!each.approved() && compared && moved(shown.orElse(Shown.NOTHING), total, people)) {
                continue;
            }
            show(each, total, people, today);
            List<FigureRow> disclosed = FigureRows.disclosed(rows);
            if (!disclosed.equals(queries.publicRows(each.programmeId(), each.measure(), each.year()))) {
                write(each, disclosed);
            }
        }
    }

    /** What is held keeps its numbers, not its words: a title that was corrected is corrected. */
    private void words() {
        sql.of(
                        """
                        update public_figure_row r
                        set event_title = e.title,
                            session_title = case when exists (select from event_session s
                                where s.event_id = e.id and coalesce(s.title, '') = r.session_title) then r.session_title else '' end,
                            place = case when exists (select from event_session s
                                where s.event_id = e.id and coalesce(s.place, '') = r.place) then r.place else '' end
                        from event e
                        where e.code = r.event_code
                        """)
                .run();
    }

    private List<Counted> counted() {
        return sql.of(
                        """
                        select t.measure_id, m.programme_id, m.code as measure, t.fiscal_year as year,
                            exists (select from approval_in_force a
                                where a.programme_id = m.programme_id and a.fiscal_year = t.fiscal_year) as approved
                        from figure_total t join measure m on m.id = t.measure_id
                        order by t.measure_id, t.fiscal_year
                        """)
                .list(Counted.class);
    }

    /** By one or two people, in how many there were or in what they add to the figure (distinct persons may come again). */
    private static boolean moved(Shown shown, BigDecimal total, BigDecimal people) {
        boolean ofPeople = people.signum() > 0 || shown.people().signum() > 0;
        return ofPeople
                && (FewPeople.few(people.subtract(shown.people()).abs())
                        || FewPeople.few(total.subtract(shown.total()).abs()));
    }

    private Optional<Shown> shown(Counted figure) {
        return sql.of("select total, people from public_figure where measure_id = :measure and fiscal_year = :year")
                .with("measure", figure.measureId())
                .with("year", figure.year())
                .first(Shown.class);
    }

    private void show(Counted figure, BigDecimal total, BigDecimal people, LocalDate today) {
        sql.of(
                        """
                        insert into public_figure (measure_id, fiscal_year, total, people, as_of)
                        values (:measure, :year, :total, :people, :today)
                        on conflict (measure_id, fiscal_year) do update
                            set total = excluded.total, people = excluded.people, as_of = excluded.as_of
                        """)
                .with("measure", figure.measureId())
                .with("year", figure.year())
                .with("total", total)
                .with("people", people)
                .with("today", today)
                .run();
    }

    private void write(Counted figure, List<FigureRow> rows) {
        sql.of("delete from public_figure_row where measure_id = :measure and fiscal_year = :year")
                .with("measure", figure.measureId())
                .with("year", figure.year())
                .run();
        for (int i = 0; i < rows.size(); i++) {
            FigureRow row = rows.get(i);
            sql.of(
                            """
                            insert into public_figure_row (measure_id, fiscal_year, no, kind, event_code, event_title, session_title,
                                place, known_to, held_on, role, quantity, present, corrections)
                            values (:measure, :year, :no, :kind, :event, :title, :session, :place, :known, :held, :role, :quantity,
                                :present, :corrections)
                            """)
                    .with("measure", figure.measureId())
                    .with("year", figure.year())
                    .with("no", i + 1)
                    .with("kind", row.kind())
                    .with("event", row.eventCode())
                    .with("title", row.eventTitle())
                    .with("session", row.sessionTitle())
                    .with("place", row.place())
                    .with("known", row.knownTo())
                    .with("held", row.heldOn())
                    .with("role", row.role())
                    .with("quantity", row.quantity())
                    .with("present", row.present())
                    .with("corrections", row.corrections())
                    .run();
        }
    }
}
