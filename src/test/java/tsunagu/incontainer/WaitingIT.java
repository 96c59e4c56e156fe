package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.PeopleService;
import tsunagu.attendance.SamePerson;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.GuestRules;
import tsunagu.event.ManagedEvent;
import tsunagu.plan.PlanService;
import tsunagu.registration.Companions;
import tsunagu.registration.GuestForm;
import tsunagu.registration.GuestWatchService;
import tsunagu.registration.IntakeService;
import tsunagu.registration.Origin;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.registration.TicketService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/** The line for seats, with rivals. */
@ArquillianTest
class WaitingIT {

    private static final int SEATS = 5;

    private static final Origin SOMEWHERE = new Origin("192.0.2", 30);

    @Inject
    private GuestWatchService guard;

    @Inject
    private IntakeService intake;

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
    private PeopleService people;

    @Inject
    private PlanService plan;

    @Inject
    private CurrentActor currentActor;

    @Test
    void a_seat_that_becomes_free_is_held_for_whoever_waits_longest() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 1);
        Actor seated = world.seeker("seated");
        Actor first = world.seeker("first");
        Actor second = world.seeker("second");
        Actor newcomer = world.seeker("newcomer");
        String ticket = register(seated, event, false);
        String one = register(first, event, true);
        String two = register(second, event, true);
        assertEquals(2, ticketOf(second, two).position());

        as(seated, () -> tickets.cancel(ticket));
        assertTrue(ticketOf(first, one).offered());
        assertEquals(1, ticketOf(second, two).position());
        assertThrows(DomainException.class, () -> register(newcomer, event, false), "the seat is held");
        assertEquals(1, taken(event));
        assertEquals(1, letters(first, "席があきました"));

        as(first, () -> tickets.accept(one));
        assertTrue(ticketOf(first, one).live());
        as(first, () -> tickets.cancel(one));
        assertTrue(ticketOf(second, two).offered());

        // Nobody answers in time: the offer lapses, and as nobody waits any more the seat is open to all.
        world.amend("update registration set offer_until = now() - interval '1 minute' where ticket_token = '" + two + "'");
        lapse();
        assertEquals("LAPSED", ticketOf(second, two).state());
        assertThrows(DomainException.class, () -> as(second, () -> tickets.accept(two)));
        register(newcomer, event, false);
        assertEquals(1, taken(event));
    }

    @Test
    void more_places_are_offered_to_the_line() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 1);
        register(world.seeker("seated"), event, false);
        Actor first = world.seeker("first");
        Actor second = world.seeker("second");
        String one = register(first, event, true);
        String two = register(second, event, true);
        ManagedEvent now = currentActor.as(World.STAFF, () -> events.event(event.event().code()));
        currentActor.as(World.STAFF, () -> {
            var session = now.sessions().get(0).session();
            events.change(event.event().code(), now.version(), new EventDraft(
                    now.event().title(), EventType.SEMINAR, null, "", EventDraft.Visit.UNSAID,
                    List.of(new EventDraft.SessionDraft(
                            session.id(), session.title(), session.times().heldOn(), java.time.LocalTime.of(9, 0),
                            java.time.LocalTime.of(10, 0), "place", "", 2, java.util.Set.of(AttendanceRole.EMPLOYEE)))));
            return null;
        });
        assertTrue(ticketOf(first, one).offered());
        assertTrue(ticketOf(second, two).waits());
        assertEquals(2, taken(event));
    }

    /** Five give their seats up while ten newcomers press the button: nobody passes those who wait. */
    @Test
    void newcomers_do_not_pass_the_line() throws Exception {
        ManagedEvent event = world.event(null, EventType.SEMINAR, SEATS);
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            Actor seated = world.seeker("seated " + i);
            String ticket = register(seated, event, false);
            all.add(() -> as(seated, () -> tickets.cancel(ticket)));
        }
        List<Actor> line = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < SEATS + 2; i++) {
            line.add(world.seeker("line " + i));
            places.add(register(line.get(i), event, true));
        }
        for (int i = 0; i < 2 * SEATS; i++) {
            Actor newcomer = world.seeker("newcomer " + i);
            all.add(() -> assertThrows(DomainException.class, () -> register(newcomer, event, false)));
        }
        together(all);
        for (int i = 0; i < line.size(); i++) {
            assertEquals(i < SEATS ? "OFFERED" : "WAITING", ticketOf(line.get(i), places.get(i)).state());
        }
        assertEquals(SEATS, taken(event));
        assertEquals(
                SEATS,
                world.number("select count(*) from registration where state in ('CONFIRMED', 'OFFERED') and session_id = ?1",
                        session(event)));
    }

    /** Three seats are wanted by the first in the line and one is free: it stays free for him, nobody slips in. */
    @Test
    void whoever_needs_more_seats_is_not_passed() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        List<Actor> seated = List.of(world.seeker("a"), world.seeker("b"), world.seeker("c"));
        List<String> given = seated.stream().map(each -> register(each, event, false)).toList();
        Actor family = world.seeker("family");
        String place = currentActor.as(
                family,
                () -> registrations.register(event.event().code(), session(event),
                        SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(2, AttendanceRole.EMPLOYEE)).orLine()));
        Actor newcomer = world.seeker("newcomer");
        as(seated.get(0), () -> tickets.cancel(given.get(0)));
        assertEquals(2, taken(event));
        assertThrows(DomainException.class, () -> register(newcomer, event, false));
        as(seated.get(1), () -> tickets.cancel(given.get(1)));
        as(seated.get(2), () -> tickets.cancel(given.get(2)));
        assertTrue(ticketOf(family, place).offered());
        assertEquals(3, taken(event));
    }

    /** Ten seats, of which four for students at most: thirty of each try at once. Neither limit is passed, and no seat stays empty. */
    @Test
    void several_limits_hold_at_once() throws Exception {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 10);
        world.amend("insert into session_limit select " + session(event) + ", 'UNIVERSITY_STUDENT', 4");
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            AttendanceRole role = i % 2 == 0 ? AttendanceRole.UNIVERSITY_STUDENT : AttendanceRole.GUARDIAN;
            Actor actor = world.seeker("limit " + i);
            all.add(() -> {
                try {
                    currentActor.as(actor, () -> registrations.register(event.event().code(), session(event), SeatRequest.as(role)));
                } catch (DomainException full) {
                    // no seat for this one
                }
            });
        }
        together(all);
        String seats = "select count(*) from registration where state = 'CONFIRMED' and session_id = ?1";
        assertEquals(10, world.number(seats, session(event)));
        assertEquals(10, taken(event));
        assertTrue(world.number(seats + " and role = 'UNIVERSITY_STUDENT'", session(event)) <= 4);
    }

    /** A guardian's seat becomes free while a student waits whose kind is full: the next guardian gets it, and no newcomer. */
    @Test
    void the_line_of_one_kind_does_not_stop_the_other() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        world.amend("insert into session_limit select " + session(event) + ", 'UNIVERSITY_STUDENT', 1");
        Actor student = world.seeker("student");
        Actor second = world.seeker("second");
        Actor guardian = world.seeker("guardian");
        Actor late = world.seeker("late");
        String first = as(student, event, AttendanceRole.UNIVERSITY_STUDENT, false);
        String waiting = as(second, event, AttendanceRole.UNIVERSITY_STUDENT, true);
        assertTrue(ticketOf(second, waiting).waits());
        String seated = as(guardian, event, AttendanceRole.GUARDIAN, false);
        as(world.seeker("another"), event, AttendanceRole.GUARDIAN, false);
        String next = as(late, event, AttendanceRole.GUARDIAN, true);
        as(guardian, () -> tickets.cancel(seated));
        assertTrue(ticketOf(late, next).offered());
        assertTrue(ticketOf(second, waiting).waits());
        as(student, () -> tickets.cancel(first));
        assertTrue(ticketOf(second, waiting).offered());
        assertEquals(3, taken(event));
    }

    /** More people need seats, fewer give them back to the line. */
    @Test
    void whoever_changes_how_many_come_takes_or_gives_seats() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 4);
        Actor family = world.seeker("family");
        String ticket = register(family, event, false);
        SeatRequest three = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.PUPIL));
        as(family, () -> tickets.change(ticket, three));
        assertEquals(4, taken(event));
        Actor waits = world.seeker("waits");
        String place = register(waits, event, true);
        SeatRequest more = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(4, AttendanceRole.PUPIL));
        assertThrows(DomainException.class, () -> as(family, () -> tickets.change(ticket, more)));
        assertEquals(4, taken(event));
        as(family, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        assertTrue(ticketOf(waits, place).offered());
        assertEquals(2, taken(event));
    }

    /** Companions of another role are seats of that role: its limit holds, and seats of the old role go to its line. */
    @Test
    void companions_of_another_role_keep_to_its_limit_and_free_the_other() {
        ManagedEvent event = limited(10, "('PUPIL', 3), ('GUARDIAN', 3)");
        Actor family = world.seeker("family");
        String ticket = register(family, event, false);
        as(family, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.PUPIL))));
        Actor pupil = world.seeker("pupil");
        assertEquals("event.error.fewSeatsOfRole", key(() -> as(pupil, event, AttendanceRole.PUPIL, false)));
        String place = as(pupil, event, AttendanceRole.PUPIL, true);
        SeatRequest guardians = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.GUARDIAN));
        as(world.seeker("guardian"), event, AttendanceRole.GUARDIAN, false);
        assertEquals("event.error.more.fewSeatsOfRole", key(() -> as(family, () -> tickets.change(ticket, guardians))));
        as(family, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(2, AttendanceRole.GUARDIAN))));
        assertTrue(ticketOf(pupil, place).offered(), "the seats of pupils are free for those who wait for one");
        assertEquals(5, taken(event));
    }

    /** Many change pupils to guardians at once: the limit of guardians holds, and the counter is what the rows say. */
    @Test
    void a_limit_holds_while_many_change_their_companions() throws Exception {
        ManagedEvent event = limited(20, "('GUARDIAN', 3)");
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Actor family = world.seeker("family " + i);
            String ticket = register(family, event, false);
            as(family, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(1, AttendanceRole.PUPIL))));
            all.add(() -> {
                try {
                    as(family, () -> tickets.change(
                            ticket, SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(1, AttendanceRole.GUARDIAN))));
                } catch (DomainException refused) {
                    assertEquals("event.error.more.fewSeatsOfRole", refused.key());
                }
            });
        }
        together(all);
        assertEquals(3, world.number(
                "select sum(companions) from registration where companion_role = 'GUARDIAN' and session_id = ?1", session(event)));
        assertEquals(20, taken(event));
    }

    /** Whoever is refused learns why, with numbers: too many for what is left, a role's limit, or people who wait. */
    @Test
    void who_is_refused_learns_why() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 5);
        SeatRequest six = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(5, AttendanceRole.PUPIL));
        Actor crowd = world.seeker("crowd");
        assertEquals("event.error.tooMany", key(() -> currentActor.as(
                crowd, () -> registrations.register(event.event().code(), session(event), six.orLine()))), "would wait for ever");
        register(world.seeker("seated 1"), event, false);
        register(world.seeker("seated 2"), event, false);
        SeatRequest five = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(4, AttendanceRole.PUPIL));
        Actor group = world.seeker("group");
        DomainException few = assertThrows(DomainException.class, () -> currentActor.as(
                group, () -> registrations.register(event.event().code(), session(event), five)));
        assertEquals("event.error.fewSeats", few.key());
        assertEquals(List.of(3, 5), few.arguments());
        currentActor.as(group, () -> registrations.register(event.event().code(), session(event), five.orLine()));
        Actor newcomer = world.seeker("newcomer");
        assertEquals("event.error.lineFirst", key(() -> register(newcomer, event, false)));
        ManagedEvent limits = limited(4, "('PUPIL', 30)");
        assertEquals(java.util.Map.of(AttendanceRole.PUPIL, 4), registrations.leftByRole(session(limits)));
    }

    private String key(Runnable work) {
        return assertThrows(DomainException.class, work::run).key();
    }

    private ManagedEvent limited(int seats, String limits) {
        ManagedEvent event = world.event(null, EventType.SEMINAR, seats);
        world.amend("insert into session_limit select " + session(event) + ", x.role, x.capacity from (values " + limits
                + ") as x (role, capacity)");
        return event;
    }

    private String as(Actor actor, ManagedEvent event, AttendanceRole role, boolean line) {
        SeatRequest request = SeatRequest.as(role);
        return currentActor.as(
                actor,
                () -> registrations.register(event.event().code(), session(event), line ? request.orLine() : request));
    }

    /** The only seat is given up at the moment in which somebody joins the line: he has it, or an offer; never neither. */
    @Test
    void nobody_waits_beside_a_free_seat() throws Exception {
        for (int round = 0; round < 25; round++) {
            ManagedEvent event = world.event(null, EventType.SEMINAR, 1);
            Actor leaves = world.seeker("leaves");
            Actor joins = world.seeker("joins");
            String ticket = register(leaves, event, false);
            List<String> place = java.util.Collections.synchronizedList(new ArrayList<>());
            together(List.of(
                    () -> as(leaves, () -> tickets.cancel(ticket)), () -> place.add(register(joins, event, true))));
            assertTrue(List.of("CONFIRMED", "OFFERED").contains(ticketOf(joins, place.get(0)).state()), "round " + round);
            assertEquals(1, taken(event));
        }
    }

    @Test
    void a_guest_has_one_ticket_and_only_the_mailbox_learns_of_it_twice() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        GuestForm form = new GuestForm("山田 花", "ヤマダ ハナ", "Hana" + System.nanoTime() + "@example.jp", true);
        String token = guest(event, form, AttendanceRole.EMPLOYEE);
        assertTrue(registrations.registerGuest(event.event().code(), session(event),
                new GuestForm("別の名", "", form.email().toUpperCase(java.util.Locale.ROOT), true), SeatRequest.as(AttendanceRole.GENERAL),
                SOMEWHERE).isEmpty());
        assertEquals(1, taken(event));
        assertEquals(2, world.number("select count(*) from mail_outbox where lower(recipient) = lower(?1)", form.email()));
        assertTrue(tickets.ticket(token).guest());
        tickets.prove(token);
        ManagedEvent other = world.event(null, EventType.SEMINAR, 3);
        for (String name : List.of("山田　花", "山田 太郎")) {
            tickets.prove(guest(other, new GuestForm(name, "", name.equals("山田 太郎") ? "x" + form.email() : form.email(), true),
                    AttendanceRole.GENERAL));
        }
        assertEquals(1, world.number("select count(distinct person_id) from registration where lower(guest_email) = lower(?1)", form.email()));
        tickets.cancel(token);
        assertEquals(0, taken(event));
    }

    /** Name and address are only typed until the letter's link is opened: they join nobody, and nothing is told to whoever typed them. */
    @Test
    void what_was_only_typed_joins_nobody() {
        String email = "victim" + System.nanoTime() + "@example.jp";
        ManagedEvent first = world.event(null, EventType.SEMINAR, 5);
        String own = guest(first, new GuestForm("被害 花子", "", email, true), AttendanceRole.GENERAL);
        tickets.prove(own);
        ManagedEvent second = world.event(null, EventType.SEMINAR, 5);
        String typed = guest(second, new GuestForm("被害 花子", "", email, true), AttendanceRole.GENERAL);
        String persons = "select count(distinct person_id) from registration where lower(guest_email) = lower(?1)";
        assertEquals(2, world.number(persons, email), "typed, not proven");
        assertTrue(!tickets.ticket(typed).valid(), "no ticket before the letter's link was opened");
        tickets.prove(typed);
        assertEquals(1, world.number(persons, email), "proven: one person");
        assertTrue(tickets.ticket(typed).valid());
    }

    /** Whoever asks learns nothing: a known and an unknown address are answered alike, also where the session is full. */
    @Test
    void a_stranger_does_not_learn_who_is_registered() {
        String email = "known" + System.nanoTime() + "@example.jp";
        ManagedEvent event = world.event(null, EventType.SEMINAR, 2);
        guest(event, new GuestForm("知られた 人", "", email, true), AttendanceRole.GENERAL);
        for (String each : List.of(email, "un" + email)) {
            assertTrue(ask(event, new GuestForm("探る 人", "", each, true)).isEmpty());
        }
        assertEquals(2, taken(event));
        for (String each : List.of(email, "other" + email)) {
            assertEquals("event.error.full",
                    assertThrows(DomainException.class, () -> ask(event, new GuestForm("探る 人", "", each, true))).key());
        }
        assertEquals(2, taken(event), "asking takes no seat and gives none back");
    }

    /** Who does not come and says so afterwards did not come: a no-show is not made a cancellation. */
    @Test
    void a_ticket_is_not_cancelled_after_the_beginning() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        Actor person = world.seeker("来なかった 人");
        String ticket = register(person, event, false);
        world.amend("update event_session set starts_at = now(), ends_at = now() + interval '1 hour' where id = " + session(event));
        assertEquals("event.error.cancelLate", assertThrows(DomainException.class, () -> as(person, () -> tickets.cancel(ticket))).key());
        assertEquals("CONFIRMED", ticketOf(person, ticket).state());
    }

    /** Ten invented addresses hold ten seats for six hours and no longer; the line has them then. Who confirmed keeps his. */
    @Test
    void a_seat_that_nobody_confirms_is_free_again() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 2);
        String mark = Long.toString(System.nanoTime());
        String real = guest(event, new GuestForm("本当 の人", "", "real" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        String invented = guest(event, new GuestForm("架空 の人", "", "invented" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        tickets.prove(real);
        Actor waits = world.seeker("待つ 人");
        String place = register(waits, event, true);
        world.amend("update registration set proof_until = now() - interval '1 minute' where guest_email = 'invented" + mark + "@example.jp'");
        lapse();
        assertEquals("LAPSED", tickets.ticket(invented).state());
        assertEquals("CONFIRMED", tickets.ticket(real).state());
        assertTrue(ticketOf(waits, place).offered());
        assertEquals(2, taken(event));
        assertEquals("event.error.proofOver", assertThrows(DomainException.class, () -> tickets.prove(invented)).key());
    }

    /** Who came, and whom staff gave a seat, needs no letter any more: neither lapses, and the ticket is good. */
    @Test
    void who_came_or_was_approved_has_nothing_left_to_confirm() {
        String mark = Long.toString(System.nanoTime());
        ManagedEvent today = world.today(null, EventType.SEMINAR, 5);
        String came = guest(today, new GuestForm("来た 人", "", "came" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        currentActor.as(World.STAFF, () -> door.checkIn(session(today), came, Secrets.token()));
        assertTrue(tickets.ticket(came).valid(), "was there");

        ManagedEvent asked = world.event(null, EventType.SEMINAR, 5);
        world.amend("update event_session set intake = 'APPROVAL' where id = " + session(asked));
        String given = guest(asked, new GuestForm("認められた 人", "", "given" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        long id = world.number("select id from registration where ticket_token = ?1", given);
        int version = (int) world.number("select version from registration where id = ?1", id);
        currentActor.as(World.STAFF, () -> {
            intake.approve(session(asked), id, version);
            return null;
        });
        world.amend("update registration set proof_until = now() - interval '1 minute' where id = " + id + " and proof_until is not null");
        lapse();
        assertEquals("CONFIRMED", tickets.ticket(given).state());
        assertTrue(tickets.ticket(given).valid());
        assertEquals(1, taken(asked));
    }

    /** What an organiser allows holds for guests and for people with an account, also when a ticket is changed. */
    @Test
    void an_organiser_limits_people_and_sessions() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 50, 50);
        currentActor.as(World.STAFF, () -> {
            guard.decide(event.event().code(), new GuestRules(false, 3, 1, 0));
            return null;
        });
        assertThrows(tsunagu.shared.ConflictException.class, () -> currentActor.as(World.STAFF, () -> {
            guard.decide(event.event().code(), new GuestRules(true, 3, 1, 0));
            return null;
        }));
        String nameless = registrations.registerGuest(event.event().code(), session(event), new GuestForm("便り なし", "", "", true),
                SeatRequest.as(AttendanceRole.GENERAL), SOMEWHERE).orElseThrow();
        assertTrue(tickets.ticket(nameless).valid(), "no letter was expected, so nothing is to be confirmed");
        SeatRequest four = SeatRequest.as(AttendanceRole.GENERAL).with(new Companions(3, AttendanceRole.GENERAL));
        Actor person = world.seeker("大勢 の人");
        assertEquals("event.error.mostSeats", assertThrows(DomainException.class, () -> currentActor.as(person,
                () -> registrations.register(event.event().code(), session(event), four))).key());
        String ticket = register(person, event, false);
        assertEquals("event.error.mostSeats",
                assertThrows(DomainException.class, () -> as(person, () -> tickets.change(ticket, four))).key());
        long second = event.event().sessions().get(1).id();
        assertEquals("event.error.mostSessions", assertThrows(DomainException.class, () -> currentActor.as(person,
                () -> registrations.register(event.event().code(), second, SeatRequest.as(AttendanceRole.GENERAL)))).key());
    }

    /** For its audience only: others come with somebody of it, and not alone; staff may enter whom they want. */
    @Test
    void an_event_for_its_audience_refuses_others_who_come_alone() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 50);
        Actor teacher = world.seeker("先生 だけ");
        assertTrue(!as(teacher, event, AttendanceRole.TEACHER, false).isEmpty(), "the ordinary rule takes everybody");
        currentActor.as(World.STAFF, () -> {
            guard.decide(event.event().code(), new GuestRules(true, true, null, null, 0));
            return null;
        });
        assertTrue(registrations.rules(event.event().code()).audienceOnly());
        Actor other = world.seeker("先生 もう一人");
        assertEquals("event.error.notAudience", key(() -> as(other, event, AttendanceRole.TEACHER, false)));
        SeatRequest two = SeatRequest.as(AttendanceRole.TEACHER).with(new Companions(2, AttendanceRole.EMPLOYEE));
        String ticket = currentActor.as(other, () -> registrations.register(event.event().code(), session(event), two));
        assertEquals("event.error.notAudience", key(() -> as(other, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.TEACHER)))));
        assertTrue(!register(world.seeker("対象 の人"), event, false).isEmpty());
        assertEquals(5, taken(event));
    }

    /** One place that asks again and again is on the staff's list, and what it did not confirm is released with one press. */
    @Test
    void what_looks_automatic_is_listed_and_released() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 20);
        String mark = Long.toString(System.nanoTime());
        for (int i = 0; i < 6; i++) {
            registrations.registerGuest(event.event().code(), session(event),
                    new GuestForm("機械 " + i, "", "bot" + i + "x" + mark + "@example.jp", true),
                    SeatRequest.as(AttendanceRole.GENERAL).with(new Companions(2, AttendanceRole.GENERAL)), new Origin("net" + mark, 1));
        }
        assertEquals(18, taken(event));
        GuestWatchService.Group group = currentActor.as(World.STAFF, guard::automatic).stream()
                .filter(each -> each.names().contains("機械 5"))
                .filter(each -> each.events().contains(event.event().title()))
                .findFirst()
                .orElseThrow();
        assertEquals(6, group.unproven());
        assertEquals(18, group.seats());
        assertEquals(1, group.quickest());
        assertThrows(tsunagu.shared.ConflictException.class, () -> release(group.origin(), 5));
        release(group.origin(), 6);
        assertEquals(0, taken(event));
    }

    private void release(String origin, int seen) {
        currentActor.as(World.STAFF, () -> {
            guard.release(origin, seen);
            return null;
        });
    }

    private java.util.Optional<String> ask(ManagedEvent event, GuestForm form) {
        return registrations.registerGuest(
                event.event().code(), session(event), form, SeatRequest.as(AttendanceRole.GENERAL), SOMEWHERE);
    }

    /** The ticket's token is in the letter only; it is read where the letter's link comes from. */
    private String guest(ManagedEvent event, GuestForm form, AttendanceRole role) {
        assertTrue(registrations.registerGuest(event.event().code(), session(event), form, SeatRequest.as(role), SOMEWHERE).isEmpty());
        return world.text("select ticket_token from registration where session_id = " + session(event) + " and lower(guest_email) = lower('"
                + form.email() + "') order by id desc limit 1");
    }

    /** A teacher with thirty pupils: one registration, thirty-one seats, thirty-one people in the figure. */
    @Test
    void a_class_has_seats_and_is_counted() {
        ManagedEvent event = world.today("it-talent", EventType.SEMINAR, 31);
        Actor teacher = world.seeker("teacher");
        Companions pupils = new Companions(30, AttendanceRole.EMPLOYEE);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        String ticket = currentActor.as(
                teacher,
                () -> registrations.register(event.event().code(), session(event), SeatRequest.as(AttendanceRole.EMPLOYEE).with(pupils)));
        assertEquals(31, taken(event));
        Actor late = world.seeker("late");
        assertThrows(DomainException.class, () -> register(late, event, false));
        String place = register(late, event, true);
        currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        assertEquals(before + 31, world.number(figure));
        assertEquals(
                before + 31,
                currentActor.as(World.STAFF, () -> plan.rows("it-talent", "participants", event.event().sessions().get(0).times().fiscalYear()).rows().stream()
                        .mapToLong(row -> row.quantity().longValue())
                        .sum()));

        ManagedEvent other = world.event(null, EventType.SEMINAR, 31);
        String given = currentActor.as(
                teacher,
                () -> registrations.register(other.event().code(), session(other), SeatRequest.as(AttendanceRole.EMPLOYEE).with(pupils)));
        as(teacher, () -> tickets.cancel(given));
        assertEquals(0, taken(other));
        assertTrue(ticketOf(late, place).waits());
    }

    /** One person, once with an account and once as a guest: two until staff say one, and two again when that was wrong. */
    @Test
    void one_person_under_two_registrations_is_counted_once_and_back() {
        ManagedEvent event = world.today("it-talent", EventType.SEMINAR, 10);
        String name = "同一 人物" + System.nanoTime();
        Actor account = world.seeker(name);
        GuestForm form = new GuestForm(name, "", "same" + System.nanoTime() + "@example.jp", true);
        String guest = guest(event, form, AttendanceRole.EMPLOYEE);
        tickets.prove(guest);
        String own = register(account, event, false);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        for (String ticket : List.of(guest, own)) {
            currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        }
        assertEquals(before + 2, world.number(figure));
        PeopleService.Pairs found = currentActor.as(World.STAFF, () -> people.alike(name, 1));
        SamePerson pair = found.shown().get(0);
        assertEquals(1, found.of(pair.one()).size(), "what they came to");
        // They are two, as far as staff know: not asked about again, and counted as before, until that is taken back.
        as(World.STAFF, () -> people.tellApart(pair.pair(), pair.seen()));
        assertEquals(0, currentActor.as(World.STAFF, () -> people.alike(name, 1)).total());
        assertEquals(before + 2, world.number(figure));
        assertThrows(ConflictException.class, () -> as(World.STAFF, () -> people.merge(pair.pair(), pair.seen())), "they are settled");
        SamePerson apart = currentActor.as(World.STAFF, () -> people.distinct(name, 1)).shown().get(0);
        as(World.STAFF, () -> people.askAgain(apart.answer()));
        assertThrows(ConflictException.class, () -> as(World.STAFF, () -> people.askAgain(apart.answer())), "it was undone already");
        as(World.STAFF, () -> people.merge(pair.pair(), pair.seen()));
        assertEquals(before + 1, world.number(figure));
        assertThrows(ConflictException.class, () -> as(World.STAFF, () -> people.merge(pair.pair(), pair.seen())));
        SamePerson merged = currentActor.as(World.STAFF, () -> people.merged(name, 1)).shown().get(0);
        as(World.STAFF, () -> people.undo(merged.answer()));
        assertEquals(before + 2, world.number(figure));
        assertThrows(ConflictException.class, () -> as(World.STAFF, () -> people.undo(merged.answer())), "it was undone already");
    }

    /** A visitor at two booths is one visitor (ブース訪問者数) and two visits (延べ); the entrance is not counted beside them. */
    @Test
    void visits_at_booths_are_counted() {
        ManagedEvent event = world.today("uij-turn-information", EventType.OUTSIDE_FAIR, 10);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'uij-turn-information' and r.event_id = " + event.id();
        world.city();
        define("counting = 'BOOTH_VISITORS', roles = null");
        Actor visitor = world.seeker("visitor");
        String ticket = register(visitor, event, false);
        currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        assertEquals(1, world.number(figure), "no visits recorded: who came to the city's booth is counted at the door");
        world.amend("insert into booth_visit (id, event_id, company_id, registration_id, person_id, visited_at, by_company, version)"
                + " select nextval('tsunagu_seq'), " + event.id() + ", c.id, r.id, r.person_id, now(), false, 1 from registration r,"
                + " (select id from company order by id limit 2) c where r.ticket_token = '" + ticket + "'");
        assertEquals(1, world.number(figure), "two visits of one person, who is not counted at the door again");
        define("counting = 'BOOTH_VISITS'");
        assertEquals(2, world.number(figure));
        define("counting = 'BOOTH_VISITORS', roles = '{BOOTH_VISITOR}'");
    }

    private void define(String set) {
        world.amend("update measure_definition d set " + set + " from measure m where m.id = d.measure_id"
                + " and m.programme_id = 'uij-turn-information'");
    }

    private void together(List<Runnable> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable each : work) {
            running.add(world.executor().submit(() -> {
                start.await();
                each.run();
                return null;
            }));
        }
        start.countDown();
        for (Future<?> each : running) {
            each.get(60, TimeUnit.SECONDS);
        }
    }

    private String register(Actor actor, ManagedEvent event, boolean line) {
        return currentActor.as(
                actor,
                () -> registrations.register(event.event().code(), session(event),
                        line ? SeatRequest.as(AttendanceRole.EMPLOYEE).orLine() : SeatRequest.as(AttendanceRole.EMPLOYEE)));
    }

    private tsunagu.registration.Ticket ticketOf(Actor actor, String token) {
        return currentActor.as(actor, () -> tickets.ticket(token));
    }

    private void as(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }

    private long session(ManagedEvent event) {
        return event.sessions().get(0).session().id();
    }

    private long taken(ManagedEvent event) {
        return world.number("select taken from event_session where id = ?1", session(event));
    }

    private long letters(Actor actor, String subject) {
        return world.number("select count(*) from mail_outbox o join account a on a.email = o.recipient where a.id = ?1"
                + " and o.subject like '%" + subject + "%'", actor.accountId());
    }

    /** What the job for offers does every half minute. */
    private void lapse() {
        currentActor.as(Actor.system("offers"), () -> {
            tickets.overdue().forEach(tickets::lapse);
            return null;
        });
    }
}
