package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;

/** Every list of the desks, asked for all that its columns can be asked for: a column that the statement does not know is found here. */
@ArquillianTest
class DeskColumnsIT {

    @Inject
    @Any
    private Instance<DeskList<?>> lists;

    @Inject
    private RegistrationService registrations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void every_column_sorts_and_finds_what_stands_in_it() {
        world.city();
        ManagedEvent event = world.event("bcp-seminar", EventType.SEMINAR, 5);
        long session = event.sessions().get(0).session().id();
        for (String name : List.of("一覧 一子", "一覧 二子")) {
            currentActor.as(
                    world.seeker(name),
                    () -> registrations.register(
                            event.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        }
        Actor everybody = everybody();
        Map<String, String> belongs = belongs(event, session);
        Set<String> full = new TreeSet<>();
        int asked = 0;
        for (DeskList<?> list : lists) {
            if (list.listing().name().equals("samples")) {
                // In a demonstration only, where the style page and its test ask it.
                continue;
            }
            String of = belongs.getOrDefault(list.listing().name(), "");
            asked += currentActor.as(everybody, () -> ask(list, of, full));
            assertTrue(
                    list.keeps().stream()
                            .allMatch(each -> list.listing().column(each).isEmpty()),
                    list.listing().name() + ": what an address keeps is no column");
        }
        assertTrue(asked > 300, asked + " questions");
        assertTrue(
                full.containsAll(List.of(
                        "registrations",
                        "placements",
                        "applications",
                        "companies",
                        "events",
                        "accounts",
                        "own-postings",
                        "postings",
                        "members",
                        "own-fairs",
                        "exhibitors",
                        "evaluations",
                        "survey-silent",
                        "minimum-wages",
                        "appointments",
                        "free-times")),
                "lists with rows: " + full);
    }

    /** What lists belong to that belong to something: an event with a booth and a round of meetings, an office with a free and a taken time. */
    private Map<String, String> belongs(ManagedEvent event, long session) {
        String year = FiscalYear.of(LocalDate.now(FiscalYear.ZONE)).code();
        long round = world.number("select count(*) from meeting_round where event_id = " + event.id());
        if (round == 0) {
            world.amend(
                    "insert into meeting_round (id, event_id, session_id, first_at, minutes, pause, slots, most, closes_at, seed,"
                            + " version) values (nextval('tsunagu_seq'), "
                            + event.id() + ", " + session
                            + ", now() + interval '9 days', 15, 5, 4, 3, now() + interval '8 days', repeat('a', 64), 0)");
        }
        String office = "desk" + System.nanoTime();
        world.amend(
                "insert into consultation_office (id, code, name, position, version) values (nextval('tsunagu_seq'), '"
                        + office + "', '" + office + "', 1000 + (random() * 100000)::int, 0)");
        String of = "(select id from consultation_office where code = '" + office + "')";
        for (int hours = 30; hours < 32; hours++) {
            world.amend(
                    "insert into consultation_time (id, office_id, starts_at, ends_at, fiscal_year, version) values (nextval('tsunagu_seq'), "
                            + of + ", now() + interval '" + hours + " hours', now() + interval '" + hours
                            + " hours 30 minutes', fiscal_year_of(now() + interval '" + hours + " hours'), 0)");
        }
        world.amend(
                "insert into consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version)"
                        + " select nextval('tsunagu_seq'), '" + office
                        + "', min(t.id), (select min(id) from person), false, 'BOOKED', now(), now(), 0"
                        + " from consultation_time t where t.office_id = " + of);
        return Map.of(
                "registrations", String.valueOf(session),
                "exhibitors", event.event().code(),
                "booth-visitors", event.event().code(),
                "meeting-timetable", event.event().code(),
                "appointments", office,
                "free-times", office,
                "evaluations", year,
                "survey-answers", year,
                "survey-silent", year);
    }

    /** Somebody of every role, who acts for a company with an application and a hire. */
    private Actor everybody() {
        Actor person = world.seeker("一覧 全員" + System.nanoTime());
        String[] posting = world.text("select p.id || ' ' || e.edition || ' ' || p.company_id from posting p"
                        + " join posting_edition e on e.posting_id = p.id order by p.id limit 1")
                .split(" ");
        String company = posting[2];
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + company + ", " + person.accountId() + ", 'EDITOR', now(), 0)");
        world.amend(
                "insert into job_application (id, code, posting_id, edition, company_id, person_id, state, name, email, email_key, message,"
                        + " applied_at, moved_at, version) values (nextval('tsunagu_seq'), 'desk" + System.nanoTime()
                        + "', " + posting[0]
                        + ", " + posting[1] + ", " + company + ", " + person.personId()
                        + ", 'HIRED', 'n', " + world.sealed("n@example.jp")
                        + ", testing.mark('n@example.jp'), 'm', now(), now(), 0)");
        world.amend(
                "insert into event_exhibitor (event_id, company_id, booth, staff) select e.id, " + company
                        + ", 'A-1', '' from event e where e.state = 'PUBLISHED' order by e.id desc limit 1 on conflict do nothing");
        world.amend(
                "insert into placement (id, application_id, posting_id, company_id, person_id, hired_on, in_city, company_said_at,"
                        + " version) select nextval('tsunagu_seq'), a.id, a.posting_id, a.company_id, a.person_id, (now() at time zone 'Asia/Tokyo')::date, true, now(), 0"
                        + " from job_application a where a.person_id = " + person.personId());
        return new Actor(person.accountId(), person.personId(), "desks", Set.of(Role.values()));
    }

    private static <R> int ask(DeskList<R> list, String of, Set<String> full) {
        String name = list.listing().name();
        int asked = 0;
        List<R> all = list.find(Asked.nothing(), of).rows();
        if (!all.isEmpty()) {
            full.add(name);
        }
        for (Column<R> column : list.listing().columns()) {
            if (column.sortable()) {
                list.find(Asked.nothing().sorted(column.key(), true), of);
                asked++;
            }
            for (String parameter : column.parameters()) {
                R row = all.stream()
                        .filter(each -> value(column, each) != null)
                        .findFirst()
                        .orElse(null);
                String wanted = row == null ? "1" : value(column, row);
                Asked one = new Asked("", Map.of(parameter, List.of(wanted)), "", false, 1, 100, List.of(), false);
                List<Object> ids = list.find(one, of).rows().stream()
                        .map(DeskColumnsIT::id)
                        .toList();
                List<Object> taken = new ArrayList<>();
                list.each(one, of, each -> taken.add(id(each)));
                assertEquals(
                        ids, taken.subList(0, Math.min(100, taken.size())), name + " " + parameter + ": page and file");
                // Nothing but this row says what is on its page; the first hundred of many may leave it out.
                assertTrue(
                        row == null || taken.contains(id(row)),
                        name + " " + parameter + "=" + wanted + " finds what it stands in");
                asked++;
            }
        }
        Asked words = new Asked("一覧", Map.of(), "", false, 1, 20, List.of(), false);
        list.find(words, of);
        return asked + 1;
    }

    /** What somebody types to find the row by this column; null where nothing stands in it. */
    private static <R> String value(Column<R> column, R row) {
        Object value = column.value(row);
        if (value == null || value.toString().isBlank() || value.equals(List.of())) {
            return null;
        }
        if (column.kind() == Column.Kind.CHOICE) {
            Object first = value instanceof List<?> several ? several.get(0) : value;
            return column.choices().entrySet().stream()
                    .filter(each -> each.getValue().equals(first))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
        if (value instanceof Instant moment) {
            return LocalDate.ofInstant(moment, FiscalYear.ZONE).toString();
        }
        String text = value.toString();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static Object id(Object row) {
        try {
            Method id = row.getClass().getMethod("id");
            return id.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
