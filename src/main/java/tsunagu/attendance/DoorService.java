package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.account.PersonRegister;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionView;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationRepository;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What happens at the door of a session. */
@ApplicationScoped
@Transactional
public class DoorService {

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private PersonRegister names;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private DoorJudge judge;

    @Inject
    private DoorRepository phones;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Sessions whose door can be opened around today. */
    @UseCase(
            allow = {Role.STAFF, Role.DOOR},
            changes = false)
    public List<DoorView> sessions() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        return events
                .sessionsOn(
                        today.minusDays(EventSession.DOOR_DAYS_AFTER), today.plusDays(EventSession.DOOR_DAYS_BEFORE))
                .stream()
                .map(this::view)
                .toList();
    }

    @UseCase(
            allow = {Role.STAFF, Role.DOOR},
            changes = false)
    public DoorView session(long sessionId) {
        return view(door(sessionId));
    }

    /**
     * Reads a ticket. Repeating a reading with the same nonce gives the first answer and changes nothing.
     *
     * @param typed the eight digits in whatever width and spacing, or the content of the QR code
     * @param nonce made by the page before the first attempt
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public ScanResult checkIn(long sessionId, String typed, String nonce) {
        if (typed == null || typed.isBlank()) {
            throw new DomainException("event.error.codeMissing");
        }
        EventSession session = door(sessionId);
        Instant now = clock.instant();
        DoorJudge.CheckInDecision judged = judge.judge(
                session,
                CheckInRecord.asked(typed, nonce),
                null,
                currentActor.get().accountId(),
                now,
                now);
        return result(judged.verdict().outcome(), judged.verdict().registration(), session);
    }

    private ScanResult result(ScanOutcome outcome, Registration registration, EventSession session) {
        Instant now = clock.instant();
        if (registration == null) {
            return new ScanResult(outcome, null, null, null, null, SessionView.of(session, now));
        }
        // Of a course each day is theirs: that they were there on another one says nothing about this one.
        EventSession theirs = events.session(registration.sessionId());
        EventSession own = theirs.days().stream().anyMatch(day -> day.id().equals(session.id())) ? session : theirs;
        // Where they are: somebody of another session who was let in here is here.
        Optional<Attendance> attendance = attendances
                .attendance(session.id(), registration.personId())
                .or(() -> attendances.attendance(own.id(), registration.personId()));
        return new ScanResult(
                outcome,
                names.ofPerson(registration.personId()),
                registration.role(),
                attendance.map(Attendance::checkedInAt).orElse(null),
                attendance.map(this::recordedBy).orElse(null),
                SessionView.of(own, now));
    }

    /** Whoever held the phone, where it has a name; else the account. Helpers without one are told apart by nothing else. */
    String recordedBy(Attendance attendance) {
        return phones.readBy(attendance.id()).orElseGet(() -> names.ofAccount(attendance.recordedBy()));
    }

    /**
     * What the door's page shows of a session: what everybody may read of a published event. Also when its time is over: a phone may come
     * back with records.
     *
     * @throws NotFoundException before its door can be opened, and for what was never published
     */
    @UseCase(anyone = true, changes = false)
    public SessionView page(long sessionId) {
        EventSession session = events.session(sessionId);
        Instant now = clock.instant();
        LocalDate last = LocalDate.ofInstant(now, FiscalYear.ZONE).plusDays(EventSession.DOOR_DAYS_BEFORE);
        if (!session.event().published()
                || session.times().heldOn() == null
                || session.times().heldOn().isAfter(last)) {
            throw new NotFoundException("session " + sessionId);
        }
        return SessionView.of(session, now);
    }

    private EventSession door(long sessionId) {
        EventSession session = events.session(sessionId);
        if (!session.doorOpenAt(clock.instant())) {
            throw new NotFoundException("session " + sessionId);
        }
        return session;
    }

    private DoorView view(EventSession session) {
        return new DoorView(
                SessionView.of(session, clock.instant()),
                registrations.registered(session.id()),
                attendances.headcountPresent(session.id()));
    }
}
