package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.AttendanceImportService;
import tsunagu.attendance.CheckInRecord;
import tsunagu.attendance.DoorInboxService;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorReportService;
import tsunagu.attendance.EventReportService;
import tsunagu.attendance.HeadCountEntry;
import tsunagu.attendance.HeadCountService;
import tsunagu.attendance.ScanOutcome;
import tsunagu.desk.Asked;
import tsunagu.event.AttendanceRole;
import tsunagu.event.ClosingCheck;
import tsunagu.event.EventClosing;
import tsunagu.event.EventDeskList;
import tsunagu.event.EventDraft;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.question.Results;
import tsunagu.registration.Companions;
import tsunagu.shared.Actor;
import tsunagu.shared.LongWork;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** An event is closed: nothing of its report changes any more, by whatever door, until somebody reopens it and says why. */
@ArquillianTest
class EventClosingIT extends Seats {

    private static final String WHY = "名簿に1人抜けていたため";

    @Inject
    private EventClosing closing;

    @Inject
    private EventReportService reports;

    @Inject
    private EventDeskList list;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private DoorReportService phoneReports;

    @Inject
    private DoorInboxService inbox;

    @Inject
    private HeadCountService headCounts;

    @Inject
    private AttendanceImportService imports;

    @Inject
    private Clock clock;

    @Test
    void a_closed_event_stays_as_its_report_says() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5, 5);
        String code = event.event().code();
        long session = event.sessions().get(0).session().id();
        long other = event.sessions().get(1).session().id();
        Actor came = world.seeker("来た 一子");
        String ticket = register(came, event, false);
        String absent = register(world.seeker("来ない 二郎"), event, false);
        staff(() -> door.checkIn(session, ticket, Secrets.token()));
        Actor helper = new Actor(world.seeker("受付の係").accountId(), null, "door", Set.of(Role.DOOR));
        DoorPhoneService.Opened phone = currentActor.as(
                helper, () -> phones.open(session, Secrets.token(), "受付 1").orElseThrow());
        assertEquals(Map.of("toCome", 2L), unfinished(code));
        assertEquals("event.error.unfinished", key(() -> close(code)));
        past(event, 1);
        assertEquals(Map.of("letters", 2L, "unsaid", 1L), unfinished(code), "thanks are written tomorrow");
        past(event, 3);
        world.amend("insert into door_conflict (id, session_id, scan_id, kind, raised_at, version)"
                + " select nextval('tsunagu_seq'), session_id, id, 'LET_IN_TWICE', now(), 0 from scan where session_id = "
                + session);
        assertEquals(Map.of("inbox", 1L, "unsaid", 1L), unfinished(code));
        world.amend("update door_conflict set settled_at = now() where session_id = " + session);
        staff(() -> events.settle(code, other, version(other), false, "だれも来なかった"));
        assertEquals(Map.of(), unfinished(code));
        assertTrue(listed(Asked.nothing(), code));
        close(code);

        assertNotNull(report(code).closedAt());
        assertEquals("event.error.closed", key(() -> close(code)));
        assertFalse(listed(Asked.nothing(), code), "out of the way");
        assertTrue(listed(state("CLOSED"), code), "and found");
        String before = report(code).lines().toString();
        Map<String, Runnable> doors = new TreeMap<>();
        doors.put("paper", () -> inbox.enter(session, Map.of(registration(absent), Companions.NONE), Secrets.token()));
        doors.put(
                "take back",
                () -> inbox.takeBack(
                        session,
                        world.number("select id from attendance where session_id = ?1", session),
                        (int) world.number("select version from attendance where session_id = ?1", session),
                        WHY));
        doors.put("head count", () -> headCounts.enter(heads(session)));
        doors.put("list", () -> imports.take(session, table("抜けていた 三郎"), LongWork.Progress.UNSEEN));
        doors.put("held", () -> events.settle(code, other, version(other), true, WHY));
        doors.put("cancel", () -> events.cancel(code, events.event(code).version(), WHY));
        doors.put("change", () -> events.change(code, events.event(code).version(), draft(event)));
        doors.forEach((what, work) -> assertEquals("event.error.closed", key(() -> staff(work)), what));
        assertThrows(Exception.class, () -> staff(() -> door.checkIn(session, absent, Secrets.token())), "the door");
        assertEquals(
                ScanOutcome.NOT_OPEN,
                currentActor
                        .as(helper, () -> phoneReports.report(session, phone.secret(), 0, letIn(absent), false))
                        .outcome(),
                "what a phone says is kept, and staff look at it");
        assertEquals(
                1,
                world.number(
                        "select count(*) from door_conflict where session_id = ?1 and settled_at is null", session));
        // Whatever the portal forgets to ask, the database refuses.
        for (String sql : List.of(
                "update attendance set undone_at = now() where session_id = " + session,
                "insert into head_count (id, session_id, role, persons, new_persons, source, recorded_at, version)"
                        + " values (nextval('tsunagu_seq'), " + session + ", 'GENERAL', 3, 3, 'x', now(), 0)",
                "delete from session_counted_role where session_id = " + session,
                "update registration set state = 'CANCELLED' where ticket_token = '" + absent + "'",
                "update event_session set outcome = 'HELD' where id = " + other,
                "update event set type = 'OTHER' where id = " + event.id())) {
            assertThrows(Exception.class, () -> world.amend(sql), sql);
        }
        assertEquals(before, report(code).lines().toString());

        assertEquals("event.error.reopenWhy", key(() -> reopen(code, " ")));
        reopen(code, WHY);
        assertEquals(
                1,
                world.number(
                        "select count(*) from audit_entry where table_name = 'event' and row_id = '" + event.id()
                                + "' and reason = ?1",
                        WHY));
        assertNull(report(code).closedAt());
        staff(() -> headCounts.enter(heads(session)));
        assertEquals(3, report(code).total().heads());
        assertEquals("event.error.notClosed", key(() -> reopen(code, WHY)));
    }

    /** Who turns out to be one person, and who has their answer deleted, changes the report of a closed event no more; the difference is said. */
    @Test
    void what_was_true_at_the_closing_stays_and_what_is_different_today_is_said() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        String code = event.event().code();
        long session = event.sessions().get(0).session().id();
        Actor one = world.seeker("一人 にすぎない");
        Actor other = world.seeker("ひとり にすぎない");
        for (Actor each : List.of(one, other)) {
            String ticket = register(each, event, false);
            staff(() -> door.checkIn(session, ticket, Secrets.token()));
        }
        world.amend("insert into event_question (id, event_id, number, moment, kind, text, version)"
                + " values (nextval('tsunagu_seq'), " + event.id() + ", 1, 'AFTERWARDS', 'NUMBER', '何点ですか', 0)");
        world.amend("insert into event_answer (id, registration_id, question_id, value, answered_at, version)"
                + " select nextval('tsunagu_seq'), r.id, q.id, case r.person_id when " + one.personId()
                + " then '5' else '3' end, now(), 0 from registration r, event_question q where q.event_id = r.event_id and r.event_id = "
                + event.id());
        past(event, 3);
        close(code);
        String lines = report(code).lines().toString();
        assertEquals(2, report(code).persons());
        assertEquals(List.of(), report(code).differences());

        world.amend("update person set merged_into = " + one.personId() + " where id = " + other.personId());
        world.amend("delete from event_answer a using registration r where r.id = a.registration_id and r.person_id = "
                + other.personId());
        assertEquals(2, report(code).persons(), "as it was");
        assertEquals(lines, report(code).lines().toString());
        assertEquals(
                List.of("answers 2 1", "persons 2 1"),
                report(code).differences().stream()
                        .map(each -> each.name() + " " + each.then() + " " + each.now())
                        .toList());
        Results answered =
                currentActor.as(World.STAFF, () -> reports.results(code)).get(0);
        assertEquals(2, answered.answered());
        assertEquals(4.0, answered.mean());
        assertThrows(Exception.class, () -> world.amend("delete from event_closing where event_id = " + event.id()));

        reopen(code, WHY);
        assertEquals(1, report(code).persons(), "worked with again, it is counted again");
        close(code);
        assertEquals(1, report(code).persons());
        assertEquals(List.of(), report(code).differences());
        assertEquals(2, world.number("select count(*) from event_closing where event_id = ?1", event.id()));
    }

    /** What does not take place is not waited for: neither its day, if that is still to come, nor the letters of thanks nobody gets. */
    @Test
    void a_session_that_is_called_off_keeps_no_event_open() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5, 5);
        String code = event.event().code();
        long held = event.sessions().get(0).session().id();
        long off = event.sessions().get(1).session().id();
        past(event, 3);
        world.amend("update event_session set outcome = 'HELD' where id = " + held);
        for (int days : List.of(-10, 0, 1)) {
            world.amend("update event_session set outcome = 'NOT_HELD', held_on = d,"
                    + " starts_at = (d + time '10:00') at time zone 'Asia/Tokyo',"
                    + " ends_at = (d + time '11:00') at time zone 'Asia/Tokyo',"
                    + " fiscal_year = extract(year from d - interval '3 months')"
                    + " from (select (now() at time zone 'Asia/Tokyo')::date - (" + days + ") as d) x where id = "
                    + off);
            assertEquals(Map.of(), unfinished(code), days + " days ago");
        }
        close(code);
        assertNotNull(report(code).closedAt());
    }

    /** What was begun before the closing is before it: the report has it. */
    @Test
    void closing_waits_for_whoever_is_just_being_recorded() throws Exception {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        long session = event.sessions().get(0).session().id();
        String ticket = register(world.seeker("最後 一子"), event, false);
        past(event, 3);
        staff(() -> events.settle(event.event().code(), session, version(session), true, "開いた"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> late = world.executor().submit(() -> {
            world.slowly(
                    "insert into attendance (id, session_id, person_id, registration_id, role, source, checked_in_at, version)"
                            + " select nextval('tsunagu_seq'), session_id, person_id, id, role, 'SCAN', now(), 0"
                            + " from registration where ticket_token = '" + ticket + "'",
                    written,
                    go);
            return null;
        });
        written.await(30, TimeUnit.SECONDS);
        Future<Integer> closed = world.executor().submit(() -> {
            close(event.event().code());
            return report(event.event().code()).total().by("REGISTERED");
        });
        Thread.sleep(500);
        assertFalse(closed.isDone(), "it waits");
        go.countDown();
        late.get(30, TimeUnit.SECONDS);
        assertEquals(1, closed.get(30, TimeUnit.SECONDS));
    }

    private Map<String, Long> unfinished(String code) {
        Map<String, Long> all = new TreeMap<>();
        currentActor
                .as(World.STAFF, () -> closing.unfinished(code))
                .forEach((ClosingCheck.Unfinished each) -> all.put(each.what(), each.many()));
        return all;
    }

    private void staff(Runnable work) {
        currentActor.as(World.STAFF, () -> {
            work.run();
            return null;
        });
    }

    private void close(String code) {
        staff(() -> closing.close(code, events.event(code).version()));
    }

    private void reopen(String code, String why) {
        staff(() -> closing.reopen(code, events.event(code).version(), why));
    }

    private tsunagu.attendance.EventReport report(String code) {
        return currentActor.as(World.STAFF, () -> reports.report(code));
    }

    private boolean listed(Asked asked, String code) {
        List<String> codes = new ArrayList<>();
        staff(() -> list.each(asked, "", row -> codes.add(row.code())));
        return codes.contains(code);
    }

    private static Asked state(String state) {
        return new Asked("", Map.of("state", List.of(state)), "", false, 1, 20, List.of(), false);
    }

    /** As if it had been held some days ago. */
    private void past(ManagedEvent event, int days) {
        world.amend("update event_session set held_on = d, starts_at = (d + time '10:00') at time zone 'Asia/Tokyo',"
                + " ends_at = (d + time '11:00') at time zone 'Asia/Tokyo',"
                + " fiscal_year = extract(year from d - interval '3 months')"
                + " from (select (now() at time zone 'Asia/Tokyo')::date - " + days + " as d) x where event_id = "
                + event.id());
    }

    private int version(long session) {
        return (int) world.number("select version from event_session where id = ?1", session);
    }

    private long registration(String ticket) {
        return world.number("select id from registration where ticket_token = ?1", ticket);
    }

    private HeadCountEntry heads(long session) {
        return new HeadCountEntry(
                session,
                headCounts.sheet(session).stamp(),
                List.of(new HeadCountEntry.Line(AttendanceRole.GENERAL, 3, null)),
                "数えた");
    }

    private String table(String name) {
        List<String> columns = imports.columns();
        return columns.get(1) + "\t" + columns.get(3) + "\n" + name + "\tEMPLOYEE";
    }

    private CheckInRecord letIn(String ticket) {
        return new CheckInRecord(
                CheckInRecord.Kind.SCAN,
                Secrets.token(),
                ticket,
                null,
                null,
                null,
                null,
                null,
                null,
                clock.instant(),
                ScanOutcome.OK,
                false,
                null,
                null);
    }

    private static EventDraft draft(ManagedEvent event) {
        return new EventDraft(
                event.event().title(),
                EventType.OTHER,
                null,
                "",
                EventDraft.Visit.UNSAID,
                List.of(new EventDraft.SessionDraft(
                        null,
                        "",
                        event.sessions().get(0).session().times().heldOn(),
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0),
                        "",
                        "",
                        5,
                        Set.of(AttendanceRole.GENERAL))));
    }
}
