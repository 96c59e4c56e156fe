package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorReportService;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.attendance.ScanOutcome;
import tsunagu.attendance.ScanResult;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventType;
import tsunagu.event.Intake;
import tsunagu.event.ManagedEvent;
import tsunagu.event.SessionView;
import tsunagu.registration.Channel;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.DeskEntry;
import tsunagu.registration.IntakeService;
import tsunagu.registration.Lottery;
import tsunagu.registration.RegistrationDeskService;
import tsunagu.registration.RegistrationDetail;
import tsunagu.registration.RegistrationReminders;
import tsunagu.registration.Roster;
import tsunagu.registration.SeatRequest;
import tsunagu.registration.SessionCalendar;
import tsunagu.registration.Ticket;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.Actor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;
import tsunagu.shared.Worded;

/** 通しの講座: one registration, with one ticket, has a seat on every day or on none. */
@ArquillianTest
class CourseIT extends Seats {

    private static final int ROUNDS = 12;

    @Inject
    private RegistrationDeskService desk;

    @Inject
    private IntakeService intake;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private DoorReportService reports;

    @Inject
    private EventReportService report;

    @Inject
    private RegistrationReminders reminders;

    @Inject
    private SessionCalendar calendar;

    @Inject
    private OwnDataService data;

    @Inject
    private Clock clock;

    @Test
    void a_seat_on_every_day_or_on_none_and_the_line_is_one_of_the_whole() {
        ManagedEvent event = world.course(EventType.SEMINAR, 5, 1, null);
        Actor first = world.seeker("通し 一");
        String ticket = register(first, event, false);
        assertEquals(List.of(1L, 1L, 1L), takenOfAll(event));
        Ticket seen = ticketOf(first, ticket);
        assertEquals(3, seen.days().size());
        assertTrue(seen.live());

        // By whichever day it is asked for, the whole is meant.
        Actor second = world.seeker("通し 二");
        DomainException full = assertThrows(
                DomainException.class,
                () -> currentActor.as(
                        second,
                        () -> registrations.register(
                                event.event().code(), day(event, 2), SeatRequest.as(AttendanceRole.EMPLOYEE))));
        assertEquals("event.error.onDay", full.key());
        assertEquals(
                event.sessions().get(1).session().times().heldOn(),
                full.arguments().get(0));
        assertEquals("event.error.full", ((Worded) full.arguments().get(1)).key());
        assertEquals(List.of(1L, 1L, 1L), takenOfAll(event), "nothing was taken on the days that had room");

        String place = register(second, event, true);
        assertEquals(1, ticketOf(second, place).position());
        as(first, () -> tickets.cancel(ticket));
        assertTrue(ticketOf(second, place).offered());
        assertEquals(List.of(1L, 1L, 1L), takenOfAll(event), "what is offered is held on every day");
        as(second, () -> tickets.accept(place));
        as(second, () -> tickets.cancel(place));
        assertEquals(List.of(0L, 0L, 0L), takenOfAll(event));
        assertEquals(2, world.number("select count(*) from registration where event_id = ?1", event.id()));
    }

    @Test
    void when_the_day_without_room_is_called_off_the_line_is_served() {
        ManagedEvent event = world.course(EventType.SEMINAR, 5, 1, 5);
        register(world.seeker("通し 三"), event, false);
        Actor waiting = world.seeker("通し 四");
        String place = register(waiting, event, true);
        assertEquals(1, ticketOf(waiting, place).position());
        ManagedEvent now = managed(event);
        staff(() -> {
            events.settle(
                    event.event().code(), day(event, 1), now.sessions().get(1).version(), false, "会場が使えないため");
            return null;
        });
        assertTrue(ticketOf(waiting, place).offered());
        assertEquals(
                0,
                world
                        .letters("recipient_key = (select email_key from account where id = " + waiting.accountId()
                                + ")")
                        .stream()
                        .filter(each -> each.contains("チケットも同じものを使えます"))
                        .count());
    }

    /** Days with different rooms: five seats on the first, one on the second. Whoever does not get the last one has none at all. */
    @Test
    void two_who_want_the_last_whole_seat_get_all_of_it_or_nothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ManagedEvent event = world.course(EventType.SEMINAR, 5, 1, 5);
            AtomicInteger seated = new AtomicInteger();
            List<Runnable> rivals = IntStream.range(0, 4)
                    .mapToObj(i -> world.seeker("通しの相手 " + i))
                    .<Runnable>map(rival -> () -> {
                        try {
                            register(rival, event, false);
                            seated.incrementAndGet();
                        } catch (DomainException none) {
                            assertEquals("event.error.onDay", none.key());
                        }
                    })
                    .toList();
            together(rivals);
            assertEquals(1, seated.get());
            assertEquals(List.of(1L, 1L, 1L), takenOfAll(event));
        }
    }

    @Test
    void one_ticket_opens_the_door_of_each_day_and_a_person_is_counted_once() {
        ManagedEvent event = world.courseToday(EventType.SEMINAR, 10, 10);
        Actor person = world.seeker("毎日 来る人");
        Actor once = world.seeker("一度 来る人");
        String ticket = register(person, event, false);
        String other = register(once, event, false);
        assertEquals(ScanOutcome.OK, read(event, 0, ticket));
        assertEquals(ScanOutcome.ALREADY, read(event, 0, ticket));
        assertEquals(ScanOutcome.OK, read(event, 1, ticket));
        assertEquals(ScanOutcome.OK, read(event, 1, other));

        // The list that a phone takes along knows everybody on every day, as present where they are.
        List<DoorReportService.Person> second = takenAlong(event, 1);
        assertEquals(2, second.size());
        assertTrue(second.stream().allMatch(each -> each.state().equals("CONFIRMED") && each.at() != null));
        assertEquals(
                1,
                takenAlong(event, 0).stream().filter(each -> each.at() != null).count());

        for (int i = 0; i < 2; i++) {
            Roster roster = roster(event, i);
            assertEquals(2, roster.rows().size());
            assertEquals(List.of(), roster.walkIns(), "they are on the list themselves");
        }
        assertEquals(
                1,
                roster(event, 0).rows().stream()
                        .filter(each -> each.presentAt() != null)
                        .count());

        EventReport all =
                currentActor.as(World.STAFF, () -> report.report(event.event().code()));
        assertEquals(
                List.of(2, 2),
                all.sessions().stream().map(each -> each.numbers().registered()).toList());
        assertEquals(
                List.of(1, 2),
                all.sessions().stream()
                        .map(each -> each.numbers().by("REGISTERED"))
                        .toList());
        assertEquals(1, all.total().noShows());
        assertEquals(0, all.total().by("OTHER_SESSION"));
        assertEquals(2, all.persons());
        Ticket seen = ticketOf(person, ticket);
        assertEquals(2, seen.daysPresent().size());
        assertEquals("event.error.alreadyPresent", key(() -> as(once, () -> tickets.cancel(other))));
    }

    @Test
    void staff_work_with_the_whole_from_any_day() {
        ManagedEvent event = world.course(EventType.SEMINAR, 6, 3);
        long second = day(event, 1);
        String code = staff(() -> desk.enter(
                second,
                new DeskEntry("窓口 花子", "マドグチ ハナコ", "", Channel.COUNTER, "", ""),
                SeatRequest.as(AttendanceRole.EMPLOYEE)
                        .with(new Companions(1, AttendanceRole.EMPLOYEE))
                        .with(new ClassVisit("試験高校", "2年1組", "000-0000"))));
        assertEquals(List.of(2L, 2L), takenOfAll(event));
        RegistrationDetail detail = staff(() -> desk.registration(second, code));
        assertEquals(List.of(), detail.others(), "there is nowhere to move to");
        assertEquals(2, detail.session().course().size());

        SeatRequest four = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.EMPLOYEE));
        assertEquals(
                "event.error.onDay",
                key(() -> staff(() -> {
                    desk.change(second, code, detail.row().version(), four, null, "");
                    return null;
                })));
        assertEquals(List.of(2L, 2L), takenOfAll(event));
        staff(() -> {
            desk.change(second, code, detail.row().version(), four, null, "学校の都合");
            return null;
        });
        assertEquals(List.of(4L, 4L), takenOfAll(event));
        assertEquals(1, world.number("select beyond from event_session where id = ?1", second));
        assertEquals(0, world.number("select beyond from event_session where id = ?1", day(event, 0)));
        assertThrows(
                NotFoundException.class,
                () -> staff(() -> {
                    desk.move(
                            day(event, 0),
                            new RegistrationDeskService.Move(
                                    List.of(detail.row().registration()), second, ""));
                    return null;
                }));
        staff(() -> {
            desk.cancel(second, code, desk.registration(second, code).row().version(), "");
            return null;
        });
        assertEquals(List.of(0L, 0L), takenOfAll(event));
        assertEquals(0, world.number("select beyond from event_session where id = ?1", second));
    }

    @Test
    void a_limit_of_one_day_holds_for_the_whole_and_is_named() {
        ManagedEvent event = world.course(EventType.SEMINAR, 10, 10);
        change(event, draft -> limited(draft, 1, Map.of(AttendanceRole.PUPIL, 1)));
        as(world.seeker("学生 一"), event, AttendanceRole.PUPIL, false);
        DomainException refused =
                assertThrows(DomainException.class, () -> as(world.seeker("学生 二"), event, AttendanceRole.PUPIL, false));
        assertEquals("event.error.onDay", refused.key());
        assertEquals("event.error.fewSeatsOfRole", ((Worded) refused.arguments().get(1)).key());
        as(world.seeker("会社員 一"), event, AttendanceRole.EMPLOYEE, false);
        assertEquals(List.of(2L, 2L), takenOfAll(event));
    }

    @Test
    void it_is_a_course_from_before_the_first_registration_or_never() {
        ManagedEvent event = world.course(EventType.SEMINAR, 5, 5);
        assertEquals(
                "event.error.courseDays",
                key(() -> change(event, draft -> days(draft, draft.sessions().subList(0, 1)))));
        assertEquals(
                "event.error.courseOrder",
                key(() -> change(event, draft -> {
                    List<EventDraft.SessionDraft> turned = new ArrayList<>(draft.sessions());
                    turned.set(0, at(turned.get(0), LocalTime.of(20, 0)));
                    return days(draft, turned);
                })));
        register(world.seeker("早い人"), event, false);
        assertEquals("event.error.courseFixed", key(() -> change(event, draft -> single(draft))));
        assertEquals(
                "event.error.courseAdded",
                key(() -> change(event, draft -> {
                    List<EventDraft.SessionDraft> more = new ArrayList<>(draft.sessions());
                    more.add(fresh(draft.sessions().get(1)));
                    return days(draft, more);
                })));
        ManagedEvent other = world.event(null, EventType.SEMINAR, 5, 5);
        register(world.seeker("一回の人"), other, false);
        assertEquals("event.error.courseFixed", key(() -> change(other, EventDraft::asCourse)));
    }

    @Test
    void seats_that_are_drawn_or_given_are_of_the_whole() {
        ManagedEvent event = world.course(EventType.SEMINAR, 1, 5);
        change(event, draft -> mode(draft, Intake.Mode.APPROVAL));
        Actor one = world.seeker("承認 一");
        Actor two = world.seeker("承認 二");
        String first = register(one, event, false);
        String second = register(two, event, false);
        Roster roster = roster(event, 1);
        assertEquals(2, roster.count("APPLIED"));
        staff(() -> {
            intake.approve(
                    day(event, 1),
                    roster.rows().get(0).registration(),
                    roster.rows().get(0).version());
            return null;
        });
        assertTrue(ticketOf(one, first).live());
        assertEquals(List.of(1L, 1L), takenOfAll(event));
        assertEquals(
                "event.error.noSeatToGive",
                key(() -> staff(() -> {
                    intake.approve(
                            day(event, 1),
                            roster.rows().get(1).registration(),
                            roster.rows().get(1).version());
                    return null;
                })));
        assertTrue(ticketOf(two, second).applied());
        assertEquals(List.of(1L, 1L), takenOfAll(event));
    }

    /** Everybody can do it again: in the order of the numbers' hashes, whoever fits in on every day has a seat on every day. */
    @Test
    void a_lottery_seats_on_all_days_whom_all_days_have_room_for() {
        world.awaitMidnight();
        ManagedEvent event = world.course(EventType.SEMINAR, 9, 6, null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        change(event, draft -> {
            List<EventDraft.SessionDraft> sessions = new ArrayList<>(draft.sessions());
            Instant closes = today.atTime(23, 59).atZone(FiscalYear.ZONE).toInstant();
            sessions.set(0, with(sessions.get(0), new Intake(Intake.Mode.LOTTERY, null, closes, Map.of())));
            sessions.set(
                    2,
                    with(
                            sessions.get(2),
                            new Intake(Intake.Mode.LOTTERY, null, closes, Map.of(AttendanceRole.PUPIL, 2))));
            return days(draft, sessions);
        });
        Map<Integer, Actor> byLot = new HashMap<>();
        Map<Integer, SeatRequest> asked = new HashMap<>();
        Map<Actor, String> ticketOf = new HashMap<>();
        for (int lot = 1; lot <= 8; lot++) {
            Actor person = world.seeker("抽選 " + lot);
            SeatRequest wanted = SeatRequest.as(lot % 2 == 0 ? AttendanceRole.PUPIL : AttendanceRole.EMPLOYEE)
                    .with(lot % 3 == 0 ? new Companions(1, AttendanceRole.EMPLOYEE) : Companions.NONE);
            ticketOf.put(
                    person,
                    currentActor.as(
                            person, () -> registrations.register(event.event().code(), day(event, 1), wanted)));
            byLot.put(lot, person);
            asked.put(lot, wanted);
        }
        as(byLot.get(5), () -> tickets.cancel(ticketOf.get(byLot.get(5))));
        world.amend("update event_session set intake_closes_at = now() - interval '1 minute',"
                + " intake_opens_at = null where event_id = " + event.id());
        int seated = staff(() -> intake.draw(day(event, 2)));

        Lottery drawn = ticketOf(byLot.get(1), ticketOf.get(byLot.get(1))).lottery();
        int free = 6;
        int pupils = 2;
        int expected = 0;
        for (Lottery.Place place : drawn.order()) {
            Actor person = byLot.get(place.lot());
            Ticket ticket = ticketOf(person, ticketOf.get(person));
            SeatRequest wanted = asked.get(place.lot());
            int seats = 1 + wanted.companions().persons();
            int ofPupils = wanted.role() == AttendanceRole.PUPIL ? 1 : 0;
            boolean fits = place.lot() != 5 && seats <= free && ofPupils <= pupils;
            assertEquals(fits, ticket.live(), "lot " + place.lot());
            assertEquals(!fits && place.lot() != 5, ticket.waits(), "lot " + place.lot());
            if (fits) {
                free -= seats;
                pupils -= ofPupils;
                expected++;
            }
        }
        assertEquals(expected, seated);
        long taken = 6 - free;
        assertEquals(List.of(taken, taken, taken), takenOfAll(event));
        assertEquals("event.error.drawn", key(() -> staff(() -> intake.draw(day(event, 0)))));
    }

    @Test
    void what_is_said_of_a_day_is_of_that_day() {
        ManagedEvent event = world.courseToday(EventType.SEMINAR, 10, 10);
        change(event, draft -> {
            List<EventDraft.SessionDraft> sessions = new ArrayList<>(draft.sessions());
            sessions.set(1, stops(sessions.get(1), "駅前\n工場"));
            return days(draft, sessions);
        });
        Actor person = world.seeker("日ごとの人");
        String ticket = register(person, event, false);
        assertEquals(
                List.of(List.of(), List.of("駅前", "工場")),
                ticketOf(person, ticket).session().course().stream()
                        .map(SessionView.Day::stops)
                        .toList());
        read(event, 0, ticket);

        // Refused on the second day: that they were there on the first says nothing about it.
        world.amend("update registration set state = 'WAITING' where ticket_token = '" + ticket + "'");
        ScanResult second = staff(() -> door.checkIn(day(event, 1), ticket, Secrets.token()));
        assertEquals(ScanOutcome.WAITING, second.outcome());
        assertNull(second.firstReadAt(), second.toString());
        assertEquals(day(event, 1), second.session().id());
        world.amend("update registration set state = 'CONFIRMED' where ticket_token = '" + ticket + "'");
        read(event, 1, ticket);

        List<Map<String, String>> told = currentActor.as(person, () -> data.tell(Locale.JAPANESE)).sections().stream()
                .filter(each -> each.name().equals("events"))
                .findFirst()
                .orElseThrow()
                .records();
        assertEquals(1, told.size(), "one registration, and no presence beside it: " + told);
        assertTrue(told.get(0).get("day").matches("S0 .* / S1 .*"), told.toString());
        assertEquals(2, told.get(0).get("present").split(" / ").length, told.toString());
    }

    @Test
    void somebody_waits_as_long_as_a_day_is_still_to_come() {
        String inLine = "select value from state_figure where name = 'in_line'";
        ManagedEvent event = world.course(EventType.SEMINAR, 1, 1);
        register(world.seeker("座る人"), event, false);
        long before = world.number(inLine);
        register(world.seeker("待つ人"), event, true);
        assertEquals(before + 1, world.number(inLine));
        world.amend("update event_session set outcome = 'NOT_HELD', starts_at = now() - interval '1 hour', held_on = d,"
                + " fiscal_year = extract(year from d - interval '3 months')"
                + " from (select ((now() - interval '1 hour') at time zone 'Asia/Tokyo')::date as d) x where id = "
                + day(event, 0));
        assertEquals(before + 1, world.number(inLine), "the second day is still to come");
        world.amend("update event_session set outcome = 'NOT_HELD' where id = " + day(event, 1));
        assertEquals(before, world.number(inLine));
    }

    /** Which day of a course a booth was visited on decides the session, and with it the year and whom it counts for. */
    @Test
    void a_visit_at_a_booth_is_of_the_day_on_which_it_was_made() {
        ManagedEvent event = world.courseToday(EventType.OUTSIDE_FAIR, 10, 10);
        world.amend("update event set programme_id = 'uij-turn-information' where id = " + event.id());
        // The first day was in the year before.
        world.amend("update event_session set held_on = d, starts_at = (d + time '10:00') at time zone 'Asia/Tokyo',"
                + " ends_at = (d + time '11:00') at time zone 'Asia/Tokyo', fiscal_year = extract(year from d - interval '3 months')"
                + " from (select ((now() at time zone 'Asia/Tokyo')::date - interval '1 year')::date as d) x where id = "
                + day(event, 0));
        world.amend(
                "update event_session set intake_closes_at = ends_at, starts_at = now() where id = " + day(event, 1));
        world.city();
        world.undone(() -> {
            world.amend("update measure_definition d set counting = 'BOOTH_VISITS', roles = null from measure m"
                    + " where m.id = d.measure_id and m.programme_id = 'uij-turn-information'");
            Actor visitor = world.seeker("通しの訪問者");
            world.amend(
                    "insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, companions,"
                            + " version) values (nextval('tsunagu_seq'), " + day(event, 0) + ", " + visitor.personId()
                            + ", 'EMPLOYEE', 'CONFIRMED', 'visit-" + visitor.personId()
                            + "', '12121212', now(), 0, 0)");
            world.amend(
                    "insert into booth_visit (id, event_id, company_id, registration_id, person_id, visited_at, by_company, version)"
                            + " select nextval('tsunagu_seq'), " + event.id()
                            + ", (select min(id) from company), r.id, r.person_id, now(), false, 1 from registration r where r.session_id = "
                            + day(event, 0));
            assertEquals(
                    day(event, 1),
                    world.number("select session_id from counted_visit where event_id = ?1", event.id()));
        });
    }

    @Test
    void letters_and_calendar_name_all_days_and_one_that_is_called_off_leaves_the_rest() {
        ManagedEvent event = world.course(EventType.SEMINAR, 5, 5, 5);
        Actor person = world.seeker("手紙 太郎");
        String ticket = register(person, event, false);
        String body = letter(person, "受け付けました");
        assertTrue(body.contains("S0") && body.contains("S1") && body.contains("S2"), body);
        assertEquals(3, entries(calendarOf(person, "受け付けました")));

        world.undone(() -> currentActor.as(Actor.system("reminders"), () -> {
            reminders.run(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
            assertEquals(3, letters(person, "明日です"), "a reminder for each day");
            return null;
        }));

        ManagedEvent now = managed(event);
        staff(() -> {
            events.settle(
                    event.event().code(), day(event, 0), now.sessions().get(0).version(), false, "台風のため");
            return null;
        });
        assertEquals(1, letters(person, "中止になった回があります"));
        String off = calendarOf(person, "中止になった回があります");
        assertEquals(3, entries(off));
        assertEquals(1, off.split("STATUS:CANCELLED", -1).length - 1, off);
        assertTrue(off.contains("METHOD:PUBLISH"), off);
        Ticket left = ticketOf(person, ticket);
        assertTrue(left.valid(), "the other days are held");
        assertEquals(day(event, 1), left.session().id(), "it begins with the second now");
        assertEquals(3, entries(calendar.text(left)));

        staff(() -> {
            events.cancel(event.event().code(), managed(event).version(), "講師の都合");
            return null;
        });
        assertEquals(1, letters(person, "中止のお知らせ"), "one letter for all that was left");
        assertFalse(ticketOf(person, ticket).valid());
    }

    private List<Long> takenOfAll(ManagedEvent event) {
        return event.sessions().stream()
                .map(each -> world.number(
                        "select taken from event_session where id = ?1",
                        each.session().id()))
                .toList();
    }

    private long day(ManagedEvent event, int index) {
        return event.sessions().get(index).session().id();
    }

    private ScanOutcome read(ManagedEvent event, int index, String ticket) {
        return staff(() -> door.checkIn(day(event, index), ticket, Secrets.token()))
                .outcome();
    }

    private List<DoorReportService.Person> takenAlong(ManagedEvent event, int index) {
        Actor helper = world.staff("受付の係");
        return currentActor.as(helper, () -> reports.list(
                        day(event, index),
                        phones.open(day(event, index), Secrets.token(), "")
                                .orElseThrow()
                                .secret())
                .people());
    }

    private Roster roster(ManagedEvent event, int index) {
        return staff(() -> intake.roster(day(event, index)));
    }

    private ManagedEvent managed(ManagedEvent event) {
        return staff(() -> events.event(event.event().code()));
    }

    private <T> T staff(java.util.function.Supplier<T> work) {
        return currentActor.as(World.STAFF, work::get);
    }

    private void change(ManagedEvent event, java.util.function.UnaryOperator<EventDraft> change) {
        ManagedEvent now = managed(event);
        EventDraft draft = new EventDraft(
                now.event().title(),
                EventType.SEMINAR,
                null,
                "",
                "",
                EventDraft.Visit.UNSAID,
                now.event().course(),
                now.sessions().stream()
                        .map(each -> new EventDraft.SessionDraft(
                                each.session().id(),
                                each.session().title(),
                                each.session().times().heldOn(),
                                each.session()
                                        .times()
                                        .startsAt()
                                        .atZone(FiscalYear.ZONE)
                                        .toLocalTime(),
                                each.session().times().end(),
                                each.session().place(),
                                "",
                                each.session().capacity(),
                                Set.copyOf(each.session().countedRoles()),
                                each.session().intake(),
                                ""))
                        .toList());
        staff(() -> {
            events.change(event.event().code(), now.version(), change.apply(draft));
            return null;
        });
    }

    private static EventDraft days(EventDraft draft, List<EventDraft.SessionDraft> sessions) {
        return new EventDraft(
                draft.title(), draft.type(), null, "", "", EventDraft.Visit.UNSAID, draft.course(), sessions);
    }

    private static EventDraft single(EventDraft draft) {
        return new EventDraft(draft.title(), draft.type(), null, "", "", EventDraft.Visit.UNSAID, draft.sessions());
    }

    private static EventDraft limited(EventDraft draft, int index, Map<AttendanceRole, Integer> limits) {
        List<EventDraft.SessionDraft> sessions = new ArrayList<>(draft.sessions());
        sessions.set(index, with(sessions.get(index), new Intake(Intake.Mode.FIRST_COME, null, null, limits)));
        return days(draft, sessions);
    }

    /** Said at the first day, it holds for all. */
    private static EventDraft mode(EventDraft draft, Intake.Mode mode) {
        List<EventDraft.SessionDraft> sessions = new ArrayList<>(draft.sessions());
        sessions.set(0, with(sessions.get(0), new Intake(mode, null, null, Map.of())));
        return days(draft, sessions);
    }

    private static EventDraft.SessionDraft with(EventDraft.SessionDraft day, Intake intake) {
        return new EventDraft.SessionDraft(
                day.id(),
                day.title(),
                day.date(),
                day.start(),
                day.end(),
                day.place(),
                "",
                day.capacity(),
                day.countedRoles(),
                intake,
                "");
    }

    private static EventDraft.SessionDraft stops(EventDraft.SessionDraft day, String stops) {
        return new EventDraft.SessionDraft(
                day.id(),
                day.title(),
                day.date(),
                day.start(),
                day.end(),
                day.place(),
                "",
                day.capacity(),
                day.countedRoles(),
                day.intake(),
                stops);
    }

    private static EventDraft.SessionDraft at(EventDraft.SessionDraft day, LocalTime start) {
        return new EventDraft.SessionDraft(
                day.id(),
                day.title(),
                day.date(),
                start,
                start.plusHours(1),
                "",
                "",
                day.capacity(),
                day.countedRoles());
    }

    private static EventDraft.SessionDraft fresh(EventDraft.SessionDraft day) {
        return new EventDraft.SessionDraft(
                null,
                "more",
                day.date(),
                LocalTime.of(21, 0),
                LocalTime.of(22, 0),
                "",
                "",
                day.capacity(),
                day.countedRoles());
    }

    private static int entries(String calendar) {
        return calendar.split("BEGIN:VEVENT", -1).length - 1;
    }

    private long letters(Actor actor, String subject) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = ?1"
                        + " and o.subject like '%" + subject + "%'",
                actor.accountId());
    }

    private String letter(Actor actor, String subject) {
        return said("body", actor, subject);
    }

    private String calendarOf(Actor actor, String subject) {
        return said("calendar", actor, subject);
    }

    private String said(String what, Actor actor, String subject) {
        return world.text(
                "select " + what + " from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = "
                        + actor.accountId() + " and o.subject like '%" + subject + "%'");
    }
}
