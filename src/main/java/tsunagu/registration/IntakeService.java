package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.Intake;
import tsunagu.event.SessionView;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** What staff do with those who asked for a seat: see them, say yes or no, draw. */
@ApplicationScoped
@Transactional
public class IntakeService {

    private static final int LONGEST_WHY = 500;

    @Inject
    private Viewings viewings;

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RosterRepository rosters;

    @Inject
    private SeatCounter seats;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    /** お知らせ as staff write it. */
    public record Notice(
            @NotBlank(message = "event.error.noticeSubject") @Size(max = 60, message = "event.error.noticeSubject")
                    String subject,
            @NotBlank(message = "event.error.noticeWords") @Size(max = 2000, message = "event.error.noticeWords")
                    String words,
            boolean waitingToo) {}

    @UseCase(allow = Role.STAFF, changes = false)
    public Roster roster(long sessionId) {
        viewings.opened(Viewing.What.ROSTER, sessionId, Roster.PERSONS);
        return read(sessionId);
    }

    /** What stands above the list, which is {@link RosterList}. */
    @UseCase(allow = Role.STAFF, changes = false)
    public RosterHead rosterHead(long sessionId) {
        EventSession session = events.session(sessionId);
        Map<String, Long> counts = rosters.counts(sessionId);
        Roster.Row first = null;
        if (counts.containsKey("WAITING")) {
            Registration waits =
                    registrations.byId(rosters.firstInLine(sessionId)).orElseThrow();
            viewings.opened(Viewing.What.ROSTER, sessionId, List.of(waits.personId()));
            first = rosters.row(sessionId, waits.id());
        }
        return new RosterHead(
                SessionView.day(session, clock.instant()),
                Lottery.of(session.lead(), registrations.lots(sessionId)),
                seats.places(sessionId).leftByRole(),
                counts,
                first);
    }

    private Roster read(long sessionId) {
        EventSession session = events.session(sessionId);
        return new Roster(
                SessionView.day(session, clock.instant()),
                Lottery.of(session.lead(), registrations.lots(sessionId)),
                seats.places(sessionId).leftByRole(),
                rosters.rows(sessionId),
                rosters.walkIns(sessionId));
    }

    /**
     * The same to be taken away as a file: names and addresses of everybody.
     *
     * @param why goes into the log of who read what
     * @throws DomainException when nobody said why
     */
    @UseCase(allow = Role.STAFF, changes = false, fresh = true)
    public Roster rosterToTake(long sessionId, String why) {
        viewings.taken(Viewing.What.ROSTER_FILE, sessionId, Roster.PERSONS, why);
        return read(sessionId);
    }

    /** What a badge's code holds. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String ticket(long registrationId) {
        return registrations
                .byId(registrationId)
                .map(Registration::ticketToken)
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
    }

    /**
     * Gives a seat.
     *
     * @throws DomainException when it was decided before, or no seat is left
     * @throws tsunagu.shared.ConflictException when it is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void approve(long sessionId, long registrationId, int seenVersion) {
        Registration registration = undecided(sessionId, registrationId, seenVersion);
        EventSession session = events.session(sessionId);
        if (!seated(session, registration)) {
            throw new DomainException("event.error.noSeatToGive");
        }
        registration.admit();
        letters.tellSeat(registration, "event.letter.approved");
    }

    /**
     * @param why as the person will read it; "" for none
     * @throws DomainException when it was decided before, or why is too long
     * @throws tsunagu.shared.ConflictException when it is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void refuse(long sessionId, long registrationId, int seenVersion, String why) {
        boolean said = why != null && !why.isBlank();
        String words = said ? GivenReason.of(why, LONGEST_WHY, "event.error.refuseWhy") : "";
        Registration registration = undecided(sessionId, registrationId, seenVersion);
        registration.refuse();
        if (!said) {
            letters.tell(registration, "event.letter.refused");
        } else {
            reason.because(words);
            letters.tell(registration, "event.letter.refusedWhy", words);
        }
    }

    /**
     * A letter as people will read it, before it goes.
     *
     * @param people who are written to
     * @param unreachable of them, who gave no address: they have to be told otherwise
     * @param stamp of what was seen: other words, or other people, change it
     */
    public record NoticeSeen(int people, int unreachable, String subject, String words, String stamp) {}

    /** @throws DomainException when there is nobody to write to */
    @UseCase(allow = Role.STAFF, changes = false)
    public NoticeSeen preview(long sessionId, @Valid Notice notice) {
        List<Registration> people = addressees(sessionId, notice);
        RegistrationLetters.Written written = letters.notice(
                people.get(0), notice.subject().strip(), notice.words().strip());
        return new NoticeSeen(
                people.size(),
                (int) people.stream()
                        .filter(each -> each.guest() && each.guestEmail() == null)
                        .count(),
                written.subject(),
                written.words(),
                stamp(people, notice));
    }

    private static String stamp(List<Registration> people, Notice notice) {
        return Secrets.digest(notice.subject().strip() + "\n" + notice.words().strip() + "\n"
                + people.stream().map(each -> each.id().toString()).collect(Collectors.joining(" ")));
    }

    /**
     * A letter from the organiser to everybody who has a seat, or waits for one where {@code waitingToo}. The same words to the same
     * people are sent once, however often the button is pressed.
     *
     * @param seen stamp of what was looked at before ({@link #preview})
     * @return people who are written to
     * @throws DomainException when the words, or the people, are others by now
     */
    @UseCase(allow = Role.STAFF)
    public int write(long sessionId, @Valid Notice notice, String seen) {
        List<Registration> people = addressees(sessionId, notice);
        if (!stamp(people, notice).equals(seen)) {
            throw new DomainException("event.error.noticeOther");
        }
        people.forEach(each -> letters.tellNotice(
                each, notice.subject().strip(), notice.words().strip()));
        return people.size();
    }

    private List<Registration> addressees(long sessionId, Notice notice) {
        List<Registration> people = notice.waitingToo()
                ? registrations.ofSession(
                        sessionId,
                        Registration.State.CONFIRMED,
                        Registration.State.OFFERED,
                        Registration.State.WAITING,
                        Registration.State.APPLIED)
                : registrations.ofSession(sessionId, Registration.State.CONFIRMED);
        if (people.isEmpty()) {
            throw new DomainException("event.error.nobodyToWriteTo");
        }
        return people;
    }

    /**
     * Draws: in the order of {@link Lottery} everybody gets a seat for whom there is one; who does not fit stands in the line, in
     * the same order. The secret number becomes public.
     *
     * @return who got a seat
     * @throws DomainException before the end of the intake, or when it was drawn before
     */
    @UseCase(allow = Role.STAFF)
    public int draw(long sessionId) {
        seats.hold(sessionId);
        EventSession session = events.fresh(events.session(sessionId).lead().id());
        session.draw(clock.instant());
        Map<Integer, Registration> byLot = registrations.ofSession(sessionId, Registration.State.APPLIED).stream()
                .collect(Collectors.toMap(Registration::lot, Function.identity()));
        int seated = 0;
        int taken = 0;
        int line = 0;
        // Held since before it was read, nobody else changes it: it is asked once, and not for each number.
        FreePlaces left = seats.places(sessionId);
        List<Lottery.Place> order = Lottery.order(session.lotterySeed(), registrations.lots(sessionId));
        for (Lottery.Place place : order) {
            Registration registration = byLot.get(place.lot());
            if (registration == null || registration.unproven()) {
                continue; // withdrawn before the draw, or never confirmed
            }
            SeatNeed need = SeatNeed.of(registration);
            if (left.has(need)) {
                left = left.without(need);
                registration.admit();
                seated++;
                taken += need.seats();
                letters.tellSeat(registration, "event.letter.drawn");
            } else {
                line++;
                registration.drawnToLine(line);
                letters.tell(registration, "event.letter.notDrawn", line);
            }
        }
        if (taken > 0 && !seats.takeForLine(sessionId, taken)) {
            throw new IllegalStateException("more was drawn than there is: session " + sessionId);
        }
        return seated;
    }

    private boolean seated(EventSession session, Registration registration) {
        SeatNeed need = SeatNeed.of(registration);
        return seats.places(session.id()).has(need) && seats.takeForLine(session.id(), need.seats());
    }

    private Registration undecided(long sessionId, long registrationId, int seenVersion) {
        Registration registration = registrations
                .byId(registrationId)
                .filter(each -> each.sessionId().longValue()
                        == events.session(sessionId).lead().id())
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
        registrations.lockWithSeat(registration);
        registration.seen(seenVersion);
        if (events.session(sessionId).intake().mode() != Intake.Mode.APPROVAL) {
            throw new DomainException("event.error.decided");
        }
        return registration;
    }
}
