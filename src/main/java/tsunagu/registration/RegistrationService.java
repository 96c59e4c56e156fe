package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.account.PersonRegister;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.GuestRules;
import tsunagu.event.Intake;
import tsunagu.event.SessionView;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seal;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Worded;

/** People ask for a seat at a session, with or without an account. */
@ApplicationScoped
@Transactional
public class RegistrationService {

    /** So that nobody's mailbox can be filled from here. */
    private static final int MOST_BY_MAIL = 5;

    private static final Duration MAIL_WINDOW = Duration.ofHours(1);

    /** How long a guest's seat waits for them to open the letter's link. */
    static final Duration HELD = Duration.ofHours(6);

    /** Of a network's seal: enough to tell networks apart, too little to find one again. */
    private static final int SEAL_KEPT = 12;

    @Inject
    private Locks locks;

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private QuestionService questions;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private PersonRegister names;

    @Inject
    private Seal seal;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A session somebody is about to register for; also one that was called off, for whoever comes by an old address. */
    @UseCase(anyone = true, changes = false)
    public SessionView session(String eventCode, long sessionId) {
        EventSession session = events.session(sessionId);
        return SessionView.asked(
                session.event().cancelled() && session.event().code().equals(eventCode)
                        ? session
                        : published(eventCode, sessionId),
                clock.instant());
    }

    /** How seats are drawn. @throws NotFoundException when they are not */
    @UseCase(anyone = true, changes = false)
    public Lottery lottery(String eventCode, long sessionId) {
        EventSession session = events.session(sessionId).lead();
        if (!session.event().code().equals(eventCode)) {
            throw new NotFoundException("session " + sessionId);
        }
        Lottery lottery = Lottery.of(session, registrations.lots(sessionId));
        if (lottery == null || !session.event().published()) {
            throw new NotFoundException("lottery of session " + sessionId);
        }
        return lottery;
    }

    /** Seats left for each role that has a limit of its own. */
    @UseCase(anyone = true, changes = false)
    public Map<AttendanceRole, Integer> leftByRole(long sessionId) {
        return seats.places(sessionId).leftByRole();
    }

    /** What is asked of whoever registers. */
    @UseCase(anyone = true, changes = false)
    public List<QuestionView> questions(String eventCode, long sessionId) {
        return questions.asked(published(eventCode, sessionId).event().id(), Moment.REGISTRATION);
    }

    /** Registrations that wait for a seat; each is of one or several people. */
    @UseCase(anyone = true, changes = false)
    public long waiting(long sessionId) {
        return registrations.waiting(sessionId);
    }

    /**
     * Takes a seat. A second press of the button finds the first one's ticket.
     *
     * @return the ticket's token
     * @throws DomainException when no seat is left or the session has begun
     */
    @UseCase(allow = Role.SEEKER)
    public String register(String eventCode, long sessionId, SeatRequest request) {
        EventSession session = published(eventCode, sessionId);
        long personId = currentActor.get().personId();
        Optional<Registration> before = registrations.live(sessionId, personId);
        if (before.isPresent()) {
            return before.get().ticketToken();
        }
        GuestRules rules = rules(session);
        if (rules.mostSessions() != null) {
            // What is counted stays true until it is written: of one person one registration after the other.
            seats.hold(sessionId);
            locks.hold(Lock.PERSON, personId);
            if (registrations.sessionsOf(session.event().id(), null, personId) >= rules.mostSessions()) {
                throw new DomainException("event.error.mostSessions", rules.mostSessions());
            }
        }
        Grant grant = grant(session, request);
        return registered(
                new Registration(
                        session.id(), personId, request.role(), registrations.freeCode(sessionId), clock.instant()),
                session,
                request,
                grant);
    }

    /**
     * Somebody without an account registers; the ticket belongs to whoever has its address. With a mail address that address is told by
     * letter only, so that whoever asks learns nothing about it: not whether it is registered here, and no ticket. The seat is held
     * until the link in the letter was opened; then the person is joined to who came before by the same address and name. Staff who
     * register somebody at the counter or on the telephone vouch for them: nothing is to be proven, and no address is needed.
     *
     * @return the ticket's token for staff, and where the event asks for no address and none was given; otherwise empty
     * @throws DomainException when no seat is left, or the session has begun
     */
    @UseCase(anyone = true)
    public Optional<String> registerGuest(
            String eventCode, long sessionId, @Valid GuestForm form, SeatRequest request, Origin origin) {
        EventSession session = published(eventCode, sessionId);
        GuestRules rules = rules(session);
        boolean vouched = currentActor.get().isSystem() || currentActor.get().hasAny(Set.of(Role.STAFF));
        boolean nameless = form.email().isBlank();
        if (nameless && rules.proof() && !vouched) {
            throw new DomainException("web.error.mailAddress");
        }
        String email = nameless ? null : MailAddress.checked(form.email());
        Optional<Registration> before = nameless ? Optional.empty() : registrations.ofGuest(sessionId, email);
        // Whoever is registered is asked the same as everybody: an answer of their own would tell that they are.
        Grant grant = grant(session, request);
        if (before.isPresent() || !nameless && !mayRegister(session, rules, email)) {
            if (grant == Grant.SEAT) {
                seats.giveBack(sessionId, request.companions().seats());
            }
            before.ifPresent(each -> letters.again(each, names.ofPerson(each.personId())));
            return Optional.empty();
        }
        Instant now = clock.instant();
        long person = names.newPerson(form.name().strip(), form.reading().strip(), now);
        Registration registration = new Registration(
                        session.id(), person, request.role(), registrations.freeCode(sessionId), now)
                .byGuest(email)
                .from(
                        seal.of("origin", origin.network()).substring(0, SEAL_KEPT),
                        origin.secondsOpen(),
                        origin.language());
        if (rules.proof() && !vouched) {
            registration.toBeProven(now.plus(HELD));
        }
        String token = registered(registration, session, request, grant);
        return nameless || vouched ? Optional.of(token) : Optional.empty();
    }

    /** One address gets so many letters an hour, and so many sessions of an event as its organiser says. */
    private boolean mayRegister(EventSession session, GuestRules rules, String email) {
        // Of one address one registration after the other, so that each counts those before it.
        locks.hold(Lock.MAIL_ADDRESS, Secrets.digest(email));
        return registrations.byMailSince(email, clock.instant().minus(MAIL_WINDOW)) < MOST_BY_MAIL
                && (rules.mostSessions() == null
                        || registrations.sessionsOf(session.event().id(), email, null) < rules.mostSessions());
    }

    private GuestRules rules(EventSession session) {
        return events.rules(session.event().id());
    }

    /** What an organiser asks of people who register. */
    @UseCase(anyone = true, changes = false)
    public GuestRules rules(String eventCode) {
        return events.rules(events.get(eventCode).id());
    }

    /** What somebody gets who asks for a seat. */
    private enum Grant {
        SEAT,
        LINE,
        /** Staff or a lottery decide. */
        LATER
    }

    /** Before anything else is written, so that who is refused costs little. */
    private Grant grant(EventSession session, SeatRequest request) {
        requireRole(request.role());
        requireRoles(request.companions());
        request.visit().reachable();
        GuestRules rules = rules(session);
        requireAudience(rules, session, request.role(), request.companions());
        Integer most = rules.mostSeats();
        if (most != null && request.companions().seats() > most) {
            throw new DomainException("event.error.mostSeats", most);
        }
        Instant now = clock.instant();
        Intake intake = session.intake();
        switch (SessionView.asked(session, now).openness()) {
            case OVER, CLOSED, ENDED -> throw new DomainException("event.error.over");
            case NOT_YET -> throw new DomainException("event.error.notYetOpen");
            case OPEN, FULL -> {}
        }
        if (!intake.firstCome()) {
            seats.hold(session.id());
            return Grant.LATER;
        }
        if (!intake.limits().isEmpty() || session.event().course()) {
            seats.hold(session.id());
        }
        if (seat(session, request, now)) {
            return Grant.SEAT;
        }
        if (!request.line()) {
            // Without the lock, because it only explains: a seat that was given back since then is found by the next
            // press.
            throw seats.places(session.id())
                    .refusal(SeatNeed.NONE, need(request))
                    .orElseGet(() -> new DomainException("event.error.full"));
        }
        // Whoever frees a seat at this moment must see us in the line, or we the seat.
        seats.hold(session.id());
        if (seat(session, request, now)) {
            return Grant.SEAT;
        }
        seats.places(session.id()).never(need(request)).ifPresent(never -> {
            throw never;
        });
        return Grant.LINE;
    }

    private boolean seat(EventSession session, SeatRequest request, Instant now) {
        return (session.intake().limits().isEmpty() && !session.event().course()
                        || seats.places(session.id())
                                .refusal(SeatNeed.NONE, need(request))
                                .isEmpty())
                && seats.take(session, request.companions().seats(), now);
    }

    private static SeatNeed need(SeatRequest request) {
        return SeatNeed.of(request.role(), request.companions());
    }

    private String registered(Registration registration, EventSession session, SeatRequest request, Grant grant) {
        registration.with(request.companions()).bringing(request.visit());
        switch (grant) {
            case SEAT -> {
                registrations.add(registration);
                if (registration.unproven()) {
                    letters.tell(
                            registration, "event.letter.prove", RegistrationLetters.moment(registration.proofUntil()));
                } else {
                    letters.tellSeat(registration, "event.letter.registered");
                }
            }
            case LINE -> {
                registrations.add(registration.inLine());
                if (registration.unproven()) {
                    letters.tell(
                            registration,
                            "event.letter.proveLine",
                            RegistrationLetters.moment(registration.proofUntil()));
                } else {
                    letters.tell(registration, "event.letter.waiting");
                }
            }
            case LATER -> {
                boolean drawn = session.intake().lottery();
                Integer lot = drawn ? Integer.valueOf(registrations.lots(registration.sessionId()) + 1) : null;
                registrations.add(registration.applied(lot));
                if (registration.unproven()) {
                    letters.tell(
                            registration,
                            "event.letter.proveLater",
                            RegistrationLetters.moment(registration.proofUntil()));
                } else if (drawn) {
                    letters.tell(registration, "event.letter.lot", lot);
                } else {
                    letters.tell(registration, "event.letter.applied");
                }
            }
        }
        registrations.name(registration, request.names());
        questions.answer(
                session.event().id(),
                Moment.REGISTRATION,
                registration.id(),
                request.role().name(),
                request.answers());
        return registration.ticketToken();
    }

    /**
     * Where an event is for its audience only, somebody else registers with one of the audience: a teacher with the pupils, a mother with
     * their son.
     *
     * @throws DomainException when nobody of them is of the audience
     */
    static void requireAudience(GuestRules rules, EventSession session, AttendanceRole role, Companions companions) {
        boolean together = companions.roles().stream().anyMatch(each -> audience(session, each));
        if (rules.audienceOnly() && !audience(session, role) && !together) {
            throw new DomainException("event.error.notAudience", Worded.by("event.role." + role));
        }
    }

    /** Of one of the days at least: the whole course is for them then. */
    private static boolean audience(EventSession session, AttendanceRole role) {
        return session.days().stream().anyMatch(each -> each.audience(role));
    }

    private static void requireRole(AttendanceRole role) {
        if (role == null || !AttendanceRole.forRegistration().contains(role)) {
            throw new DomainException("event.error.roleMissing");
        }
    }

    /** Whoever comes along is of a kind that people register as, and not of the city's or an exhibitor's. */
    static void requireRoles(Companions companions) {
        if (!AttendanceRole.forRegistration().containsAll(companions.roles())) {
            throw new DomainException("event.error.companionRole");
        }
    }

    private EventSession published(String eventCode, long sessionId) {
        EventSession session = events.session(sessionId);
        if (!session.event().published() || !session.event().code().equals(eventCode)) {
            throw new NotFoundException("session " + sessionId);
        }
        return session.lead();
    }
}
