package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.GuestRules;
import tsunagu.event.ManagedEvent;
import tsunagu.plan.PlanService;
import tsunagu.registration.Companions;
import tsunagu.registration.GuestForm;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/** Limits of a session, of its kinds and of its organiser, whoever changes what, and everybody at once. */
@ArquillianTest
class SeatLimitsIT extends Seats {

    @Inject
    private PlanService plan;

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
                    currentActor.as(
                            actor,
                            () -> registrations.register(event.event().code(), session(event), SeatRequest.as(role)));
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
        as(
                family,
                () -> tickets.change(
                        ticket, SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.PUPIL))));
        Actor pupil = world.seeker("pupil");
        assertEquals("event.error.fewSeatsOfRole", key(() -> as(pupil, event, AttendanceRole.PUPIL, false)));
        String place = as(pupil, event, AttendanceRole.PUPIL, true);
        SeatRequest guardians =
                SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(3, AttendanceRole.GUARDIAN));
        as(world.seeker("guardian"), event, AttendanceRole.GUARDIAN, false);
        assertEquals("event.error.more.fewSeatsOfRole", key(() -> as(family, () -> tickets.change(ticket, guardians))));
        as(
                family,
                () -> tickets.change(
                        ticket,
                        SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(2, AttendanceRole.GUARDIAN))));
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
            as(
                    family,
                    () -> tickets.change(
                            ticket,
                            SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(1, AttendanceRole.PUPIL))));
            all.add(() -> {
                try {
                    as(
                            family,
                            () -> tickets.change(
                                    ticket,
                                    SeatRequest.as(AttendanceRole.EMPLOYEE)
                                            .with(new Companions(1, AttendanceRole.GUARDIAN))));
                } catch (DomainException refused) {
                    assertEquals("event.error.more.fewSeatsOfRole", refused.key());
                }
            });
        }
        together(all);
        assertEquals(
                3,
                world.number(
                        "select sum(companions_as(companion_kinds, 'GUARDIAN')) from registration where session_id = ?1",
                        session(event)));
        assertEquals(20, taken(event));
    }

    /** Whoever is refused learns why, with numbers: too many for what is left, a role's limit, or people who wait. */
    @Test
    void who_is_refused_learns_why() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 5);
        SeatRequest six = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(5, AttendanceRole.PUPIL));
        Actor crowd = world.seeker("crowd");
        assertEquals(
                "event.error.tooMany",
                key(() -> currentActor.as(
                        crowd, () -> registrations.register(event.event().code(), session(event), six.orLine()))),
                "would wait for ever");
        register(world.seeker("seated 1"), event, false);
        register(world.seeker("seated 2"), event, false);
        SeatRequest five = SeatRequest.as(AttendanceRole.EMPLOYEE).with(new Companions(4, AttendanceRole.PUPIL));
        Actor group = world.seeker("group");
        DomainException few = assertThrows(
                DomainException.class,
                () -> currentActor.as(
                        group, () -> registrations.register(event.event().code(), session(event), five)));
        assertEquals("event.error.fewSeats", few.key());
        assertEquals(List.of(3, 5), few.arguments());
        currentActor.as(group, () -> registrations.register(event.event().code(), session(event), five.orLine()));
        Actor newcomer = world.seeker("newcomer");
        assertEquals("event.error.lineFirst", key(() -> register(newcomer, event, false)));
        ManagedEvent limits = limited(4, "('PUPIL', 30)");
        assertEquals(java.util.Map.of(AttendanceRole.PUPIL, 4), registrations.leftByRole(session(limits)));
    }

    /** What an organiser allows holds for guests and for people with an account, also when a ticket is changed. */
    @Test
    void an_organiser_limits_people_and_sessions() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 50, 50);
        currentActor.as(World.STAFF, () -> {
            guard.decide(event.event().code(), new GuestRules(false, 3, 1, 0));
            return null;
        });
        assertThrows(
                tsunagu.shared.ConflictException.class,
                () -> currentActor.as(World.STAFF, () -> {
                    guard.decide(event.event().code(), new GuestRules(true, 3, 1, 0));
                    return null;
                }));
        String nameless = registrations
                .registerGuest(
                        event.event().code(),
                        session(event),
                        new GuestForm("便り なし", "", "", true),
                        SeatRequest.as(AttendanceRole.GENERAL),
                        SOMEWHERE)
                .orElseThrow();
        assertTrue(tickets.ticket(nameless).valid(), "no letter was expected, so nothing is to be confirmed");
        SeatRequest four = SeatRequest.as(AttendanceRole.GENERAL).with(new Companions(3, AttendanceRole.GENERAL));
        Actor person = world.seeker("大勢 の人");
        assertEquals(
                "event.error.mostSeats",
                assertThrows(
                                DomainException.class,
                                () -> currentActor.as(
                                        person,
                                        () -> registrations.register(
                                                event.event().code(), session(event), four)))
                        .key());
        String ticket = register(person, event, false);
        assertEquals(
                "event.error.mostSeats",
                assertThrows(DomainException.class, () -> as(person, () -> tickets.change(ticket, four)))
                        .key());
        long second = event.event().sessions().get(1).id();
        assertEquals(
                "event.error.mostSessions",
                assertThrows(
                                DomainException.class,
                                () -> currentActor.as(
                                        person,
                                        () -> registrations.register(
                                                event.event().code(), second, SeatRequest.as(AttendanceRole.GENERAL))))
                        .key());
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
        String ticket = currentActor.as(
                other, () -> registrations.register(event.event().code(), session(event), two));
        assertEquals(
                "event.error.notAudience",
                key(() -> as(other, () -> tickets.change(ticket, SeatRequest.as(AttendanceRole.TEACHER)))));
        assertTrue(!register(world.seeker("対象 の人"), event, false).isEmpty());
        assertEquals(5, taken(event));
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
                () -> registrations.register(
                        event.event().code(),
                        session(event),
                        SeatRequest.as(AttendanceRole.EMPLOYEE).with(pupils)));
        assertEquals(31, taken(event));
        Actor late = world.seeker("late");
        assertThrows(DomainException.class, () -> register(late, event, false));
        String place = register(late, event, true);
        currentActor.as(World.STAFF, () -> door.checkIn(session(event), ticket, Secrets.token()));
        assertEquals(before + 31, world.number(figure));
        assertEquals(
                before + 31,
                currentActor.as(
                        World.STAFF, () -> plan
                                .rows(
                                        "it-talent",
                                        "participants",
                                        event.event().sessions().get(0).times().fiscalYear())
                                .rows()
                                .stream()
                                .mapToLong(row -> row.quantity().longValue())
                                .sum()));

        ManagedEvent other = world.event(null, EventType.SEMINAR, 31);
        String given = currentActor.as(
                teacher,
                () -> registrations.register(
                        other.event().code(),
                        session(other),
                        SeatRequest.as(AttendanceRole.EMPLOYEE).with(pupils)));
        as(teacher, () -> tickets.cancel(given));
        assertEquals(0, taken(other));
        assertTrue(ticketOf(late, place).waits());
    }

    private ManagedEvent limited(int seats, String limits) {
        ManagedEvent event = world.event(null, EventType.SEMINAR, seats);
        world.amend("insert into session_limit select " + session(event) + ", x.role, x.capacity from (values " + limits
                + ") as x (role, capacity)");
        return event;
    }
}
