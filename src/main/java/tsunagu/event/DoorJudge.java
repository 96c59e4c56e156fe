package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/**
 * Decides what follows from what happened at a door. A person who was let in was there: where a rule would have refused him,
 * the attendance is recorded, the rule that was overridden is kept, and staff find a conflict to look at.
 */
@ApplicationScoped
class DoorJudge {

    /** Earlier than this a time on a device is no time of this session. */
    private static final int HOURS_BACK = 48;

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private DoorRepository door;

    /** What came of a fact, and what it was decided about. */
    record Judged(Scan scan, DoorVerdict verdict, boolean repeated) {}

    /**
     * Judges and keeps a fact; a repeated one gives the first answer and changes nothing.
     *
     * @param device null for a page that asks the server
     * @param at when it happened, by our clock
     */
    Judged judge(EventSession session, DoorFact fact, DoorDevice device, Long by, Instant at, Instant now) {
        Registration registration = registration(session, fact).orElse(null);
        Optional<Scan> before = registrations.scan(fact.nonce());
        if (before.filter(scan -> scan.reads(session.id(), registration) || fact.kind() != DoorFact.Kind.SCAN).isPresent()) {
            Scan scan = before.get();
            Attendance attendance = scan.attendanceId() == null
                    ? null
                    : registrations.attendanceById(scan.attendanceId()).orElse(null);
            return new Judged(scan, new DoorVerdict(scan.outcome(), registration, attendance, null), true);
        }
        DoorVerdict verdict =
                switch (fact.kind()) {
                    case SCAN -> scanned(session, registration, fact, by, within(at, now));
                    case PAPER -> paper(session, registration, Attendance.Source.PAPER, by, within(at, now));
                    case WALK_IN -> walkIn(session, fact, Attendance.Source.WALK_IN, by, within(at, now));
                    case IMPORT -> fact.registrationId() != null
                            ? paper(session, registration, Attendance.Source.IMPORT, by, at)
                            : walkIn(session, fact, Attendance.Source.IMPORT, by, at);
                    case COMPANIONS -> accompanied(session, fact, registration);
                    case UNDO -> undone(session, fact, registration, now);
                };
        Scan scan = new Scan(
                session.id(),
                fact,
                verdict,
                before.isPresent() ? Secrets.token() : fact.nonce(), // another ticket under a used nonce is another reading
                device == null ? null : device.id(),
                by,
                now);
        registrations.add(scan);
        door.flush();
        conflict(fact, verdict).ifPresent(kind -> door.add(new DoorConflict(session.id(), scan.id(), kind, now)));
        return new Judged(scan, verdict, false);
    }

    private DoorVerdict scanned(EventSession session, Registration registration, DoorFact fact, Long by, Instant at) {
        if (registration == null) {
            boolean misread = fact.read() != null
                    && ShortCode.typed(fact.read()).filter(code -> !code.plausible()).isPresent();
            return new DoorVerdict(misread ? ScanOutcome.MISREAD : ScanOutcome.UNKNOWN, null, null, null);
        }
        registrations.lock(registration);
        ScanOutcome refusal = refusal(session, registration, at);
        if (refusal != null && !fact.letIn()) {
            return new DoorVerdict(refusal, registration, null, null);
        }
        Attendance first = registrations
                .attendanceEver(session.id(), registration.personId())
                .orElse(null);
        if (first != null && !first.undone()) {
            if (fact.letIn()) {
                first.seenAt(at, by);
            }
            return new DoorVerdict(ScanOutcome.ALREADY, registration, first, refusal);
        }
        return new DoorVerdict(
                ScanOutcome.OK,
                registration,
                present(session, registration, first, Attendance.Source.SCAN, by, at),
                refusal);
    }

    private static ScanOutcome refusal(EventSession session, Registration registration, Instant at) {
        if (!session.event().published() || !session.dayHasCome(at)) {
            return ScanOutcome.NOT_OPEN;
        }
        if (registration.waiting()) {
            return ScanOutcome.WAITING;
        }
        if (!registration.live()) {
            return ScanOutcome.CANCELLED;
        }
        return registration.sessionId().equals(session.id()) ? null : ScanOutcome.OTHER_SESSION;
    }

    private DoorVerdict paper(
            EventSession session, Registration registration, Attendance.Source source, Long by, Instant at) {
        session.requireDay(at);
        if (registration == null || !registration.sessionId().equals(session.id())) {
            return new DoorVerdict(ScanOutcome.UNKNOWN, null, null, null);
        }
        registrations.lock(registration);
        Attendance first = registrations
                .attendanceEver(session.id(), registration.personId())
                .orElse(null);
        if (first != null && !first.undone()) {
            return new DoorVerdict(ScanOutcome.ALREADY, registration, first, null);
        }
        return new DoorVerdict(
                ScanOutcome.OK,
                registration,
                present(session, registration, first, source, by, at),
                null);
    }

    private Attendance present(
            EventSession session, Registration registration, Attendance undone, Attendance.Source source, Long by, Instant at) {
        if (undone != null) {
            undone.redo();
            events.markHeld(session.id());
            return undone;
        }
        Attendance attendance = new Attendance(registration, session.id(), source, by, at);
        registrations.add(attendance);
        door.flush();
        events.markHeld(session.id());
        return attendance;
    }

    private DoorVerdict walkIn(EventSession session, DoorFact fact, Attendance.Source source, Long by, Instant at) {
        session.requireDay(at);
        String name = fact.name() == null ? "" : fact.name().strip();
        if (name.isEmpty() || name.length() > 100 || fact.role() == null) {
            throw new DomainException("event.error.walkIn");
        }
        String reading = fact.reading() == null ? "" : fact.reading().strip();
        Attendance attendance = new Attendance(
                session.id(), door.newPerson(name, reading, at), fact.role(), source, by, at);
        registrations.add(attendance);
        door.flush();
        events.markHeld(session.id());
        return new DoorVerdict(ScanOutcome.OK, null, attendance, null);
    }

    private DoorVerdict accompanied(EventSession session, DoorFact fact, Registration registration) {
        if (registration == null || fact.companions() == null) {
            return new DoorVerdict(ScanOutcome.UNKNOWN, null, null, null);
        }
        registrations.lock(registration);
        Attendance attendance = registrations
                .attendance(session.id(), registration.personId())
                .orElseThrow(() -> new DomainException("event.error.companions", 0));
        AttendanceRole role = registration.companions().role();
        attendance.with(new Companions(fact.companions(), role == null ? registration.role() : role));
        return new DoorVerdict(ScanOutcome.OK, registration, attendance, null);
    }

    private DoorVerdict undone(EventSession session, DoorFact fact, Registration registration, Instant now) {
        Optional<Attendance> attendance = registration != null
                ? registrations.attendance(session.id(), registration.personId())
                : registrations
                        .scan(fact.undoes() == null ? "" : fact.undoes())
                        .filter(scan -> scan.attendanceId() != null)
                        .flatMap(scan -> registrations.attendanceById(scan.attendanceId()));
        attendance.filter(each -> !each.undone()).ifPresent(each -> {
            each.undo(now);
            door.flush();
            events.nobodyYet(session.id(), now);
        });
        return new DoorVerdict(ScanOutcome.UNDONE, registration, attendance.orElse(null), null);
    }

    private static Optional<DoorConflict.Kind> conflict(DoorFact fact, DoorVerdict verdict) {
        if (verdict.overrode() != null) {
            return Optional.of(DoorConflict.Kind.valueOf(verdict.overrode().name()));
        }
        return fact.letIn() && verdict.outcome() == ScanOutcome.ALREADY
                ? Optional.of(DoorConflict.Kind.LET_IN_TWICE)
                : Optional.empty();
    }

    private static Instant within(Instant at, Instant now) {
        Instant earliest = now.minusSeconds(HOURS_BACK * 3600L);
        return at == null || at.isAfter(now) ? now : at.isBefore(earliest) ? earliest : at;
    }

    private Optional<Registration> registration(EventSession session, DoorFact fact) {
        if (fact.registrationId() != null) {
            return registrations.byId(fact.registrationId()).filter(each -> ofEvent(session, each));
        }
        if (fact.read() == null) {
            return Optional.empty();
        }
        Optional<ShortCode> code = ShortCode.typed(fact.read());
        if (code.isEmpty()) {
            return registrations.byToken(fact.read().strip()).filter(each -> ofEvent(session, each));
        }
        return registrations
                .byCode(session.id(), code.get())
                .or(() -> registrations.byCodeInEvent(session.event().id(), code.get()));
    }

    private boolean ofEvent(EventSession session, Registration registration) {
        return events.session(registration.sessionId()).event().id().equals(session.event().id());
    }
}
