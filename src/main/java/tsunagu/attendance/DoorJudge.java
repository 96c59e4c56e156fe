package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tsunagu.account.PersonRegister;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionOutcome;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationRepository;
import tsunagu.registration.ShortCode;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.ReadTicket;
import tsunagu.shared.Secrets;

/**
 * Decides what follows from what happened at a door. A person who was let in was there: where a rule that the door may override
 * would have refused them, the attendance is recorded, the rule that was overridden is kept, and staff find a conflict to look
 * at. Where nobody can have been (before the day, or at a session that does not take place) and where what was said does not
 * fit together, nobody becomes present; staff find that in the same place.
 */
@ApplicationScoped
class DoorJudge {

    /** What the door may override; everything else stays refused, whoever was let in. */
    private static final Set<ScanOutcome> OVERRIDABLE =
            EnumSet.of(ScanOutcome.CANCELLED, ScanOutcome.OTHER_SESSION, ScanOutcome.WAITING);

    /** Earlier than this nobody types what happened. */
    private static final int HOURS_BACK = 48;

    @Inject
    private Locks locks;

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private PersonRegister names;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private DoorRepository door;

    /** What came of a fact, and what it was decided about. */
    record CheckInDecision(Scan scan, DoorVerdict verdict, boolean repeated) {}

    /**
     * Judges and keeps a fact; a repeated one gives the first answer and changes nothing.
     *
     * @param device null for a page that asks the server
     * @param at when it happened, by our clock
     */
    CheckInDecision judge(
            EventSession session, CheckInRecord fact, DoorDevice device, Long by, Instant at, Instant now) {
        Registration registration = registration(session, fact).orElse(null);
        Instant when = within(at, device, now);
        Optional<Scan> before = attendances.scan(session.id(), fact.nonce());
        if (before.filter(scan -> scan.reads(session.id(), registration) || fact.kind() != CheckInRecord.Kind.SCAN)
                .isPresent()) {
            Scan scan = before.get();
            Attendance attendance = scan.attendanceId() == null
                    ? null
                    : attendances.attendanceById(scan.attendanceId()).orElse(null);
            return new CheckInDecision(scan, new DoorVerdict(scan.outcome(), registration, attendance, null), true);
        }
        DoorVerdict verdict = !fits(session, fact, registration)
                ? DoorVerdict.mismatch(registration)
                : switch (fact.kind()) {
                    case SCAN -> scanned(session, registration, fact, by, when);
                    case PAPER -> paper(session, registration, Attendance.Source.PAPER, by, when);
                    case WALK_IN ->
                        session.admitsAt(when)
                                ? walkIn(session, fact, Attendance.Source.WALK_IN, by, when)
                                : new DoorVerdict(ScanOutcome.NOT_OPEN, null, null, null);
                    case IMPORT ->
                        fact.registrationId() != null
                                ? paper(session, registration, Attendance.Source.IMPORT, by, at)
                                : walkIn(session, fact, Attendance.Source.IMPORT, by, at);
                    case COMPANIONS -> accompanied(session, fact, registration, when);
                    case UNDO -> undone(session, fact, registration, now);
                };
        Scan scan = new Scan(
                session.id(),
                fact,
                verdict,
                before.isPresent()
                        ? Secrets.token()
                        : fact.nonce(), // another ticket under a used nonce is another reading
                device,
                by,
                now);
        attendances.add(scan);
        door.flush();
        conflict(fact, verdict).ifPresent(kind -> door.add(new DoorConflict(session.id(), scan.id(), kind, now)));
        return new CheckInDecision(scan, verdict, false);
    }

    private DoorVerdict scanned(
            EventSession session, Registration registration, CheckInRecord fact, Long by, Instant at) {
        if (registration == null) {
            boolean misread = fact.read() != null
                    && ShortCode.typed(fact.read())
                            .filter(code -> !code.plausible())
                            .isPresent();
            return misread ? new DoorVerdict(ScanOutcome.MISREAD, null, null, null) : DoorVerdict.unknown();
        }
        holdForFirst(session);
        registrations.lock(registration);
        ScanOutcome refusal = refusal(session, registration, at);
        Attendance first = attendances
                .attendanceEver(session.id(), registration.personId())
                .orElse(null);
        if (stillRefused(session, fact, refusal, first)) {
            return new DoorVerdict(refusal, registration, null, null);
        }
        if (first != null && !first.undone()) {
            if (!fact.letIn()) {
                return new DoorVerdict(ScanOutcome.ALREADY, registration, first, null);
            }
            first.seenAt(at, by);
            return new DoorVerdict(ScanOutcome.ALREADY, registration, first, refusal);
        }
        return new DoorVerdict(
                ScanOutcome.OK,
                registration,
                present(session, registration, first, Attendance.Source.SCAN, by, at),
                refusal);
    }

    /** Whom a colleague let in all the same is in: no other door sends them away again. */
    private boolean stillRefused(EventSession session, CheckInRecord fact, ScanOutcome refusal, Attendance first) {
        if (refusal == null) {
            return false;
        }
        if (!OVERRIDABLE.contains(refusal)) {
            return true;
        }
        boolean there = first != null && !first.undone();
        return fact.letIn() ? events.frozen(session) : !there;
    }

    private static ScanOutcome refusal(EventSession session, Registration registration, Instant at) {
        if (!session.admitsAt(at)) {
            return ScanOutcome.NOT_OPEN;
        }
        if (registration.waiting()) {
            return ScanOutcome.WAITING;
        }
        if (!registration.live()) {
            return ScanOutcome.CANCELLED;
        }
        return seatedAt(session, registration) ? null : ScanOutcome.OTHER_SESSION;
    }

    /** The registration is for this session, or for the course of which it is a day. */
    private static boolean seatedAt(EventSession session, Registration registration) {
        return session.lead().id().equals(registration.sessionId());
    }

    private DoorVerdict paper(
            EventSession session, Registration registration, Attendance.Source source, Long by, Instant at) {
        session.requireDay(at);
        if (registration == null || !seatedAt(session, registration)) {
            return DoorVerdict.unknown();
        }
        holdForFirst(session);
        registrations.lock(registration);
        Attendance first = attendances
                .attendanceEver(session.id(), registration.personId())
                .orElse(null);
        if (first != null && !first.undone()) {
            return new DoorVerdict(ScanOutcome.ALREADY, registration, first, null);
        }
        return new DoorVerdict(
                ScanOutcome.OK, registration, present(session, registration, first, source, by, at), null);
    }

    /** The first to come make the session a held one, which changes its row: locked before the registration, as everywhere. */
    private void holdForFirst(EventSession session) {
        if (session.outcome() != SessionOutcome.HELD) {
            locks.hold(Lock.SESSION, session.id());
        }
    }

    private Attendance present(
            EventSession session,
            Registration registration,
            Attendance undone,
            Attendance.Source source,
            Long by,
            Instant at) {
        registration.atTheDoor();
        if (undone != null) {
            undone.redo();
            events.markHeld(session.id());
            return undone;
        }
        Attendance attendance = new Attendance(registration, session.id(), source, by, at);
        attendances.add(attendance);
        door.flush();
        events.markHeld(session.id());
        return attendance;
    }

    private DoorVerdict walkIn(
            EventSession session, CheckInRecord fact, Attendance.Source source, Long by, Instant at) {
        session.requireDay(at);
        String name = fact.name() == null ? "" : fact.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > 100 || fact.role() == null) {
            throw new DomainException("event.error.walkIn");
        }
        Attendance first = fact.personId() == null
                ? null
                : attendances.attendanceEver(session.id(), fact.personId()).orElse(null);
        if (first != null) {
            boolean again = first.undone();
            if (again) {
                first.redo();
                events.markHeld(session.id());
            }
            return new DoorVerdict(again ? ScanOutcome.OK : ScanOutcome.ALREADY, null, first, null);
        }
        String reading = fact.reading() == null ? "" : fact.reading().strip();
        Attendance attendance = new Attendance(
                session.id(),
                fact.personId() == null ? names.newPerson(name, reading, at) : fact.personId(),
                fact.role(),
                source,
                by,
                at);
        attendances.add(attendance);
        door.flush();
        events.markHeld(session.id());
        return new DoorVerdict(ScanOutcome.OK, null, attendance, null);
    }

    private DoorVerdict accompanied(EventSession session, CheckInRecord fact, Registration registration, Instant at) {
        session.requireDay(at);
        if (registration == null || fact.companions() == null) {
            return DoorVerdict.unknown();
        }
        registrations.lock(registration);
        Attendance attendance = attendances
                .attendance(session.id(), registration.personId())
                .orElseThrow(() -> new DomainException("event.error.companions", 0));
        attendance.with(
                fact.byRole() != null
                        ? fact.byRole()
                        : registration.companions().butAll(fact.companions(), registration.role()));
        return new DoorVerdict(ScanOutcome.OK, registration, attendance, null);
    }

    private DoorVerdict undone(EventSession session, CheckInRecord fact, Registration registration, Instant now) {
        session.event().requireOpen();
        Optional<Attendance> attendance = registration != null
                ? attendances.attendance(session.id(), registration.personId())
                : undoes(session, fact)
                        .filter(scan -> scan.attendanceId() != null)
                        .flatMap(scan -> attendances.attendanceById(scan.attendanceId()));
        attendance.filter(each -> !each.undone()).ifPresent(each -> {
            each.undo(now);
            door.flush();
            events.nobodyYet(session.id(), now);
        });
        return new DoorVerdict(ScanOutcome.UNDONE, registration, attendance.orElse(null), null);
    }

    private static Optional<DoorConflict.Kind> conflict(CheckInRecord fact, DoorVerdict verdict) {
        if (verdict.overrode() != null) {
            return Optional.of(DoorConflict.Kind.valueOf(verdict.overrode().name()));
        }
        if (verdict.outcome() == ScanOutcome.UNKNOWN && verdict.registration() != null) {
            return Optional.of(DoorConflict.Kind.MISMATCH);
        }
        if (!fact.letIn()) {
            return Optional.empty();
        }
        if (OVERRIDABLE.contains(verdict.outcome())) {
            return Optional.of(DoorConflict.Kind.FROZEN);
        }
        return switch (verdict.outcome()) {
            case ALREADY -> Optional.of(DoorConflict.Kind.LET_IN_TWICE);
            case NOT_OPEN -> Optional.of(DoorConflict.Kind.NOT_OPEN);
            default -> Optional.empty();
        };
    }

    /**
     * The time that is believed: not later than now, not before the device was opened, and not after its time was over, however late it
     * reports.
     *
     * @param device null for a page that asks the server
     */
    static Instant within(Instant at, DoorDevice device, Instant now) {
        if (at == null) {
            return now;
        }
        Instant earliest = device == null ? now.minusSeconds(HOURS_BACK * 3600L) : device.openedAt();
        Instant latest = device == null || device.expiresAt().isAfter(now) ? now : device.expiresAt();
        Instant believed = at.isBefore(earliest) ? earliest : at;
        return believed.isAfter(latest) ? latest : believed;
    }

    /**
     * What was read, who was named, and what is to be taken back speak of one person. A device names a person of its own list
     * beside the number it read; they differ when somebody made the fact up.
     *
     * @param registration who was named, or else whose number it is; null for nobody
     */
    private boolean fits(EventSession session, CheckInRecord fact, Registration registration) {
        if (registration == null || fact.registrationId() == null) {
            return true;
        }
        if (!registration.id().equals(fact.registrationId())) {
            return false;
        }
        if (fact.read() != null && !registration.hasNumber(fact.read())) {
            return false;
        }
        return undoes(session, fact)
                .map(scan -> scan.registrationId() == null
                        ? scan.attendanceId() == null
                        : scan.registrationId().equals(fact.registrationId()))
                .orElse(true);
    }

    private Optional<Scan> undoes(EventSession session, CheckInRecord fact) {
        return fact.undoes() == null ? Optional.empty() : attendances.scan(session.id(), fact.undoes());
    }

    /** Who was named; whose number was read where nobody was named, or nobody of this event. */
    private Optional<Registration> registration(EventSession session, CheckInRecord fact) {
        Optional<Registration> named = fact.registrationId() == null
                ? Optional.empty()
                : registrations.byId(fact.registrationId()).filter(each -> ofEvent(session, each));
        if (named.isPresent() || fact.read() == null) {
            return named;
        }
        Optional<ShortCode> code = ShortCode.typed(fact.read());
        if (code.isEmpty()) {
            return registrations.byToken(ReadTicket.in(fact.read())).filter(each -> ofEvent(session, each));
        }
        return registrations
                .byCode(session.id(), code.get())
                .or(() -> registrations.byCodeInEvent(session.event().id(), code.get()));
    }

    private boolean ofEvent(EventSession session, Registration registration) {
        return events.session(registration.sessionId())
                .event()
                .id()
                .equals(session.event().id());
    }
}
