package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Phones at doors: opened once, known by secrets of their own, shut out when they are lost. */
@ApplicationScoped
@Transactional
public class DoorPhoneService {

    @Inject
    private EventRepository events;

    @Inject
    private DoorRepository door;

    @Inject
    private DoorService doors;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param secret shown once; the device keeps it */
    public record Opened(long device, String secret) {}

    /**
     * Who stands behind a device.
     *
     * @param phoneMark the same at the doors of all sessions; null: unknown
     * @param account in whose name it reports
     * @param invited whoever holds it has no account: it may do what belongs to a door and nothing else
     */
    public record Known(
            long device, String phoneMark, long account, boolean invited, String called, DoorStanding standing) {}

    /**
     * @param phone by what the phone is known in all sessions; null when it says nothing
     * @param called the name both sides show; "" for none
     * @return empty when the phone was shut out
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public Optional<Opened> open(long sessionId, String phone, String called) {
        EventSession session = events.session(doors.session(sessionId).session().id());
        String mark = PhoneKey.mark(phone);
        if (mark != null && lost(mark)) {
            return Optional.empty();
        }
        String secret = Secrets.token();
        DoorDevice device = new DoorDevice(
                sessionId,
                Secrets.digest(secret),
                mark,
                null,
                currentActor.get().accountId(),
                clock.instant(),
                DoorReportService.wipeAt(session));
        device.call(DoorReportService.name(called));
        door.add(device);
        door.flush();
        return Optional.of(new Opened(device.id(), secret));
    }

    /**
     * By whom a device was opened: in their name it takes the list and reports, as long as they may. One look-up by the digest, and
     * no exception, which the server would keep a record of: anybody can ask.
     *
     * @return empty when the device is unknown
     */
    @UseCase(anyone = true, changes = false)
    public Optional<Known> standing(long sessionId, String secret) {
        return known(sessionId, secret)
                .map(each -> new Known(
                        each.id(),
                        each.phoneMark(),
                        each.openedBy(),
                        each.invitationId() != null,
                        each.called(),
                        each.standing(clock.instant())));
    }

    /** The session was put off after the phone was opened: its time is that of the new day. */
    @UseCase(anyone = true)
    public DoorStanding prolonged(long sessionId, String secret) {
        DoorDevice device = known(sessionId, secret).orElseThrow(() -> new NotFoundException("device"));
        device.prolong(DoorReportService.wipeAt(events.session(sessionId)));
        return device.standing(clock.instant());
    }

    /** Whether a phone was shut out: then whoever was signed in on it is signed out. */
    @UseCase(anyone = true, changes = false)
    public boolean lost(String phoneMark) {
        return door.ofPhone(phoneMark).stream().anyMatch(DoorDevice::revoked);
    }

    /** The phone has another name from now on, at the doors of all sessions. */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public void call(long sessionId, String secret, String called) {
        DoorDevice device = known(sessionId, secret)
                .filter(each -> each.standing(clock.instant()).mayReport())
                .orElseThrow(() -> new NotFoundException("device"));
        String name = DoorReportService.name(called);
        if (device.phoneMark() == null) {
            device.call(name);
        } else {
            door.ofPhone(device.phoneMark()).forEach(each -> each.call(name));
        }
    }

    /**
     * A phone that was shut out has sealed what it had not sent, and hands over the key. Asked by a phone that may report, nothing is kept.
     *
     * @param mayReport also the account behind it may: one that was stopped gets no key back
     * @param key of the phone's making; null to ask for the one that is here
     * @return the key, for a phone that may report; "" when it was taken; empty when there is none or another one was taken before
     */
    @UseCase(anyone = true)
    public Optional<String> seal(long sessionId, String secret, boolean mayReport, String key) {
        DoorDevice device = known(sessionId, secret).orElseThrow(() -> new NotFoundException("device"));
        if (mayReport && device.standing(clock.instant()).mayReport()) {
            return Optional.ofNullable(device.sealKey());
        }
        if (key == null || !key.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        boolean taken = device.seal(key);
        if (device.phoneMark() != null) {
            // What is sealed is of all sessions.
            door.ofPhone(device.phoneMark()).forEach(each -> each.seal(key));
        }
        return taken ? Optional.of("") : Optional.empty();
    }

    /** It has opened what it had sealed: the key is good for nothing any more, and a next one may come. */
    @UseCase(anyone = true)
    public void unsealed(long sessionId, String secret) {
        DoorDevice device = known(sessionId, secret)
                .filter(each -> each.standing(clock.instant()).mayReport())
                .orElseThrow(() -> new NotFoundException("device"));
        (device.phoneMark() == null ? List.of(device) : door.ofPhone(device.phoneMark())).forEach(DoorDevice::unseal);
    }

    /** Empty when there is none with this secret at this session. */
    Optional<DoorDevice> known(long sessionId, String secret) {
        return Secrets.plausible(secret)
                ? door.device(Secrets.digest(secret)).filter(each -> each.sessionId() == sessionId)
                : Optional.empty();
    }
}
