package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.Companions;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.DomainException;

/** Seats that become free go to whoever waits longest. */
@ArquillianTest
class WaitingIT extends Seats {

    private static final int SEATS = 5;

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
        world.amend(
                "update registration set offer_until = now() - interval '1 minute' where ticket_token = '" + two + "'");
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
        ManagedEvent now =
                currentActor.as(World.STAFF, () -> events.event(event.event().code()));
        currentActor.as(World.STAFF, () -> {
            var session = now.sessions().get(0).session();
            events.change(
                    event.event().code(),
                    now.version(),
                    new EventDraft(
                            now.event().title(),
                            EventType.SEMINAR,
                            null,
                            "",
                            EventDraft.Visit.UNSAID,
                            List.of(new EventDraft.SessionDraft(
                                    session.id(),
                                    session.title(),
                                    session.times().heldOn(),
                                    java.time.LocalTime.of(9, 0),
                                    java.time.LocalTime.of(10, 0),
                                    "place",
                                    "",
                                    2,
                                    java.util.Set.of(AttendanceRole.EMPLOYEE)))));
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
            assertEquals(
                    i < SEATS ? "OFFERED" : "WAITING",
                    ticketOf(line.get(i), places.get(i)).state());
        }
        assertEquals(SEATS, taken(event));
        assertEquals(
                SEATS,
                world.number(
                        "select count(*) from registration where state in ('CONFIRMED', 'OFFERED') and session_id = ?1",
                        session(event)));
    }

    /** Three seats are wanted by the first in the line and one is free: it stays free for them, nobody slips in. */
    @Test
    void whoever_needs_more_seats_is_not_passed() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        List<Actor> seated = List.of(world.seeker("a"), world.seeker("b"), world.seeker("c"));
        List<String> given =
                seated.stream().map(each -> register(each, event, false)).toList();
        Actor family = world.seeker("family");
        String place = currentActor.as(
                family,
                () -> registrations.register(
                        event.event().code(),
                        session(event),
                        SeatRequest.as(AttendanceRole.EMPLOYEE)
                                .with(new Companions(2, AttendanceRole.EMPLOYEE))
                                .orLine()));
        Actor newcomer = world.seeker("newcomer");
        as(seated.get(0), () -> tickets.cancel(given.get(0)));
        assertEquals(2, taken(event));
        assertThrows(DomainException.class, () -> register(newcomer, event, false));
        as(seated.get(1), () -> tickets.cancel(given.get(1)));
        as(seated.get(2), () -> tickets.cancel(given.get(2)));
        assertTrue(ticketOf(family, place).offered());
        assertEquals(3, taken(event));
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

    /** The only seat is given up at the moment in which somebody joins the line: they have it, or an offer; never neither. */
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
            assertTrue(
                    List.of("CONFIRMED", "OFFERED")
                            .contains(ticketOf(joins, place.get(0)).state()),
                    "round " + round);
            assertEquals(1, taken(event));
        }
    }

    /** Who does not come and says so afterwards did not come: a no-show is not made a cancellation. */
    /** A fair from ten to four: whoever hears of it at noon registers at noon, where its organiser says so. */
    @Test
    void people_register_after_the_beginning_only_where_the_organiser_says_so() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 5);
        world.amend(
                "update event_session set starts_at = now() - interval '10 minutes', ends_at = now() + interval '50 minutes',"
                        + " held_on = d, fiscal_year = extract(year from d - interval '3 months')"
                        + " from (select ((now() - interval '10 minutes') at time zone 'Asia/Tokyo')::date as d) x where event_id = "
                        + event.id());
        assertEquals("event.error.over", key(() -> register(world.seeker("昼から"), event, false)));
        world.amend("update event_session set intake_closes_at = now() + interval '40 minutes' where event_id = "
                + event.id());
        Actor late = world.seeker("昼から");
        String ticket = register(late, event, false);
        assertTrue(ticketOf(late, ticket).live());
        assertEquals(1, taken(event));
        // The letter says that they can give it back, and the page offers it: until the end.
        assertTrue(ticketOf(late, ticket).open(Instant.now()));
        as(late, () -> tickets.cancel(ticket));
        assertEquals(0, taken(event));
        String again = register(late, event, false);
        as(late, () -> tickets.change(again, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        assertEquals(1, taken(event));
        world.amend("update event_session set intake_closes_at = now() - interval '1 minute' where event_id = "
                + event.id());
        assertEquals("event.error.over", key(() -> register(world.seeker("夕方"), event, false)));
        assertEquals(1, taken(event));
    }

    @Test
    void a_ticket_is_not_cancelled_after_the_beginning() {
        ManagedEvent event = world.today(null, EventType.SEMINAR, 5);
        Actor person = world.seeker("来なかった 人");
        String ticket = register(person, event, false);
        world.amend("update event_session set starts_at = now(), ends_at = now() + interval '1 hour' where id = "
                + session(event));
        assertEquals(
                "event.error.cancelLate",
                assertThrows(DomainException.class, () -> as(person, () -> tickets.cancel(ticket)))
                        .key());
        assertEquals("CONFIRMED", ticketOf(person, ticket).state());
    }

    private long letters(Actor actor, String subject) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = ?1"
                        + " and o.subject like '%" + subject + "%'",
                actor.accountId());
    }
}
