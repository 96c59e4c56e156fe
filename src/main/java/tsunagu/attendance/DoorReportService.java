package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.account.PersonRegister;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationRepository;
import tsunagu.registration.Roster;
import tsunagu.shared.CleanText;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/**
 * A device at a door takes the list along and reports what happened, with or without a network in between. It is known by a
 * secret of its own: who opened it may have been signed out for hours when it reports.
 */
@ApplicationScoped
@Transactional
public class DoorReportService {

    /** A clock that is wrong by more is shown to staff. */
    static final int CLOCK_SECONDS = 300;

    /** After the session; then the list is gone, and what the device reports is late. */
    static final Duration OPEN_AFTER = Duration.ofHours(24);

    private static final int LONGEST_NAME = 40;

    private static final String CLICKER = "event.headCounts.clicker";

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
    private DoorRepository door;

    @Inject
    private DoorService doors;

    @Inject
    private DoorJudge judge;

    @Inject
    private QuestionService questions;

    @Inject
    private DoorPhoneService phones;

    @Inject
    private Clock clock;

    /**
     * @param person the same for all registrations of one person
     * @param state CONFIRMED, CANCELLED, WAITING or OTHER (of another session)
     * @param at when present; null
     * @param companions who came along, or are to come while the person is not there yet
     * @param expected who were to come along
     * @param kinds of which kinds those who came along are, or are to; 0 for a kind of which nobody came
     * @param line place in the line of who waits for a seat, from 1; 0 for who does not
     */
    public record Person(
            long registration,
            long person,
            String token,
            String code,
            String name,
            String reading,
            String role,
            String state,
            String where,
            Instant at,
            int companions,
            int expected,
            Map<AttendanceRole, Integer> kinds,
            int line) {}

    /** Somebody who came without a registration. @param nonce of the fact that says so: it can be taken back by any phone */
    public record WalkIn(String nonce, String name, String reading, String role, Instant at) {}

    /**
     * @param walkIns people who are there without a registration, and those who came along with them
     * @param free seats that are free now; null without a limit
     * @param off it does not take place
     * @param opensAt the beginning of the session's day: before it nothing is recorded
     * @param wipeAt when the device has to forget it
     */
    public record TakenAlong(
            SessionView session,
            List<Person> people,
            int walkIns,
            List<WalkIn> walkInPeople,
            Integer free,
            boolean off,
            Instant opensAt,
            Map<String, Integer> clicked,
            List<QuestionView> questions,
            Instant now,
            Instant wipeAt) {}

    /** @param person null for an unknown ticket @param at when the person was first there, and {@code by} whose account */
    public record Answer(String nonce, ScanOutcome outcome, Long registration, String person, Instant at, String by) {

        static Answer waits(String nonce) {
            return new Answer(nonce, null, null, null, null, null);
        }

        public boolean waits() {
            return outcome == null;
        }
    }

    /** @throws NotFoundException when the device is unknown, shut out, or its time is over */
    @UseCase(
            allow = {Role.STAFF, Role.DOOR},
            changes = false)
    public TakenAlong list(long sessionId, String secret) {
        phones.known(sessionId, secret)
                .filter(each -> each.standing(clock.instant()) == DoorStanding.OPEN)
                .orElseThrow(() -> new NotFoundException("device"));
        viewings.opened(Viewing.What.DOOR_LIST, sessionId, Roster.PERSONS);
        EventSession session = events.session(sessionId);
        return new TakenAlong(
                SessionView.of(session, clock.instant()),
                door.people(sessionId),
                door.walkIns(sessionId),
                door.walkInPeople(sessionId),
                SessionView.of(session, clock.instant()).seatsLeft(),
                session.outcome() == SessionOutcome.NOT_HELD || !session.event().published(),
                session.times().heldOn().atStartOfDay(FiscalYear.ZONE).toInstant(),
                door.clicks(sessionId),
                questions.asked(session.event().id(), Moment.DOOR),
                clock.instant(),
                wipeAt(session));
    }

    /**
     * One fact. Reporting it again gives the same answer and changes nothing.
     *
     * @param clockOff seconds by which the device's clock is behind ours
     * @param alone what it takes back is on the device no more: it will not come
     * @return without an outcome while it has to wait for the fact that it takes back
     * @throws DomainException when it cannot be kept, or could not the first time ({@link #setAside})
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public Answer report(long sessionId, String secret, int clockOff, CheckInRecord fact, boolean alone) {
        DoorDevice device = device(sessionId, secret);
        EventSession session = events.session(sessionId);
        Instant now = clock.instant();
        door.reported(device.id(), clockOff, now);
        if (fact.undoes() != null
                && attendances.scan(sessionId, fact.undoes()).isEmpty()
                && attendances.scan(sessionId, fact.nonce()).isEmpty()) {
            if (alone) {
                throw new DomainException("event.error.setAside");
            }
            return Answer.waits(fact.nonce());
        }
        requireOpenYear(session, device, now);
        Instant at = fact.time() == null ? now : fact.time().plusSeconds(clockOff);
        DoorJudge.CheckInDecision judged = judge.judge(session, fact, device, device.openedBy(), at, now);
        if (judged.repeated() && door.setAside(judged.scan().id())) {
            throw new DomainException("event.error.setAside"); // the answer as before: its first one may have been lost
        }
        if (!judged.repeated()
                && Math.abs(clockOff) > CLOCK_SECONDS
                && judged.verdict().overrode() == null
                && judged.verdict().outcome() == ScanOutcome.OK
                && door.tellOfClock(device.id(), now)) {
            door.add(DoorConflict.clock(sessionId, judged.scan().id(), clockOff, now));
        }
        Registration registration =
                judged.verdict().nobody() ? null : judged.verdict().registration();
        Attendance attendance = judged.verdict().attendance();
        Long personId =
                registration != null ? registration.personId() : attendance == null ? null : attendance.personId();
        return new Answer(
                fact.nonce(),
                judged.verdict().outcome(),
                registration == null ? null : registration.id(),
                personId == null ? null : names.ofPerson(personId),
                attendance == null || attendance.undone() ? null : attendance.checkedInAt(),
                attendance == null ? null : doors.recordedBy(attendance));
    }

    /** Late reports are taken as long as the year's figures are open; afterwards staff enter them, as what differs. */
    private void requireOpenYear(EventSession session, DoorDevice device, Instant now) {
        if (device.late(now) && events.frozen(session)) {
            throw new DomainException("event.error.setAside");
        }
    }

    /**
     * A fact that cannot be kept as what it says: somebody was let in, and perhaps counted, whom we cannot enter. The device showed it
     * as done, so it is never dropped: staff find it among what is to be looked at, with what was said, and enter it by hand.
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public void setAside(long sessionId, String secret, CheckInRecord fact) {
        DoorDevice device = device(sessionId, secret);
        if (attendances.scan(sessionId, fact.nonce()).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Registration named = fact.registrationId() == null
                ? null
                : registrations.byId(fact.registrationId()).orElse(null);
        Scan scan =
                new Scan(sessionId, fact, DoorVerdict.mismatch(named), fact.nonce(), device, device.openedBy(), now);
        attendances.add(scan);
        door.flush();
        String said = Stream.of(fact.name(), fact.reading(), fact.read())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        door.add(DoorConflict.impossible(sessionId, scan.id(), said, now));
    }

    /**
     * Somebody at the door answered a question. Reported again it changes nothing.
     *
     * @throws DomainException when it is no answer to this question, or the registration of nobody of this session: neither one
     *     for it nor of somebody who was let in here
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public void answered(long sessionId, String secret, long registrationId, long questionId, String value) {
        device(sessionId, secret);
        long event = events.session(sessionId).event().id();
        Registration registration = registrations
                .byId(registrationId)
                .filter(each -> each.sessionId().longValue()
                                == events.session(sessionId).lead().id()
                        || events.session(each.sessionId()).event().id() == event
                                && attendances
                                        .attendance(sessionId, each.personId())
                                        .isPresent())
                .orElseThrow(() -> new DomainException("event.error.codeMissing"));
        questions.answerOne(
                event,
                Moment.DOOR,
                questionId,
                registration.id(),
                registration.role().name(),
                value);
    }

    /**
     * 頭数: the counter was pressed.
     *
     * @return what the counter of this role stands at, all devices together
     * @throws DomainException before the day of the session, or where it does not take place
     */
    @UseCase(allow = {Role.STAFF, Role.DOOR})
    public int click(long sessionId, String secret, String nonce, AttendanceRole role, int delta, Instant time) {
        DoorDevice device = device(sessionId, secret);
        if (role == null || delta == 0 || Math.abs(delta) > 50) {
            throw new DomainException("event.error.click");
        }
        Instant now = clock.instant();
        requireOpenYear(events.session(sessionId), device, now);
        if (!events.session(sessionId).admitsAt(DoorJudge.within(time, device, now))) {
            throw new DomainException("event.error.click");
        }
        door.fact();
        door.holdSession(sessionId);
        if (door.click(nonce, sessionId, role, delta, device, time, now)) {
            count(events.session(sessionId), role, device.openedBy(), now);
        }
        return door.clicked(sessionId, role);
    }

    /** A head count that somebody entered by hand is not overwritten by the counter. */
    private void count(EventSession session, AttendanceRole role, long by, Instant now) {
        int persons = door.clicked(session.id(), role);
        // Of later sessions of the same event nobody can say how many were counted before: 実人数 counts the first only.
        HeadCount.Counted counted = new HeadCount.Counted(persons, session.number() == 1 ? persons : 0);
        String source = tsunagu.shared.Words.japanese(CLICKER);
        HeadCount before = attendances.headCounts(session.id()).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElse(null);
        if (before == null) {
            attendances.add(new HeadCount(session.id(), role, counted, source, by, now));
        } else if (before.source().equals(source)) {
            before.recount(counted, source, by, now);
        }
        if (persons > 0) {
            events.markHeld(session.id());
        }
    }

    private DoorDevice device(long sessionId, String secret) {
        return phones.known(sessionId, secret)
                .filter(each -> each.standing(clock.instant()).mayReport())
                .orElseThrow(() -> new NotFoundException("device"));
    }

    /** @return as it is shown: without what nobody typed, at most forty characters */
    static String name(String called) {
        String name = called == null ? "" : CleanText.of(called).strip();
        return name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name;
    }

    static Instant wipeAt(EventSession session) {
        Instant end = session.times().endsAt();
        return (end == null
                        ? session.times()
                                .heldOn()
                                .plusDays(1)
                                .atStartOfDay(FiscalYear.ZONE)
                                .toInstant()
                        : end)
                .plus(OPEN_AFTER);
    }
}
