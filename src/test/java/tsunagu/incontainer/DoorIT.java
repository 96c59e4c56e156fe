package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountService;
import tsunagu.attendance.AttendanceImportService;
import tsunagu.attendance.DoorInboxService;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.HeadCountEntry;
import tsunagu.attendance.HeadCountService;
import tsunagu.attendance.ScanOutcome;
import tsunagu.attendance.ScanResult;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.privacy.RetentionService;
import tsunagu.registration.Companions;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.registration.TicketService;
import tsunagu.seeker.NextService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.LongWork;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** Seats, scans, head counts and the audit, against a real database and with real rivals. */
@ArquillianTest
class DoorIT {

    private static final int RIVALS = 40;
    private static final int SEATS = 10;

    @Inject
    private World world;

    @Inject
    private EventService events;

    @Inject
    private RegistrationService registrations;

    @Inject
    private TicketService tickets;

    @Inject
    private DoorService door;

    @Inject
    private HeadCountService headCounts;

    @Inject
    private DoorInboxService inbox;

    @Inject
    private AttendanceImportService attendance;

    @Inject
    private AccountService accounts;

    @Inject
    private NextService next;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private RetentionService retention;

    @Inject
    private CurrentActor currentActor;

    /** Helpers write their own names there. */
    @Test
    void what_a_phone_was_called_is_forgotten_thirty_days_after_its_session() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        Actor staff = new Actor(world.seeker("受付の係").accountId(), null, "door", Set.of(Role.DOOR));
        long device = currentActor.as(
                staff, () -> phones.open(event.sessions().get(0).session().id(), Secrets.token(), "手伝い 花子")
                        .orElseThrow()
                        .device());
        String called = "select called from door_device where id = " + device;
        for (int days : List.of(30, 31)) {
            // The session is moved into the past, not the night into the future: it ends other things, too.
            world.amend(
                    "update event_session set held_on = d, starts_at = (d + time '10:00') at time zone 'Asia/Tokyo',"
                            + " ends_at = (d + time '11:00') at time zone 'Asia/Tokyo', fiscal_year = extract(year from d - interval '3 months')"
                            + " from (select (now() at time zone 'Asia/Tokyo')::date - " + days
                            + " as d) x where event_id = " + event.id());
            currentActor.as(Actor.system("retention"), () -> {
                retention.run(LocalDate.now(FiscalYear.ZONE));
                return null;
            });
            assertEquals(days == 30 ? "手伝い 花子" : "", world.text(called));
        }
    }

    @Test
    void forty_people_for_ten_seats_fill_exactly_ten() throws Exception {
        ManagedEvent event = world.event(null, EventType.SEMINAR, SEATS);
        long session = event.sessions().get(0).session().id();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            people.add(world.seeker("rival " + i));
        }
        List<Boolean> seated = together(people.stream()
                .<Callable<Boolean>>map(person -> () -> {
                    try {
                        currentActor.as(person, () -> register(event, 0));
                        return true;
                    } catch (DomainException full) {
                        assertEquals("event.error.full", full.key());
                        return false;
                    }
                })
                .toList());
        assertEquals(SEATS, seated.stream().filter(Boolean::booleanValue).count());
        assertEquals(SEATS, world.number("select count(*) from registration where session_id = ?1", session));
        assertEquals(SEATS, world.number("select taken from event_session where id = ?1", session));
    }

    /** The positive control: the same rivals with the guard taken away must oversell, or the test above proves nothing. */
    @Test
    void without_the_guard_the_same_rivals_oversell() throws Exception {
        // a counter that no rule guards; the portal's role makes no tables
        world.change("insert into job_state (job) values ('unguarded-seats')");
        together(java.util.Collections.nCopies(RIVALS, (Callable<Boolean>) () -> {
            if (world.number("select failures from job_state where job = 'unguarded-seats'") < SEATS) {
                Thread.sleep(50);
                world.change("update job_state set failures = failures + 1 where job = 'unguarded-seats'");
            }
            return true;
        }));
        long taken = world.number("select failures from job_state where job = 'unguarded-seats'");
        world.change("delete from job_state where job = 'unguarded-seats'");
        assertTrue(taken > SEATS, "without the guard only " + taken + " were seated");
    }

    @Test
    void pressing_twice_gives_one_ticket_and_cancelling_frees_the_seat() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 1);
        Actor first = world.seeker("first");
        Actor second = world.seeker("second");
        String ticket = currentActor.as(first, () -> register(event, 0));
        assertEquals(ticket, currentActor.as(first, () -> register(event, 0)));
        assertThrows(DomainException.class, () -> currentActor.as(second, () -> register(event, 0)));
        assertThrows(NotFoundException.class, () -> currentActor.as(second, () -> tickets.ticket(ticket)));
        assertThrows(NotFoundException.class, () -> as(second, () -> tickets.cancel(ticket)));
        as(first, () -> tickets.cancel(ticket));
        currentActor.as(second, () -> register(event, 0));
        assertEquals(ScanOutcome.CANCELLED, read(event, 0, ticket).outcome());
    }

    @Test
    void two_doors_reading_one_ticket_at_once_count_it_once() throws Exception {
        ManagedEvent event = world.today(null, EventType.SEMINAR, (Integer) null);
        long session = event.sessions().get(0).session().id();
        String ticket = currentActor.as(world.seeker("one"), () -> register(event, 0));
        List<ScanOutcome> outcomes = together(java.util.Collections.nCopies(
                8, (Callable<ScanOutcome>) () -> read(event, 0, ticket).outcome()));
        assertEquals(1, outcomes.stream().filter(ScanOutcome.OK::equals).count());
        assertEquals(7, outcomes.stream().filter(ScanOutcome.ALREADY::equals).count());
        assertEquals(1, world.number("select count(*) from attendance where session_id = ?1", session));
        assertEquals(8, world.number("select count(*) from scan where session_id = ?1", session));
    }

    /** The first readings of a session also mark it as held; none of them may be taken for a rival's change. */
    @Test
    void many_people_read_at_once_at_the_opening_are_all_in() throws Exception {
        ManagedEvent event = world.today(null, EventType.SEMINAR, (Integer) null);
        long session = event.sessions().get(0).session().id();
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tickets.add(currentActor.as(world.seeker("early " + i), () -> register(event, 0)));
        }
        List<ScanOutcome> outcomes = together(tickets.stream()
                .<Callable<ScanOutcome>>map(
                        ticket -> () -> read(event, 0, ticket).outcome())
                .toList());
        assertTrue(outcomes.stream().allMatch(ScanOutcome.OK::equals), outcomes.toString());
        assertEquals(12, world.number("select count(*) from attendance where session_id = ?1", session));
        currentActor.as(world.seeker("late"), () -> register(event, 0));
    }

    @Test
    void a_repeated_upload_of_one_scan_is_one_scan() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, (Integer) null);
        long session = event.sessions().get(0).session().id();
        String ticket = currentActor.as(world.seeker("once"), () -> register(event, 0));
        String nonce = Secrets.token();
        ScanResult first = currentActor.as(World.STAFF, () -> door.checkIn(session, ticket, nonce));
        ScanResult again = currentActor.as(World.STAFF, () -> door.checkIn(session, ticket, nonce));
        assertEquals(ScanOutcome.OK, first.outcome());
        assertEquals(ScanOutcome.OK, again.outcome());
        assertEquals(1, world.number("select count(*) from scan where session_id = ?1", session));
    }

    /** Presence, numbers and "held" are facts: before the day none of them can be entered, by whatever door. */
    @Test
    void nothing_is_recorded_before_the_day() {
        ManagedEvent event = world.event("bcp-seminar", EventType.SEMINAR, 5);
        long session = event.sessions().get(0).session().id();
        String ticket = currentActor.as(world.seeker("early"), () -> register(event, 0));
        assertEquals(ScanOutcome.NOT_OPEN, read(event, 0, ticket).outcome());
        long registration = world.number("select id from registration where ticket_token = ?1", ticket);
        for (Runnable work : List.<Runnable>of(
                () -> headCounts.enter(new HeadCountEntry(
                        session, "", List.of(new HeadCountEntry.Line(AttendanceRole.EMPLOYEE, 12, null)), "guessed")),
                () -> inbox.enter(session, java.util.Map.of(registration, Companions.NONE), Secrets.token()),
                () -> attendance.take(
                        session, attendance.columns().get(0) + "\n" + ticketCode(ticket), LongWork.Progress.UNSEEN),
                () -> events.settle(
                        event.event().code(), session, event.sessions().get(0).version(), true, "guessed"))) {
            assertEquals(
                    "event.error.notYet",
                    assertThrows(DomainException.class, () -> as(World.STAFF, work))
                            .key());
        }
        assertEquals(0, world.number("select count(*) from attendance where session_id = ?1", session));
        assertEquals(
                1, world.number("select count(*) from event_session where id = ?1 and outcome = 'PLANNED'", session));
    }

    /** A course of three days: whoever is in the lists of all of them is one person, and figures count one. */
    @Test
    void whoever_is_in_the_lists_of_a_course_is_one_person() {
        ManagedEvent course = world.today(null, EventType.SEMINAR, (Integer) null, (Integer) null, (Integer) null);
        List<Long> sessions =
                course.sessions().stream().map(each -> each.session().id()).toList();
        Actor known = world.seeker("連続 太郎");
        currentActor.as(known, () -> register(course, 0));
        String mail = world.text("select email from account where id = " + known.accountId());

        assertEquals(2, imported(sessions.get(0), "髙橋 花子\tたかはし はなこ\t", "連続 次郎\t\t"));
        assertEquals(3, imported(sessions.get(1), "高橋花子\tタカハシ　ハナコ\t", "連続　太郎\t\t" + mail, "連続 次郎\t\t"));
        assertEquals(2, imported(sessions.get(2), "髙橋花子\tﾀｶﾊｼﾊﾅｺ\t", "高橋 花子\tコウバシ ハナコ\t"));
        String of = " from attendance where session_id in (" + sessions.get(0) + ", " + sessions.get(1) + ", "
                + sessions.get(2) + ")";
        assertEquals(7, world.number("select count(*)" + of));
        // one with the reading, one with another, one by the address, and two of whom nobody knows whether they are one
        assertEquals(5, world.number("select count(distinct person_id)" + of));
        assertEquals(
                3,
                world.number("select count(*)" + of
                        + " and person_id = (select min(t.person_id) from attendance t join person p"
                        + " on p.id = t.person_id where t.session_id = " + sessions.get(0) + " and p.name = '髙橋 花子')"));
        assertEquals(1, world.number("select count(*)" + of + " and person_id = " + known.personId()));
        assertEquals(
                0,
                imported(sessions.get(1), "高橋花子\tタカハシ　ハナコ\t", "連続　太郎\t\t" + mail, "連続 次郎\t\t"),
                "the same list again");
        assertEquals(
                0, imported(sessions.get(2), "髙橋　花子\tたかはしはなこ\t"), "somebody who is there already, written another way");
    }

    /** What the portal wrote out it takes back: whoever came without a seat has a name only, and is not a second person. */
    @Test
    void the_portals_own_list_taken_back_counts_nobody_twice() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, (Integer) null);
        long session = event.sessions().get(0).session().id();
        assertEquals(1, imported(session, "飛び入り 一郎\t\t"));
        String own = String.join("\t", "氏名", "区分", "状態", "来場");
        assertEquals(
                0,
                currentActor.as(
                        World.STAFF,
                        () -> attendance.take(
                                session,
                                own + "\n飛び入り 一郎\tEMPLOYEE\t取り込み\t2026-11-01 10:00",
                                LongWork.Progress.UNSEEN)));
        assertEquals(
                1,
                currentActor.as(
                        World.STAFF,
                        () -> attendance.take(
                                session, own + "\n別の 二郎\tEMPLOYEE\t当日参加\t2026-11-01 10:00", LongWork.Progress.UNSEEN)),
                "nobody knows this one");
        assertEquals(2, world.number("select count(*) from attendance where session_id = ?1", session));
    }

    /** @param people name, reading and address */
    private int imported(long session, String... people) {
        List<String> columns = currentActor.as(World.STAFF, attendance::columns);
        StringBuilder table =
                new StringBuilder(String.join("\t", columns.get(1), columns.get(2), columns.get(4), columns.get(3)));
        for (String each : people) {
            table.append('\n').append(each).append("\tEMPLOYEE");
        }
        return currentActor.as(World.STAFF, () -> attendance.take(session, table.toString(), LongWork.Progress.UNSEEN));
    }

    /** A session that was put off: what was taken back is not given again before its new day. */
    @Test
    void an_attendance_is_not_given_back_before_the_day() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, (Integer) null);
        long session = event.sessions().get(0).session().id();
        read(event, 0, currentActor.as(world.seeker("put off"), () -> register(event, 0)));
        long attended = world.number("select id from attendance where session_id = ?1", session);
        as(World.STAFF, () -> inbox.takeBack(session, attended, seen(attended), "read by mistake"));
        as(World.STAFF, () -> inbox.giveBack(session, attended, seen(attended)));
        as(World.STAFF, () -> inbox.takeBack(session, attended, seen(attended), "read by mistake"));
        world.amend(
                "update event_session set outcome = 'PLANNED', held_on = held_on + 1, starts_at = starts_at + interval '1 day',"
                        + " ends_at = ends_at + interval '1 day', fiscal_year = extract(year from held_on + 1 - interval '3 months')"
                        + " where id = " + session);
        assertEquals(
                "event.error.notYet",
                assertThrows(
                                DomainException.class,
                                () -> as(World.STAFF, () -> inbox.giveBack(session, attended, seen(attended))))
                        .key());
        assertEquals(
                1, world.number("select count(*) from event_session where id = ?1 and outcome = 'PLANNED'", session));
    }

    private int seen(long attendance) {
        return (int) world.number("select version from attendance where id = ?1", attendance);
    }

    /** Neither a device nor a private address acts in the name of an account that was stopped. */
    @Test
    void nobody_acts_in_the_name_of_a_stopped_account() {
        Actor person = world.seeker("stopped");
        world.amend("insert into account_role values (" + person.accountId() + ", 'SEEKER')");
        String email = world.text("select email from account where id = " + person.accountId());
        String calendar = currentActor.as(person, next::newCalendar);
        assertTrue(next.calendar(calendar).isPresent());
        assertTrue(currentActor
                .as(World.STAFF, () -> accounts.actor(person.accountId()))
                .isPresent());
        world.amend("update account set state = 'DISABLED' where id = " + person.accountId());
        assertTrue(currentActor
                .as(World.STAFF, () -> accounts.actor(person.accountId()))
                .isEmpty());
        assertTrue(currentActor.as(World.STAFF, () -> accounts.idOf(email)).isEmpty());
        assertTrue(next.calendar(calendar).isEmpty());
    }

    private String ticketCode(String ticket) {
        return String.format(
                "%08d", world.number("select short_code::bigint from registration where ticket_token = ?1", ticket));
    }

    @Test
    void the_door_tells_other_sessions_and_strange_tickets_apart() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, null, null);
        ManagedEvent other = world.today(null, EventType.SEMINAR, (Integer) null);
        Actor person = world.seeker("lost");
        String ticket = currentActor.as(person, () -> register(event, 1));
        assertEquals(ScanOutcome.OTHER_SESSION, read(event, 0, ticket).outcome());
        assertEquals(ScanOutcome.UNKNOWN, read(other, 0, ticket).outcome());
        assertEquals(ScanOutcome.MISREAD, read(event, 0, "1111-1112").outcome());
        assertEquals(ScanOutcome.OK, read(event, 1, ticket).outcome());
        assertThrows(NotFoundException.class, () -> currentActor.as(person, () -> read0(event, 1, ticket)));
    }

    @Test
    void two_editors_do_not_overwrite_each_other() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 5);
        var session = event.sessions().get(0);
        EventDraft draft = new EventDraft(
                event.event().title(), // only a session is changed
                EventType.SEMINAR,
                null,
                "",
                EventDraft.Visit.UNSAID,
                List.of(new EventDraft.SessionDraft(
                        session.session().id(),
                        "",
                        session.session().times().heldOn(),
                        java.time.LocalTime.of(9, 0),
                        java.time.LocalTime.of(10, 0),
                        "",
                        "",
                        5,
                        java.util.Set.of(AttendanceRole.GENERAL))));
        as(World.STAFF, () -> events.change(event.event().code(), event.version(), draft));
        assertThrows(
                ConflictException.class,
                () -> as(World.STAFF, () -> events.change(event.event().code(), event.version(), draft)));
    }

    @Test
    void every_change_that_feeds_a_figure_is_in_the_trail_with_who_and_why() {
        ManagedEvent event = world.today("bcp-seminar", EventType.SEMINAR, 5);
        long session = event.sessions().get(0).session().id();
        as(
                World.STAFF,
                () -> headCounts.enter(new HeadCountEntry(
                        session,
                        "",
                        List.of(new HeadCountEntry.Line(AttendanceRole.EMPLOYEE, 12, null)),
                        "counted at the door")));
        as(
                World.STAFF,
                () -> headCounts.enter(new HeadCountEntry(
                        session,
                        "EMPLOYEE:12:12",
                        List.of(new HeadCountEntry.Line(AttendanceRole.EMPLOYEE, 13, null)),
                        "counted again")));
        assertThrows(
                ConflictException.class,
                () -> as(
                        World.STAFF,
                        () -> headCounts.enter(
                                new HeadCountEntry(session, "EMPLOYEE:12:12", List.of(), "from an old form"))));
        assertEquals(
                1,
                world.number(
                        "select count(*) from audit_entry where table_name = 'head_count'"
                                + " and action = 'UPDATE' and actor = 'system:test' and reason = 'counted again'"
                                + " and before ->> 'persons' = '12' and after ->> 'persons' = '13'"
                                + " and (after ->> 'session_id')::bigint = ?1",
                        session));
        assertEquals(
                1,
                world.number(
                        "select count(*) from audit_entry where table_name = 'event_session'"
                                + " and row_id = ?1 and after ->> 'outcome' = 'HELD'",
                        Long.toString(session)));
    }

    @Test
    void the_database_refuses_a_change_without_an_actor_and_any_change_of_the_trail() {
        assertTrue(message(() -> world.change("update head_count set persons = persons + 1"))
                .contains("without a named actor"));
        assertTrue(message(() -> world.change("update audit_entry set actor = 'nobody'"))
                .contains("permission denied"));
        assertTrue(message(() -> world.change("delete from audit_entry")).contains("permission denied"));
        assertTrue(message(() -> world.change("truncate audit_entry")).contains("permission denied"));
        assertEquals(
                0,
                world.number("select count(*) from audit_entry where coalesce(before, after) ? 'ticket_token'"
                        .replace("? 'ticket_token'", "-> 'ticket_token' is not null")));
    }

    private String register(ManagedEvent event, int session) {
        return registrations.register(
                event.event().code(),
                event.sessions().get(session).session().id(),
                SeatRequest.as(AttendanceRole.EMPLOYEE));
    }

    private ScanResult read(ManagedEvent event, int session, String code) {
        return currentActor.as(World.STAFF, () -> read0(event, session, code));
    }

    private ScanResult read0(ManagedEvent event, int session, String code) {
        return door.checkIn(event.sessions().get(session).session().id(), code, Secrets.token());
    }

    private void as(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }

    private <T> List<T> together(List<Callable<T>> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> each : work) {
            running.add(world.executor().submit(() -> {
                start.await();
                return each.call();
            }));
        }
        start.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private static String message(Runnable work) {
        Throwable thrown = assertThrows(RuntimeException.class, work::run);
        StringBuilder all = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
        }
        return all.toString();
    }
}
