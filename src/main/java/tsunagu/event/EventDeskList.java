package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Events as staff work with them, those that come next at the beginning. Closed ones are found by words and filters only. */
@ApplicationScoped
@Transactional
public class EventDeskList implements DeskList<EventDeskList.Row> {

    private static final int FIRST_YEAR = 2019;

    /**
     * @param state DRAFT, PUBLISHED, OVER (published, and its last day is past), CLOSED or CANCELLED
     * @param year fiscal year of its first session, its code ("R8"); null without a session
     * @param firstOn day of its first session, as far as it is known
     * @param nextOn day of the next session that is still to come; null: none is
     * @param capacity seats of all sessions; null: one of them has no limit
     * @param registered who have a seat, without those who come along
     * @param present who were there with a name, without those who were only counted
     * @param keeper who of the staff looks after it; null: nobody has said so
     * @param answers people who answered the questionnaire afterwards
     */
    public record Row(
            long id,
            String code,
            String title,
            String type,
            String state,
            String programme,
            String year,
            LocalDate firstOn,
            LocalDate nextOn,
            long sessions,
            Long capacity,
            Long taken,
            long registered,
            long present,
            long answers,
            String keeper) {}

    private static final String SELECT =
            """
            select e.id, e.code, e.title, e.type,
                case when e.closed_at is not null then 'CLOSED' when e.state = 'PUBLISHED' and s.last_on < :today then 'OVER' else e.state end as state,
                p.name as programme, 'R' || (s.fiscal_year - 2018) as year, s.first_on, s.next_on, s.sessions, s.capacity, s.taken,
                (select count(*) from registration r where r.event_id = e.id and r.state = 'CONFIRMED') as registered,
                (select count(*) from attendance a join event_session x on x.id = a.session_id
                 where x.event_id = e.id and a.undone_at is null) as present,
                (select count(distinct a.registration_id) from event_question q join event_answer a on a.question_id = q.id
                 where q.event_id = e.id and q.moment = 'AFTERWARDS') as answers,
                k.name as keeper
            from event e
            left join programme p on p.id = e.programme_id
            left join account a on a.id = e.keeper_id
            left join person k on k.id = a.person_id
            left join lateral (
                select min(held_on) as first_on, max(held_on) as last_on, count(*) as sessions, sum(taken)::bigint as taken,
                    bool_or(starts_at is not null) as exact,
                    min(held_on) filter (where held_on >= :today and outcome <> 'NOT_HELD') as next_on,
                    case when bool_and(capacity is not null) then sum(capacity)::bigint end as capacity, min(fiscal_year) as fiscal_year
                from event_session where event_id = e.id) s on true
            where :all or e.closed_at is null and (coalesce(s.exact, true) or s.last_on >= :today)
                and (e.state <> 'CANCELLED' or s.last_on >= :today)""";

    private static final Listing<Row> LIST = new Listing<>(
            "events",
            "event.desklist.",
            Row.class,
            "id",
            SELECT,
            "nextOn",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/staff/events/" + row.code()),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "event.desklist.state.",
                                    List.of("DRAFT", "PUBLISHED", "OVER", "CLOSED", "CANCELLED"))
                            .toned(row -> switch (row.state()) {
                                case "PUBLISHED" -> "good";
                                case "DRAFT" -> "warn";
                                default -> "quiet";
                            }),
                    Column.choice(
                            "type",
                            Row::type,
                            "event.type.",
                            Arrays.stream(EventType.values()).map(Enum::name).toList()),
                    Column.day("nextOn", Row::nextOn),
                    Column.day("firstOn", Row::firstOn).aside(),
                    Column.choice("year", Row::year, EventDeskList::years).aside(),
                    Column.number("sessions", Row::sessions),
                    Column.number("registered", Row::registered),
                    Column.number("capacity", Row::capacity),
                    Column.number("taken", Row::taken).aside(),
                    Column.number("present", Row::present),
                    Column.number("answers", Row::answers).aside(),
                    Column.text("programme", Row::programme).aside(),
                    Column.text("keeper", Row::keeper)));

    @Inject
    private DeskQueries queries;

    @Inject
    private Clock clock;

    private static Map<String, Object> years() {
        Map<String, Object> years = new LinkedHashMap<>();
        for (int year = FIRST_YEAR + 14; year >= FIRST_YEAR; year--) {
            String code = new FiscalYear(year).code();
            years.put(code, code);
        }
        return years;
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, scope(asked));
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, scope(asked), reader);
    }

    /** What is over and done with is found by whoever looks for it, and is in nobody's way. */
    private Map<String, Object> scope(Asked asked) {
        return Map.of("today", today(), "all", asked.filtered());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
