package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tsunagu.attendance.DoorService;
import tsunagu.attendance.PeopleService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventService;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.GuestForm;
import tsunagu.registration.GuestWatchService;
import tsunagu.registration.Origin;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.registration.TicketService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;

/** Sessions with few seats, and people who want them. */
abstract class Seats {

    static final Origin SOMEWHERE = new Origin("192.0.2", 30, java.util.Locale.JAPANESE);

    @Inject
    GuestWatchService guard;

    @Inject
    World world;

    @Inject
    EventService events;

    @Inject
    RegistrationService registrations;

    @Inject
    TicketService tickets;

    @Inject
    DoorService door;

    @Inject
    PeopleService people;

    @Inject
    CurrentActor currentActor;

    String key(Runnable work) {
        return assertThrows(DomainException.class, work::run).key();
    }

    /** The ticket's token is in the letter only; it is read where the letter's link comes from. */
    String guest(ManagedEvent event, GuestForm form, AttendanceRole role) {
        assertTrue(registrations
                .registerGuest(event.event().code(), session(event), form, SeatRequest.as(role), SOMEWHERE)
                .isEmpty());
        return world.text("select ticket_token from registration where session_id = " + session(event)
                + " and guest_email_key = testing.mark('" + form.email() + "') order by id desc limit 1");
    }

    void together(List<Runnable> work) throws Exception {
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

    String register(Actor actor, ManagedEvent event, boolean line) {
        return currentActor.as(
                actor,
                () -> registrations.register(
                        event.event().code(),
                        session(event),
                        line
                                ? SeatRequest.as(AttendanceRole.EMPLOYEE).orLine()
                                : SeatRequest.as(AttendanceRole.EMPLOYEE)));
    }

    tsunagu.registration.Ticket ticketOf(Actor actor, String token) {
        return currentActor.as(actor, () -> tickets.ticket(token));
    }

    String as(Actor actor, ManagedEvent event, AttendanceRole role, boolean line) {
        SeatRequest request = SeatRequest.as(role);
        return currentActor.as(
                actor,
                () -> registrations.register(event.event().code(), session(event), line ? request.orLine() : request));
    }

    void as(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }

    long session(ManagedEvent event) {
        return event.sessions().get(0).session().id();
    }

    long taken(ManagedEvent event) {
        return world.number("select taken from event_session where id = ?1", session(event));
    }

    /** What the job for offers does every half minute. */
    void lapse() {
        currentActor.as(Actor.system("offers"), () -> {
            tickets.overdue().forEach(tickets::lapse);
            return null;
        });
    }
}
