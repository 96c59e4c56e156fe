package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.account.AccountRegister;
import tsunagu.account.AccountService;
import tsunagu.attendance.DoorInbox;
import tsunagu.attendance.DoorInboxService;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.attendance.DoorService;
import tsunagu.desk.Asked;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.ManagedEvent;
import tsunagu.grant.GrantForm;
import tsunagu.grant.GrantList;
import tsunagu.grant.GrantRecipient;
import tsunagu.grant.GrantService;
import tsunagu.notification.OutboxService;
import tsunagu.registration.IntakeService;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.Roster;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;

/** What staff do to a record of a list is refused when the record is no longer what they saw, or belongs to another page. */
@ArquillianTest
class StaleActsIT {

    @Inject
    private AccountService accounts;

    @Inject
    private AccountRegister register;

    @Inject
    private EventService events;

    @Inject
    private IntakeService intake;

    @Inject
    private DoorInboxService inbox;

    @Inject
    private DoorService door;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private RegistrationService registrations;

    @Inject
    private GrantService grants;

    @Inject
    private GrantList grantList;

    @Inject
    private OutboxService outbox;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void a_presence_is_taken_back_and_given_back_once() {
        ManagedEvent event = world.today("bcp-seminar", EventType.SEMINAR, 5);
        ManagedEvent elsewhere = world.today("bcp-seminar", EventType.SEMINAR, 5);
        long session = session(event);
        String ticket = currentActor.as(
                world.seeker("古い 画面"),
                () -> registrations.register(event.event().code(), session, SeatRequest.as(AttendanceRole.EMPLOYEE)));
        currentActor.as(World.STAFF, () -> door.checkIn(session, ticket, Secrets.token()));
        Roster.Row seen = currentActor
                .as(World.STAFF, () -> intake.roster(session))
                .rows()
                .get(0);
        missing(() -> inbox.takeBack(session(elsewhere), seen.attendance(), seen.attendanceVersion(), "誤り"));
        missing(() -> intake.refuse(session(elsewhere), seen.registration(), seen.version(), ""));
        stale(() -> intake.refuse(session, seen.registration(), seen.version() + 1, ""));
        stale(() -> intake.approve(session, seen.registration(), seen.version() + 1));
        staff(() -> inbox.takeBack(session, seen.attendance(), seen.attendanceVersion(), "誤り"));
        stale(() -> inbox.takeBack(session, seen.attendance(), seen.attendanceVersion(), "誤り"));
        stale(() -> inbox.giveBack(session, seen.attendance(), seen.attendanceVersion()));
        staff(() -> inbox.giveBack(session, seen.attendance(), seen.attendanceVersion() + 1));
    }

    @Test
    void a_session_is_settled_from_what_was_seen_of_it() {
        ManagedEvent event = world.event("bcp-seminar", EventType.SEMINAR, 5);
        ManagedEvent elsewhere = world.event("bcp-seminar", EventType.SEMINAR, 5);
        int seen = event.sessions().get(0).version();
        missing(() -> events.settle(elsewhere.event().code(), session(event), seen, false, "中止"));
        staff(() -> events.settle(event.event().code(), session(event), seen, false, "中止"));
        stale(() -> events.settle(event.event().code(), session(event), seen, false, "中止"));
    }

    @Test
    void a_device_is_shut_out_once_and_from_its_own_door() {
        ManagedEvent event = world.today("bcp-seminar", EventType.SEMINAR, 5);
        ManagedEvent elsewhere = world.today("bcp-seminar", EventType.SEMINAR, 5);
        Actor atTheDoor =
                new Actor(world.seeker("受付").accountId(), null, "door", java.util.Set.of(tsunagu.shared.Role.DOOR));
        currentActor.as(atTheDoor, () -> phones.open(session(event), null, null).orElseThrow());
        DoorInbox.Device device = currentActor
                .as(World.STAFF, () -> inbox.inbox(session(event)))
                .devices()
                .get(0);
        missing(() -> inbox.shutOut(session(elsewhere), device.id(), device.version()));
        staff(() -> inbox.shutOut(session(event), device.id(), device.version()));
        stale(() -> inbox.shutOut(session(event), device.id(), device.version()));
    }

    @Test
    void a_grant_is_revoked_once() {
        LocalDate today = LocalDate.now(FiscalYear.ZONE);
        String name = "取消 " + Secrets.name(6);
        staff(() -> grants.decide(new GrantForm(
                "migration-support",
                "",
                GrantRecipient.HOUSEHOLD,
                null,
                null,
                name,
                2,
                0,
                600_000L,
                today,
                "",
                null,
                "")));
        Asked named = new Asked(name, Map.of(), "", false, 1, 20, List.of(), false);
        GrantList.Row seen = currentActor
                .as(World.STAFF, () -> grantList.find(named, ""))
                .rows()
                .get(0);
        staff(() -> grants.revoke(seen.id(), seen.version(), "返還"));
        stale(() -> grants.revoke(seen.id(), seen.version(), "もう一度"));
        assertEquals("返還", world.text("select revoked_why from grant_decision where id = " + seen.id()));
    }

    @Test
    void a_letter_that_left_is_not_sent_again() {
        String once = Secrets.token();
        world.change(
                "insert into mail_outbox (id, once, recipient, recipient_key, subject, body, message_id, state, next_try, written_at)"
                        + " values (nextval('mail_outbox_seq'), '" + once + "', " + world.sealed("stale@mail.example")
                        + ", testing.mark('stale@mail.example'), 's', " + world.sealed("b") + ", '" + once
                        + "', 'FAILED', now(), now())");
        long letter = world.number("select id from mail_outbox where once = '" + once + "'");
        stale(() -> outbox.tryAgain(letter, "WAITING"));
        world.change("update mail_outbox set state = 'SENT', sent_at = now() where id = " + letter);
        stale(() -> outbox.tryAgain(letter, "FAILED"));
        stale(() -> outbox.tryAgain(letter, "SENT"));
    }

    @Test
    void an_account_is_stopped_once_and_a_closed_one_never() {
        String name = "止める " + Secrets.name(6);
        Actor person = world.seeker(name);
        AccountRegister.Row seen = account(name).get(0);
        staff(() -> accounts.setActive(seen.id(), seen.version(), false, "異動"));
        stale(() -> accounts.setActive(seen.id(), seen.version(), false, "異動"));
        world.amend("update account set password_hash = '' where id = " + person.accountId());
        missing(() -> accounts.setActive(seen.id(), seen.version() + 1, true, "再開"));
        assertTrue(account(name).isEmpty(), "whose owner left is no account any more");
    }

    private List<AccountRegister.Row> account(String name) {
        Asked asked = Asked.read(register.listing(), Map.of("q", new String[] {name}));
        return currentActor.as(World.STAFF, () -> register.find(asked, "").rows());
    }

    private static long session(ManagedEvent event) {
        return event.sessions().get(0).session().id();
    }

    private void staff(Runnable act) {
        currentActor.as(World.STAFF, () -> {
            act.run();
            return null;
        });
    }

    private void stale(Runnable act) {
        assertThrows(ConflictException.class, () -> staff(act));
    }

    private void missing(Runnable act) {
        assertThrows(NotFoundException.class, () -> staff(act));
    }
}
