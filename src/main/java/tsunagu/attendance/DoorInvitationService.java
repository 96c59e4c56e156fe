package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.account.AccountService;
import tsunagu.account.PersonRegister;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seal;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Door helpers without an account: staff show a link, a phone opens it, and staff end it. */
@ApplicationScoped
@Transactional
public class DoorInvitationService {

    private static final String PURPOSE = "door invitation";

    /** Between the number of an invitation and its seal. */
    private static final String MARK = ".";

    @Inject
    private EventRepository events;

    @Inject
    private DoorRepository door;

    @Inject
    private DoorService doors;

    @Inject
    private PersonRegister names;

    @Inject
    private AccountService accounts;

    @Inject
    private Seal seal;

    @Inject
    private Locks locks;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** What a helper's phone gets. @param device number that staff see, too @param secret shown once; the phone keeps it */
    public record Joined(long session, long device, String secret) {}

    /** @throws NotFoundException for a session whose door cannot be opened now */
    @UseCase(allow = Role.STAFF)
    public void invite(long sessionId) {
        doors.session(sessionId);
        door.add(new DoorInvitation(sessionId, currentActor.get().accountId(), clock.instant()));
        door.flush();
    }

    /**
     * No further phone comes by it, and those that came are shut out. What they had not sent is taken.
     *
     * @throws tsunagu.shared.ConflictException when it was ended meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void end(long sessionId, long invitationId, int seenVersion) {
        Instant now = clock.instant();
        // A phone that comes at this moment is either among those shut out, or finds the invitation ended.
        hold(invitationId);
        door.invitation(invitationId)
                .filter(each -> each.sessionId() == sessionId)
                .orElseThrow(() -> new NotFoundException("invitation " + invitationId))
                .seen(seenVersion)
                .end(now);
        for (DoorDevice each : door.invited(invitationId)) {
            if (!each.revoked()) {
                each.revoke(now);
                each.takeRecords(now);
            }
        }
    }

    /** The newest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<DoorInvitationView> of(long sessionId) {
        Instant now = clock.instant();
        return door.invitations(sessionId).stream()
                .map(each -> each.view(
                        names.ofAccount(each.madeBy()),
                        door.invited(each.id()).size(),
                        each.admits(now)
                                ? each.id() + MARK + seal.of(PURPOSE, each.id().toString())
                                : null))
                .toList();
    }

    /**
     * A helper's phone opens the door of the invitation's session; coming again, it gets a new secret in place of its former one.
     *
     * @param secret what the link carries
     * @param phone by what the phone is known
     * @param called who holds it
     * @return empty when the link is none, is over or was ended, or whoever made it may not hand it out any more
     * @throws DomainException without a name, or when too many came already
     */
    @UseCase(anyone = true)
    public Optional<Joined> join(String secret, String phone, String called) {
        Optional<DoorInvitation> found = invitation(secret);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String name = DoorReportService.name(called);
        if (name.isEmpty() || !Secrets.plausible(phone)) {
            throw new DomainException("event.error.helperName");
        }
        DoorInvitation invitation = found.get();
        // Two phones at once are counted one after the other; ended meanwhile, it admits nobody.
        hold(invitation.id());
        if (!locks.fresh(invitation).admits(clock.instant())) {
            return Optional.empty();
        }
        EventSession session = events.session(invitation.sessionId());
        String mark = Secrets.digest(phone);
        String fresh = Secrets.token();
        Optional<DoorDevice> before = door.invited(invitation.id(), mark);
        if (door.ofPhone(mark).stream().anyMatch(DoorDevice::revoked)) {
            return Optional.empty();
        }
        if (before.isEmpty() && door.invited(invitation.id()).size() >= DoorInvitation.MOST_PHONES) {
            throw new DomainException("event.error.helpers", DoorInvitation.MOST_PHONES);
        }
        DoorDevice device = before.orElseGet(() -> new DoorDevice(
                session.id(),
                Secrets.digest(fresh),
                mark,
                invitation.id(),
                invitation.madeBy(),
                clock.instant(),
                DoorReportService.wipeAt(session)));
        device.renew(Secrets.digest(fresh));
        device.call(name);
        if (before.isEmpty()) {
            door.add(device);
        }
        door.flush();
        return Optional.of(new Joined(session.id(), device.id(), fresh));
    }

    private Optional<DoorInvitation> invitation(String secret) {
        int mark = secret == null ? -1 : secret.indexOf(MARK);
        if (mark < 1
                || !secret.substring(0, mark).matches("[0-9]{1,18}")
                || !seal.fits(PURPOSE, secret.substring(0, mark), secret.substring(mark + 1))) {
            return Optional.empty();
        }
        return door.invitation(Long.parseLong(secret.substring(0, mark)))
                .filter(each -> each.admits(clock.instant()))
                .filter(each -> events.session(each.sessionId()).doorOpenAt(clock.instant()))
                .filter(each -> mayInvite(each.madeBy()));
    }

    private void hold(long invitationId) {
        locks.hold(Lock.DOOR_COUNTER, "invitation " + invitationId);
    }

    private boolean mayInvite(long account) {
        return currentActor
                .as(Actor.system("door"), () -> accounts.actor(account))
                .filter(each -> each.roles().contains(Role.STAFF))
                .isPresent();
    }
}
