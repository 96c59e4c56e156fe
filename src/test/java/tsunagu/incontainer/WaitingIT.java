package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.Companions;
import tsunagu.event.DoorService;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.GuestForm;
import tsunagu.event.ManagedEvent;
import tsunagu.event.PeopleService;
import tsunagu.event.RegistrationService;
import tsunagu.event.SamePerson;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.plan.PlanService;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/** The line for seats, with rivals. */
@ArquillianTest
class WaitingIT {

    private static final int SEATS = 5;

    @Deployment
    static WebArchive portal() {
        return Deployed.with(WaitingIT.class, World.class);
    }

    @Inject
    private World world;

    @Inject
    private EventService events;

    @Inject
    private RegistrationService registrations;

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

        as(seated, () -> registrations.cancel(ticket));
        assertTrue(ticketOf(first, one).offered());
        assertEquals(1, ticketOf(second, two).position());
        assertThrows(DomainException.class, () -> register(newcomer, event, false), "the seat is held");
        assertEquals(1, taken(event));
        assertEquals(1, letters(first, "席があきました"));

        as(first, () -> registrations.accept(one));
        assertTrue(ticketOf(first, one).live());
        as(first, () -> registrations.cancel(one));
        assertTrue(ticketOf(second, two).offered());

        // Nobody answers in time: the offer lapses, and as nobody waits any more the seat is open to all.
        world.change("update registration set offer_until = now() - interval '1 minute' where ticket_token = '" + two
                + "' and set_config('tsunagu.actor', 'test', true) <> ''");
        currentActor.as(Actor.system("test"), registrations::lapse);
        assertEquals("LAPSED", ticketOf(second, two).state());
        assertThrows(DomainException.class, () -> as(second, () -> registrations.accept(two)));
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
            all.add(() -> as(seated, () -> registrations.cancel(ticket)));
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
        List<String> tickets = seated.stream().map(each -> register(each, event, false)).toList();
        Actor family = world.seeker("family");
        String place = currentActor.as(
                family,
                () -> registrations.register(event.event().code(), session(event), AttendanceRole.EMPLOYEE,
                        new Companions(2, AttendanceRole.EMPLOYEE), true));
        Actor newcomer = world.seeker("newcomer");
        as(seated.get(0), () -> registrations.cancel(tickets.get(0)));
        assertEquals(2, taken(event));
        assertThrows(DomainException.class, () -> register(newcomer, event, false));
        as(seated.get(1), () -> registrations.cancel(tickets.get(1)));
        as(seated.get(2), () -> registrations.cancel(tickets.get(2)));
        assertTrue(ticketOf(family, place).offered());
        assertEquals(3, taken(event));
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
                    () -> as(leaves, () -> registrations.cancel(ticket)), () -> place.add(register(joins, event, true))));
            assertTrue(List.of("CONFIRMED", "OFFERED").contains(ticketOf(joins, place.get(0)).state()), "round " + round);
            assertEquals(1, taken(event));
        }
    }

    @Test
    void a_guest_has_one_ticket_and_only_the_mailbox_learns_of_it_twice() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        GuestForm form = new GuestForm("山田 花", "ヤマダ ハナ", "Hana" + System.nanoTime() + "@example.jp", AttendanceRole.GUARDIAN, true);
        String token = registrations.registerGuest(event.event().code(), session(event), form, Companions.NONE, false).orElseThrow();
        assertTrue(registrations.registerGuest(event.event().code(), session(event),
                new GuestForm("別の名", "", form.email().toUpperCase(java.util.Locale.ROOT), AttendanceRole.GENERAL, true), Companions.NONE, false).isEmpty());
        assertEquals(1, taken(event));
        assertEquals(2, world.number("select count(*) from mail_outbox where lower(recipient) = lower(?1)", form.email()));
        assertTrue(registrations.ticket(token).guest());
        ManagedEvent other = world.event(null, EventType.SEMINAR, 3);
        for (String name : List.of("山田　花", "山田 太郎")) {
            registrations.registerGuest(other.event().code(), session(other),
                    new GuestForm(name, "", name.equals("山田 太郎") ? "x" + form.email() : form.email(), AttendanceRole.GENERAL, true),
                    Companions.NONE, false);
        }
        assertEquals(1, world.number("select count(distinct person_id) from registration where lower(guest_email) = lower(?1)", form.email()));
        registrations.cancel(token);
        assertEquals(0, taken(event));
    }

    /** A teacher with thirty pupils: one registration, thirty-one seats, thirty-one people in the figure. */
    @Test
    void a_class_has_seats_and_is_counted() {
        ManagedEvent event = world.event("it-talent", EventType.SEMINAR, 31);
        Actor teacher = world.seeker("teacher");
        Companions pupils = new Companions(30, AttendanceRole.EMPLOYEE);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        String ticket = currentActor.as(
                teacher,
                () -> registrations.register(event.event().code(), session(event), AttendanceRole.EMPLOYEE, pupils, false));
        assertEquals(31, taken(event));
        Actor late = world.seeker("late");
        assertThrows(DomainException.class, () -> register(late, event, false));
        String place = register(late, event, true);
        currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        assertEquals(before + 31, world.number(figure));
        assertEquals(
                before + 31,
                currentActor.as(World.STAFF, () -> plan.rows("it-talent", "participants", FiscalYear.of(tomorrow())).rows().stream()
                        .mapToLong(row -> row.quantity().longValue())
                        .sum()));

        ManagedEvent other = world.event(null, EventType.SEMINAR, 31);
        String given = currentActor.as(
                teacher,
                () -> registrations.register(other.event().code(), session(other), AttendanceRole.EMPLOYEE, pupils, false));
        as(teacher, () -> registrations.cancel(given));
        assertEquals(0, taken(other));
        assertTrue(ticketOf(late, place).waits());
    }

    /** One person, once with an account and once as a guest: two until staff say one, and two again when that was wrong. */
    @Test
    void one_person_under_two_registrations_is_counted_once_and_back() {
        ManagedEvent event = world.event("it-talent", EventType.SEMINAR, 10);
        String name = "同一 人物" + System.nanoTime();
        Actor account = world.seeker(name);
        GuestForm form = new GuestForm(name, "", "same" + System.nanoTime() + "@example.jp", AttendanceRole.EMPLOYEE, true);
        String guest = registrations.registerGuest(event.event().code(), session(event), form, Companions.NONE, false).orElseThrow();
        String own = register(account, event, false);
        String figure = "select coalesce(sum(r.quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                + " where m.programme_id = 'it-talent'";
        long before = world.number(figure);
        for (String ticket : List.of(guest, own)) {
            currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        }
        assertEquals(before + 2, world.number(figure));
        SamePerson pair = currentActor.as(World.STAFF, people::alike).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        as(World.STAFF, () -> people.merge(pair.one(), pair.other()));
        assertEquals(before + 1, world.number(figure));
        assertThrows(DomainException.class, () -> as(World.STAFF, () -> people.merge(pair.one(), pair.other())));
        SamePerson merged = currentActor.as(World.STAFF, people::merged).get(0);
        as(World.STAFF, () -> people.undo(merged.other()));
        assertEquals(before + 2, world.number(figure));
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(FiscalYear.ZONE).plusDays(1);
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
                () -> registrations.register(event.event().code(), session(event), AttendanceRole.EMPLOYEE, Companions.NONE, line));
    }

    private tsunagu.event.Ticket ticketOf(Actor actor, String token) {
        return currentActor.as(actor, () -> registrations.ticket(token));
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
}
