package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.registration.Companions;
import tsunagu.registration.GuestForm;
import tsunagu.registration.GuestWatchService;
import tsunagu.registration.IntakeService;
import tsunagu.registration.Origin;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/** Seats of people without an account: what only the mailbox learns, what is released when nobody confirms. */
@ArquillianTest
class GuestSeatsIT extends Seats {

    @Inject
    private IntakeService intake;

    @Test
    void a_guest_has_one_ticket_and_only_the_mailbox_learns_of_it_twice() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 3);
        GuestForm form = new GuestForm("山田 花", "ヤマダ ハナ", "Hana" + System.nanoTime() + "@example.jp", true);
        String token = guest(event, form, AttendanceRole.EMPLOYEE);
        assertTrue(registrations
                .registerGuest(
                        event.event().code(),
                        session(event),
                        new GuestForm("別の名", "", form.email().toUpperCase(java.util.Locale.ROOT), true),
                        SeatRequest.as(AttendanceRole.GENERAL),
                        SOMEWHERE)
                .isEmpty());
        assertEquals(1, taken(event));
        assertEquals(
                2,
                world.number("select count(*) from mail_outbox where recipient_key = testing.mark(?1)", form.email()));
        assertTrue(tickets.ticket(token).guest());
        tickets.prove(token);
        ManagedEvent other = world.event(null, EventType.SEMINAR, 3);
        for (String name : List.of("山田　花", "山田 太郎")) {
            tickets.prove(guest(
                    other,
                    new GuestForm(name, "", name.equals("山田 太郎") ? "x" + form.email() : form.email(), true),
                    AttendanceRole.GENERAL));
        }
        assertEquals(
                1,
                world.number(
                        "select count(distinct person_id) from registration where guest_email_key = testing.mark(?1)",
                        form.email()));
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
        String persons = "select count(distinct person_id) from registration where guest_email_key = testing.mark(?1)";
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
            assertEquals(
                    "event.error.full",
                    assertThrows(DomainException.class, () -> ask(event, new GuestForm("探る 人", "", each, true)))
                            .key());
        }
        assertEquals(2, taken(event), "asking takes no seat and gives none back");
    }

    /** Ten invented addresses hold ten seats for six hours and no longer; the line has them then. Who confirmed keeps theirs. */
    @Test
    void a_seat_that_nobody_confirms_is_free_again() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 2);
        String mark = Long.toString(System.nanoTime());
        String real =
                guest(event, new GuestForm("本当 の人", "", "real" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        String invented = guest(
                event, new GuestForm("架空 の人", "", "invented" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        tickets.prove(real);
        Actor waits = world.seeker("待つ 人");
        String place = register(waits, event, true);
        world.amend(
                "update registration set proof_until = now() - interval '1 minute' where guest_email_key = testing.mark('invented"
                        + mark + "@example.jp')");
        lapse();
        assertEquals("LAPSED", tickets.ticket(invented).state());
        assertEquals("CONFIRMED", tickets.ticket(real).state());
        assertTrue(ticketOf(waits, place).offered());
        assertEquals(2, taken(event));
        assertEquals(
                "event.error.proofOver",
                assertThrows(DomainException.class, () -> tickets.prove(invented))
                        .key());
    }

    /** Who came, and whom staff gave a seat, needs no letter any more: neither lapses, and the ticket is good. */
    @Test
    void who_came_or_was_approved_has_nothing_left_to_confirm() {
        String mark = Long.toString(System.nanoTime());
        ManagedEvent today = world.today(null, EventType.SEMINAR, 5);
        String came =
                guest(today, new GuestForm("来た 人", "", "came" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        currentActor.as(World.STAFF, () -> door.checkIn(session(today), came, Secrets.token()));
        assertTrue(tickets.ticket(came).valid(), "was there");

        ManagedEvent asked = world.event(null, EventType.SEMINAR, 5);
        world.amend("update event_session set intake = 'APPROVAL' where id = " + session(asked));
        String given = guest(
                asked, new GuestForm("認められた 人", "", "given" + mark + "@example.jp", true), AttendanceRole.GENERAL);
        long id = world.number("select id from registration where ticket_token = ?1", given);
        int version = (int) world.number("select version from registration where id = ?1", id);
        currentActor.as(World.STAFF, () -> {
            intake.approve(session(asked), id, version);
            return null;
        });
        world.amend("update registration set proof_until = now() - interval '1 minute' where id = " + id
                + " and proof_until is not null");
        lapse();
        assertEquals("CONFIRMED", tickets.ticket(given).state());
        assertTrue(tickets.ticket(given).valid());
        assertEquals(1, taken(asked));
    }

    /** One place that asks again and again is on the staff's list, and what it did not confirm is released with one press. */
    @Test
    void what_looks_automatic_is_listed_and_released() {
        ManagedEvent event = world.event(null, EventType.SEMINAR, 20);
        String mark = Long.toString(System.nanoTime());
        for (int i = 0; i < 6; i++) {
            registrations.registerGuest(
                    event.event().code(),
                    session(event),
                    new GuestForm("機械 " + i, "", "bot" + i + "x" + mark + "@example.jp", true),
                    SeatRequest.as(AttendanceRole.GENERAL).with(new Companions(2, AttendanceRole.GENERAL)),
                    new Origin("net" + mark, 1, java.util.Locale.JAPANESE));
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
}
