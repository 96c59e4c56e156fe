package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.account.PersonRegister;
import tsunagu.audit.ChangeReason;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionView;
import tsunagu.registration.Companions;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationRepository;
import tsunagu.registration.Roster;
import tsunagu.registration.RosterRepository;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** What staff do behind the doors: devices, conflicts, and the list on paper. */
@ApplicationScoped
@Transactional
public class DoorInboxService {

    /** States of registrations whose people are not expected at all. */
    private static final Set<String> NOT_COMING = Set.of("CANCELLED", "REFUSED", "LAPSED");

    private static final int LONGEST_WHY = 200;

    @Inject
    private Viewings viewings;

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private PersonRegister names;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RosterRepository rosters;

    @Inject
    private DoorRepository door;

    @Inject
    private DoorJudge judge;

    @Inject
    private DoorInvitationService invitations;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A session's list, by reading. */
    public record PaperList(SessionView session, List<Roster.Row> people) {}

    @UseCase(allow = Role.STAFF, changes = false)
    public DoorInbox inbox(long sessionId) {
        EventSession session = events.session(sessionId);
        Map<Long, Long> late = door.late(sessionId);
        return new DoorInbox(
                new DoorView(
                        SessionView.of(session, clock.instant()),
                        registrations.registered(sessionId),
                        attendances.headcountPresent(sessionId)),
                door.devices(sessionId).stream()
                        .map(each -> each.view(names.ofAccount(each.openedBy()), late.getOrDefault(each.id(), 0L)))
                        .toList(),
                door.conflicts(sessionId),
                invitations.of(sessionId));
    }

    /**
     * @param note what it was; the attendance itself is mended at the door or on paper
     * @throws tsunagu.shared.ConflictException when a colleague looked at it meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void settle(long sessionId, long conflictId, int seenVersion, String note) {
        door.conflict(conflictId)
                .filter(each -> each.sessionId() == sessionId)
                .orElseThrow(() -> new NotFoundException("conflict " + conflictId))
                .seen(seenVersion)
                .settle(note, currentActor.get().accountId(), clock.instant());
    }

    /**
     * A lost phone may not report any more, at the door of no session.
     *
     * @throws tsunagu.shared.ConflictException when it was shut out meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void shutOut(long sessionId, long deviceId, int seenVersion) {
        Instant now = clock.instant();
        everywhere(sessionId, deviceId, seenVersion).forEach(each -> each.revoke(now));
    }

    /**
     * A phone that was shut out has its lists again and reports, at the doors of all sessions.
     *
     * @throws tsunagu.shared.ConflictException when it was re-admitted meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void readmit(long sessionId, long deviceId, int seenVersion) {
        everywhere(sessionId, deviceId, seenVersion).forEach(DoorDevice::readmit);
    }

    /**
     * What a phone had not sent when it was shut out is taken; it gets nothing back.
     *
     * @throws tsunagu.shared.ConflictException when it was re-admitted meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void takeRecords(long sessionId, long deviceId, int seenVersion) {
        Instant now = clock.instant();
        everywhere(sessionId, deviceId, seenVersion).forEach(each -> each.takeRecords(now));
    }

    /** The phone behind a device, at the doors of all sessions it opened. */
    private List<DoorDevice> everywhere(long sessionId, long deviceId, int seenVersion) {
        DoorDevice device = door.device(deviceId)
                .filter(each -> each.sessionId() == sessionId)
                .orElseThrow(() -> new NotFoundException("device " + deviceId))
                .seen(seenVersion);
        return device.phoneMark() == null ? List.of(device) : door.ofPhone(device.phoneMark());
    }

    private static final String ON_PAPER =
            """
            select r.person_id from seat x join registration r on r.id = x.registration_id where x.session_id = :record::bigint
                and (r.state not in ('CANCELLED', 'REFUSED', 'LAPSED')
                    or exists (select 1 from attendance a where a.registration_id = r.id and a.undone_at is null))""";

    /** 紙の名簿: who may come, and who came; nobody who cancelled or was refused. */
    @UseCase(allow = Role.STAFF, changes = false)
    public PaperList paper(long sessionId) {
        viewings.opened(Viewing.What.PAPER_LIST, sessionId, ON_PAPER);
        return new PaperList(
                SessionView.of(events.session(sessionId), clock.instant()),
                rosters.rows(sessionId).stream()
                        .filter(each -> each.presentAt() != null || !NOT_COMING.contains(each.state()))
                        .sorted(Comparator.comparing(Roster.Row::reading).thenComparing(Roster.Row::name))
                        .toList());
    }

    /**
     * Enters who was ticked on paper; who is present already stays as recorded.
     *
     * @param cameWith who came along, by registration
     * @param ticket made when the form was opened: the same form sent twice is entered once
     * @return people entered, without those who came along
     * @throws tsunagu.shared.DomainException before the day of the session
     */
    @UseCase(allow = Role.STAFF)
    public int enter(long sessionId, Map<Long, Companions> cameWith, String ticket) {
        EventSession session = events.session(sessionId);
        session.requireDay(clock.instant());
        int entered = 0;
        for (Map.Entry<Long, Companions> each : new TreeMap<>(cameWith).entrySet()) {
            DoorJudge.CheckInDecision judged =
                    judged(session, CheckInRecord.paper(each.getKey(), ticket + "-" + each.getKey()));
            if (judged.verdict().outcome() == ScanOutcome.OK && !judged.repeated()) {
                entered++;
                judged(
                        session,
                        CheckInRecord.accompanied(each.getKey(), each.getValue(), ticket + "-with-" + each.getKey()));
            }
        }
        return entered;
    }

    /**
     * Staff say of one who registered that they are there. Said again of what was seen before, it changes nothing.
     *
     * @param seenVersion of the registration
     * @throws DomainException before the day of the session, and when they have no seat there
     * @throws tsunagu.shared.ConflictException when the registration is not as it was seen any more
     */
    @UseCase(allow = Role.STAFF)
    public void present(long sessionId, long registrationId, int seenVersion) {
        EventSession session = events.session(sessionId);
        session.requireDay(clock.instant());
        Registration registration = registrations
                .byId(registrationId)
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
        if (registration.version() != seenVersion) {
            throw new ConflictException();
        }
        if (registration.waiting()) {
            throw new DomainException("event.error.noSeatYet");
        }
        // Each press is a fact of its own: one that was taken back is said anew.
        String nonce = "roster-" + Secrets.token();
        DoorJudge.CheckInDecision judged = judged(session, CheckInRecord.paper(registrationId, nonce));
        if (judged.verdict().outcome() == ScanOutcome.ALREADY) {
            return;
        }
        if (judged.verdict().outcome() != ScanOutcome.OK) {
            throw new DomainException("event.scan." + judged.verdict().outcome());
        }
        judged(session, CheckInRecord.accompanied(registrationId, registration.companions(), nonce + "-with"));
    }

    /** Of some of the roster, by the numbers of their registrations. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<String, String> names(long sessionId, Set<String> registrationIds) {
        return rosters.rows(sessionId).stream()
                .filter(each -> registrationIds.contains(String.valueOf(each.registration())))
                .collect(Collectors.toMap(
                        each -> String.valueOf(each.registration()), Roster.Row::name, (one, other) -> one));
    }

    /** Who has no seat at a session yet: the line, and who applied; by the numbers of their registrations. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Set<String> line(long sessionId) {
        return rosters.rows(sessionId).stream()
                .filter(each -> !each.state().equals("CONFIRMED"))
                .map(each -> String.valueOf(each.registration()))
                .collect(Collectors.toSet());
    }

    private DoorJudge.CheckInDecision judged(EventSession session, CheckInRecord fact) {
        Instant now = clock.instant();
        return judge.judge(session, fact, null, currentActor.get().accountId(), session.begin(now), now);
    }

    /**
     * Recorded by mistake, from paper, a list or at the door: it counts nowhere any more. Its row and the facts stay.
     *
     * @throws tsunagu.shared.ConflictException when it was changed or taken back meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void takeBack(long sessionId, long attendanceId, int seenVersion, String why) {
        reason.because(GivenReason.of(why, LONGEST_WHY, "event.error.takeBackWhy"));
        events.session(sessionId).event().requireOpen();
        attendance(sessionId, attendanceId).seen(seenVersion).undo(clock.instant());
        registrations.flush();
        events.nobodyYet(sessionId, clock.instant());
    }

    /**
     * That was no mistake: it counts again, with its first time.
     *
     * @throws DomainException before the day of the session
     * @throws tsunagu.shared.ConflictException when it was changed or given back meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public void giveBack(long sessionId, long attendanceId, int seenVersion) {
        events.session(sessionId).requireDay(clock.instant());
        attendance(sessionId, attendanceId).seen(seenVersion).redo();
        events.markHeld(sessionId);
    }

    private Attendance attendance(long sessionId, long attendanceId) {
        return attendances
                .attendanceById(attendanceId)
                .filter(each -> each.sessionId() == sessionId)
                .orElseThrow(() -> new NotFoundException("attendance " + attendanceId));
    }
}
