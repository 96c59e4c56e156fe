package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.shared.EventCounting;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Measures that are computed from events, by the definitions in force; and events that none of them counts. */
@ApplicationScoped
class EventCountingQueries implements EventCounting {

    /** Countings that look at events (R__05_figures.sql); the first four look at the people in them. */
    private static final String OF_EVENTS =
            "('ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'BOOTH_VISITORS', 'BOOTH_VISITS', 'SESSIONS_HELD',"
                    + " 'EVENTS_HELD', 'COMPANIES_DISTINCT')";

    @Inject
    private Sql sql;

    private record Stored(String label, String counting, List<String> types, List<String> roles) {

        Measure measure() {
            boolean people = Set.of("ATTENDANCE_TOTAL", "PERSONS_DISTINCT", "BOOTH_VISITORS", "BOOTH_VISITS")
                    .contains(counting);
            return new Measure(label, people, Set.copyOf(types), Set.copyOf(roles));
        }
    }

    @Override
    public List<Measure> measures(String programmeId, String eventCode, FiscalYear year) {
        return sql
                .of(
                        """
                        select m.label, d.counting, coalesce(d.event_types, '{}') as types, coalesce(d.roles, '{}') as roles
                        from measure_year d
                        join measure m on m.id = d.measure_id
                        where d.programme_id = :programme and d.fiscal_year = :year and d.basis = 'RECORDS'
                            and (d.event_codes is null or cast(:event as text) = any(d.event_codes))
                            and d.counting in\s"""
                                + OF_EVENTS + " order by m.id")
                .with("programme", programmeId)
                .with("event", eventCode)
                .with("year", year)
                .list(Stored.class)
                .stream()
                .map(Stored::measure)
                .toList();
    }

    /** An event of the programme with a session in the year. @param firstDay null where a paper names none */
    record Uncounted(String code, String title, String type, LocalDate firstDay) {}

    /** Published events that feed no measure of their programme in the year, though it is computed from events. */
    List<Uncounted> uncounted(String programmeId, FiscalYear year) {
        return sql.of(
                        """
                        select e.code, e.title, e.type, min(s.held_on) as first_day
                        from event e
                        join event_session s on s.event_id = e.id and s.fiscal_year = :year and s.outcome <> 'NOT_HELD'
                        where e.programme_id = :programme and e.state = 'PUBLISHED'
                            and not exists (select 1
                                from measure_year d
                                where d.programme_id = e.programme_id and d.fiscal_year = s.fiscal_year and d.basis = 'RECORDS'
                                    and (d.event_types is null or e.type = any(d.event_types))
                                    and (d.event_codes is null or e.code = any(d.event_codes))
                                    and (d.counting in ('SESSIONS_HELD', 'EVENTS_HELD', 'COMPANIES_DISTINCT')
                                        or d.counting in\s"""
                                + OF_EVENTS
                                + """
                                            and (d.roles is null or exists (select 1 from session_counted_role c
                                                where c.session_id = s.id and c.role = any(d.roles)))))
                        group by e.id
                        order by first_day nulls last, e.id
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .list(Uncounted.class);
    }
}
