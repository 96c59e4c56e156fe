package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.account.PersonRegister;
import tsunagu.audit.ChangeReason;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.Openness;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Letter;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/**
 * Staff work with one registration: enter it for who telephones, change, move, cancel it, give it a seat. Whatever moves a seat is
 * decided under the session's lock and by the same rules as for everybody; staff depart from them only with a reason, which stays.
 */
@ApplicationScoped
@Transactional
public class RegistrationDeskService {

    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_TAG = 30;
    private static final int MOST_TAGS = 10;

    @Inject
    private Viewings viewings;

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RosterRepository rosters;

    @Inject
    private RegistrationDeskQueries desk;

    @Inject
    private SeatCounter seats;

    @Inject
    private Waitlist line;

    @Inject
    private Presence presence;

    @Inject
    private PersonRegister names;

    @Inject
    private QuestionService questions;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param code eight digits, as they stand on the ticket and in the roster; @throws NotFoundException for nobody's */
    @UseCase(allow = Role.STAFF, changes = false)
    public RegistrationDetail registration(long sessionId, String code) {
        Registration found = found(sessionId, code);
        viewings.opened(Viewing.What.REGISTRATION, found.id(), List.of(found.personId()));
        EventSession session = events.session(sessionId);
        Instant now = clock.instant();
        return new RegistrationDetail(
                rosters.row(sessionId, found.id()),
                SessionView.of(session, now),
                found.channel(),
                found.guest(),
                found.guestEmail() == null ? "" : found.guestEmail(),
                found.offerUntil(),
                found.proofUntil(),
                new SeatRequest(
                        found.role(),
                        found.companions(),
                        found.visit(),
                        registrations.names(found.id()),
                        questions.answers(found.id()),
                        false),
                found.state() == Registration.State.WAITING ? registrations.before(found) : 0,
                targets(session, now),
                desk.notes(found.id()),
                desk.history(found.id()));
    }

    /** Sessions of the same event to which people of this one can be moved. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<SessionView> targets(long sessionId) {
        return targets(events.session(sessionId), clock.instant());
    }

    private List<SessionView> targets(EventSession session, Instant now) {
        // Who has a seat at all sessions has none to move to.
        return session.event().course()
                ? List.of()
                : session.event().sessions().stream()
                        .filter(each -> !each.id().equals(session.id()) && takes(each, now))
                        .map(each -> SessionView.of(each, now))
                        .toList();
    }

    /** The session, where somebody is to be entered. */
    @UseCase(allow = Role.STAFF, changes = false)
    public SessionView session(long sessionId) {
        return SessionView.day(events.session(sessionId), clock.instant());
    }

    /** What is asked when registering. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<QuestionView> questions(long sessionId) {
        return questions.asked(events.session(sessionId).event().id(), Moment.REGISTRATION);
    }

    /**
     * Enters a registration, also before the intake opens and after it has closed. Where seats are given later it waits for that like all
     * others, unless a reason for a seat is given.
     *
     * @return the eight digits of the new registration
     * @throws DomainException with the numbers when there is no seat, and neither the line nor a reason was chosen
     */
    @UseCase(allow = Role.STAFF)
    public String enter(long sessionId, @Valid DeskEntry entry, SeatRequest request) {
        seats.hold(sessionId);
        EventSession session = events.fresh(sessionId).lead();
        Instant now = clock.instant();
        requireOpen(session, now);
        requireComplete(request);
        String email = entry.email().isBlank() ? null : MailAddress.checked(entry.email());
        if (email != null && registrations.ofGuest(sessionId, email).isPresent()) {
            throw new DomainException("event.error.addressRegistered");
        }
        long person = names.newPerson(entry.name().strip(), entry.reading().strip(), now);
        Registration registration = new Registration(
                        session.id(), person, request.role(), registrations.freeCode(sessionId), now)
                .byGuest(email)
                .enteredBy(entry.channel())
                .with(request.companions())
                .bringing(request.visit());
        if (!session.intake().firstCome() && entry.beyondWhy().isBlank()) {
            registrations.add(
                    registration.applied(session.intake().lottery() ? registrations.lots(sessionId) + 1 : null));
            letters.tell(registration, "event.letter.applied");
        } else {
            SeatNeed need = SeatNeed.of(registration);
            Optional<DomainException> refusal = seats.places(sessionId).refusal(SeatNeed.NONE, need);
            if (refusal.isPresent() && request.line() && entry.beyondWhy().isBlank()) {
                seats.requireEver(sessionId, need);
                registrations.add(registration.inLine());
                letters.tell(registration, "event.letter.waiting");
            } else {
                take(registration, refusal, need.seats(), entry.beyondWhy());
                registrations.add(registration);
                letters.tellSeat(registration, "event.letter.registered");
            }
        }
        registrations.name(registration, request.names());
        answer(session, registration, request);
        registrations.flush();
        if (!entry.note().isBlank()) {
            desk.write(
                    registration.id(), entry.note().strip(), currentActor.get().accountId(), now);
        }
        return registration.shortCode();
    }

    /**
     * As whom somebody comes, with whom, what was answered, and where letters go.
     *
     * @param email of somebody without an account, "" for none; null where it stays as it is
     * @param beyondWhy reason for more seats than there are; "" for no such seats
     * @throws DomainException with the numbers when there are not enough seats
     * @throws tsunagu.shared.ConflictException when it is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void change(
            long sessionId, String code, int seenVersion, SeatRequest request, String email, String beyondWhy) {
        requireComplete(request);
        Registration registration = held(sessionId, code, seenVersion);
        EventSession session = events.fresh(sessionId);
        Instant now = clock.instant();
        requireOpen(session, now);
        boolean seated = registration.seated();
        SeatNeed before = SeatNeed.of(registration);
        SeatNeed after = SeatNeed.of(request.role(), request.companions());
        if (seated) {
            take(
                    registration,
                    seats.places(sessionId).refusal(before, after),
                    after.seats() - before.seats(),
                    beyondWhy);
        } else {
            seats.requireEver(sessionId, after);
        }
        registration.become(request.role());
        registration.with(request.companions()).bringing(request.visit());
        if (email != null && registration.guest()) {
            registration.reachAt(email.isBlank() ? null : MailAddress.checked(email));
        }
        registrations.flush();
        if (seated) {
            line.exchanged(session, before, after, now);
        } else {
            line.moved(session, now);
        }
        registrations.name(registration, request.names());
        answer(session, registration, request);
        letters.tellChanged(registration);
    }

    /** The same for one of several that were ticked. @param registrationId its number */
    @UseCase(allow = Role.STAFF)
    public void cancelPicked(long sessionId, long registrationId, int seenVersion, String why) {
        String code = registrations
                .byId(registrationId)
                .map(Registration::shortCode)
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
        cancel(sessionId, code, seenVersion, why);
    }

    /** Gives the seat, or the place in the line, back for somebody who said so. @param why "" for none */
    @UseCase(allow = Role.STAFF)
    public void cancel(long sessionId, String code, int seenVersion, String why) {
        if (why != null && !why.isBlank()) {
            reason.because(GivenReason.of(why, LONGEST_WHY, "event.error.deskWhy"));
        }
        Registration registration = held(sessionId, code, seenVersion);
        EventSession session = events.fresh(sessionId);
        Instant now = clock.instant();
        Instant starts = session.firstDay().times().startsAt();
        if (starts == null
                || !now.isBefore(Ticket.openUntil(
                        registration.createdAt(),
                        starts,
                        session.lastDay().times().endsAt()))) {
            throw new DomainException("event.error.cancelLate");
        }
        boolean freed = registration.cancel(now);
        letters.tellWithCalendar(registration, "event.letter.cancelled");
        line.freed(session, freed ? registration.companions().seats() : 0, now);
    }

    /**
     * A seat for somebody who waits for one, in turn or out of it: staff have asked them.
     *
     * @param beyondWhy reason for a seat beyond the limits; "" for none
     * @throws DomainException with the numbers when no seat is left and no reason is given
     */
    @UseCase(allow = Role.STAFF)
    public void promote(long sessionId, String code, int seenVersion, String beyondWhy) {
        Registration registration = held(sessionId, code, seenVersion);
        EventSession session = events.fresh(sessionId);
        requireOpen(session, clock.instant());
        boolean hasSeat = registration.seated();
        if (!hasSeat) {
            SeatNeed need = SeatNeed.of(registration);
            take(
                    registration,
                    seats.places(sessionId).passingTheLine().refusal(SeatNeed.NONE, need),
                    need.seats(),
                    beyondWhy);
        }
        registration.seat();
        letters.tellSeat(registration, "event.letter.promoted");
        line.moved(session, clock.instant());
    }

    /** Sends the ticket, or the place in the line, once more. @throws DomainException when there is no address */
    @UseCase(allow = Role.STAFF)
    public void resend(long sessionId, String code) {
        Registration registration = found(sessionId, code);
        if (registration.guest() && registration.guestEmail() == null) {
            throw new DomainException("event.error.noAddress");
        }
        if (!registration.live() && !registration.waiting()) {
            throw new DomainException("event.error.alreadyCancelled");
        }
        letters.resend(registration);
    }

    /** People who are moved, as the list was seen. @param beyondWhy reason for seats that the other session has not; "" for none */
    public record Move(
            @NotNull @Size(min = 1, max = 1000, message = "event.error.nobodyChosen") List<Long> registrations,
            long target,
            @NotNull @Size(max = 500, message = "event.error.beyondWhy") String beyondWhy) {}

    /**
     * Moves registrations to another session of the event, all or none. Who has a seat has one there; who waits gets one where one is
     * left, and waits there otherwise. Ticket and answers stay; everybody is told.
     *
     * @throws DomainException with the numbers when the other session has not enough seats and no reason is given
     */
    @UseCase(allow = Role.STAFF)
    public void move(long sessionId, @Valid Move move) {
        List<Registration> moved = move.registrations().stream()
                .distinct()
                .sorted()
                .map(id -> ofSession(sessionId, id))
                .toList();
        registrations.lockWithSeats(moved, move.target());
        EventSession from = events.fresh(sessionId);
        EventSession to = events.fresh(move.target());
        Instant now = clock.instant();
        if (from.event().id().longValue() != to.event().id()
                || from.id().equals(to.id())
                || from.event().course()) {
            throw new NotFoundException("session " + move.target() + " of the event");
        }
        requireOpen(from, now);
        requireOpen(to, now);
        Letter.Word before = RegistrationLetters.when(from.times(), from.place());
        for (Registration each : moved) {
            if (each.sessionId() != sessionId || !each.live() && !each.waiting()) {
                throw new DomainException("event.error.alreadyCancelled");
            }
            absent(each);
        }
        List<Registration> seated = moved.stream().filter(Registration::seated).toList();
        SeatNeed need = seated.stream().map(SeatNeed::of).reduce(SeatNeed.NONE, SeatNeed::and);
        Optional<DomainException> refusal =
                seated.isEmpty() ? Optional.empty() : seats.places(to.id()).refusal(SeatNeed.NONE, need);
        for (Registration each : seated) {
            take(to.id(), each, refusal, SeatNeed.of(each).seats(), move.beyondWhy());
        }
        // Those with seats first, so that who waits is not judged by seats that are given already.
        for (Registration each : Stream.concat(seated.stream(), moved.stream().filter(one -> !seated.contains(one)))
                .toList()) {
            boolean seat = seated.contains(each)
                    // asked before they stand in that line themselves: they would be somebody they pass
                    || seats.places(to.id())
                                    .refusal(SeatNeed.NONE, SeatNeed.of(each))
                                    .isEmpty()
                            && seats.takeForLine(to.id(), each.companions().seats());
            each.moveTo(to.id());
            if (seat && !each.live()) {
                each.seat();
            }
            registrations.flush();
            letters.tellTransferred(each, before);
        }
        line.freed(from, need.seats(), now);
        line.grown(to, now);
    }

    /** @throws DomainException when nothing is written, or too much */
    @UseCase(allow = Role.STAFF)
    public void note(long sessionId, String code, String words) {
        desk.write(
                found(sessionId, code).id(),
                GivenReason.of(words, LONGEST_NOTE, "event.error.note"),
                currentActor.get().accountId(),
                clock.instant());
    }

    @UseCase(allow = Role.STAFF)
    public void removeNote(long sessionId, String code, long note) {
        if (!desk.remove(found(sessionId, code).id(), note)) {
            throw new NotFoundException("note " + note);
        }
    }

    /** @param typed labels with commas or line breaks between them; "" for none; @throws DomainException for too many or too long ones */
    @UseCase(allow = Role.STAFF)
    public void tag(long sessionId, String code, String typed) {
        List<String> tags = Arrays.stream((typed == null ? "" : typed).split("[,、，\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS
                || tags.stream().anyMatch(each -> each.codePointCount(0, each.length()) > LONGEST_TAG)) {
            throw new DomainException("event.error.tags", MOST_TAGS, LONGEST_TAG);
        }
        desk.tag(found(sessionId, code).id(), tags);
    }

    private void take(Registration registration, Optional<DomainException> refusal, int more, String beyondWhy) {
        take(registration.sessionId(), registration, refusal, more, beyondWhy);
    }

    /** Seats within the limits or, with a reason, beyond them. The session is held. @param more 0 or fewer: no seat is taken */
    private void take(
            long sessionId, Registration registration, Optional<DomainException> refusal, int more, String beyondWhy) {
        if (refusal.isPresent()) {
            if (beyondWhy == null || beyondWhy.isBlank()) {
                throw refusal.get();
            }
            String why = GivenReason.of(beyondWhy, LONGEST_WHY, "event.error.beyondWhy");
            reason.because(why);
            registration.beyond(why);
        }
        if (more > 0 && !seats.takeForLine(sessionId, more)) {
            seats.takeBeyond(sessionId, more);
        }
    }

    private void answer(EventSession session, Registration registration, SeatRequest request) {
        questions.answer(
                session.event().id(),
                Moment.REGISTRATION,
                registration.id(),
                registration.role().name(),
                request.answers());
    }

    private Registration held(long sessionId, String code, int seenVersion) {
        Registration registration =
                registrations.lockWithSeat(found(sessionId, code)).seen(seenVersion);
        if (registration.sessionId().longValue()
                != events.session(sessionId).lead().id()) {
            throw new NotFoundException("registration " + code);
        }
        absent(registration);
        if (!registration.live() && !registration.waiting()) {
            throw new DomainException("event.error.alreadyCancelled");
        }
        return registration;
    }

    private void absent(Registration registration) {
        if (events.session(registration.sessionId()).days().stream()
                .anyMatch(each ->
                        presence.since(each.id(), registration.personId()).isPresent())) {
            throw new DomainException("event.error.alreadyPresent");
        }
    }

    private Registration found(long sessionId, String code) {
        return ShortCode.typed(code)
                .flatMap(each -> registrations.byCode(sessionId, each))
                .orElseThrow(() -> new NotFoundException("registration " + code + " of session " + sessionId));
    }

    private Registration ofSession(long sessionId, long registrationId) {
        return registrations
                .byId(registrationId)
                .filter(each -> each.sessionId().longValue()
                        == events.session(sessionId).lead().id())
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
    }

    private static void requireComplete(SeatRequest request) {
        if (request.role() == null) {
            throw new DomainException("event.error.roleMissing");
        }
        request.visit().reachable();
    }

    private static boolean takes(EventSession session, Instant now) {
        return session.event().published()
                && session.firstDay().outcome() != SessionOutcome.NOT_HELD
                && session.firstDay().times().startsAt() != null
                && (session.firstDay().times().startsAt().isAfter(now)
                        || Set.of(Openness.OPEN, Openness.FULL)
                                .contains(session.firstDay().opennessAt(now)));
    }

    private static void requireOpen(EventSession session, Instant now) {
        if (!takes(session, now)) {
            throw new DomainException("event.error.over");
        }
    }
}
