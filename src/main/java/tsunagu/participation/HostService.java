package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.MembershipService;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipTarget;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** A company plans the runs of its internships, chooses who comes, and records who came. Only ever its own. */
@ApplicationScoped
@Transactional
public class HostService implements CompanyWork {

    private static final String ACCEPTED = "participation.letter.accepted";

    private static final String MOVED = "participation.letter.moved";

    private static final String DECLINED = "participation.letter.declined";

    /** Runs of one internship. */
    static final int MOST_SESSIONS = 20;

    @Inject
    private Viewings viewings;

    @Inject
    private ParticipationRepository participations;

    @Inject
    private InternshipService internships;

    @Inject
    private MembershipService memberships;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Event<Letter.TakenBack> mistakes;

    @Inject
    private Locks locks;

    @Inject
    private Clock clock;

    /** An internship of the company's own with its runs. */
    public record Runs(InternshipTarget internship, List<PlannedRun> sessions) {

        /** One is always left: the announcement promises it. */
        public boolean removable(PlannedRun run) {
            return sessions.size() > 1 && run.applied() == 0;
        }
    }

    /**
     * A run as its company sees it.
     *
     * @param applied whose application is for it, whatever became of it
     * @param told who would be written to when it changes: who waits for an answer or comes
     */
    public record PlannedRun(InternshipRun run, long applied, long told) {}

    @UseCase(allow = Role.COMPANY, changes = false)
    public Runs runs(String internshipCode) {
        InternshipTarget internship = ownInternship(internshipCode);
        return new Runs(
                internship,
                participations.sessions(internship.id()).stream()
                        .map(this::planned)
                        .toList());
    }

    /** Plans one run more. */
    @UseCase(allow = Role.COMPANY)
    public void add(String internshipCode, SessionPlan plan) {
        InternshipTarget internship = ownInternship(internshipCode);
        List<InternshipSession> before = participations.sessions(internship.id());
        if (before.size() >= MOST_SESSIONS) {
            throw new DomainException("participation.error.sessions", MOST_SESSIONS);
        }
        int last = before.stream().mapToInt(InternshipSession::number).max().orElse(0);
        participations.add(new InternshipSession(internship, last + 1, plan.within(internship)));
    }

    /**
     * Plans a run anew. Who waits for an answer or comes is told when the days, the hours or the place change.
     *
     * @param seenVersion of the run as it was looked at
     * @throws ConflictException when somebody else planned or removed it since
     */
    @UseCase(allow = Role.COMPANY)
    public void plan(String internshipCode, long run, int seenVersion, SessionPlan plan) {
        InternshipTarget internship = ownInternship(internshipCode);
        InternshipSession session = held(internship, run, seenVersion);
        SessionPlan whole = plan.within(internship);
        // Who was there already is not told that it moved.
        boolean tell = !session.endsOn().isBefore(today()) && session.differsForGuests(whole);
        session.plan(internship, whole);
        if (tell) {
            guests(participations.inRun(session.id()))
                    .forEach(each -> letters.fire(toPerson(each, MOVED, clock.instant())));
        }
    }

    /**
     * Removes a run that no application is for.
     *
     * @param seenVersion of the run as it was looked at
     * @throws ConflictException when somebody else planned it since
     * @throws DomainException when somebody applied for it, or it is the only one
     */
    @UseCase(allow = Role.COMPANY)
    public void remove(String internshipCode, long run, int seenVersion) {
        InternshipTarget internship = ownInternship(internshipCode);
        InternshipSession session = held(internship, run, seenVersion);
        if (!participations.inRun(session.id()).isEmpty()) {
            throw new DomainException("participation.error.applied");
        }
        if (participations.sessions(internship.id()).size() == 1) {
            throw new DomainException("participation.error.onlyRun");
        }
        participations.remove(session);
    }

    private PlannedRun planned(InternshipSession session) {
        List<Participation> all = participations.inRun(session.id());
        return new PlannedRun(
                session.view(),
                all.size(),
                session.endsOn().isBefore(today()) ? 0 : guests(all).size());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private static List<Participation> guests(List<Participation> all) {
        return all.stream()
                .filter(each ->
                        each.state() == ParticipationState.APPLIED || each.state() == ParticipationState.ACCEPTED)
                .toList();
    }

    private InternshipSession held(InternshipTarget internship, long run, int seenVersion) {
        long[] all = participations.sessions(internship.id()).stream()
                .mapToLong(InternshipSession::id)
                .toArray();
        locks.hold(Locks.Lock.INTERNSHIP_RUN, all);
        InternshipSession session = participations.sessions(internship.id()).stream()
                .filter(each -> each.id() == run)
                .findFirst()
                .map(locks::fresh)
                .orElseThrow(ConflictException::new);
        if (session.version() != seenVersion) {
            throw new ConflictException();
        }
        return session;
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public ParticipationView participation(String code) {
        Participation own = own(code);
        viewings.opened(Viewing.What.PARTICIPATION, code, List.of(own.personId()));
        return view(own);
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        return Step.of(
                Urgency.SOMEBODY_WAITS,
                "participation.work",
                participations.ofCompany(company()).stream()
                        .filter(each -> each.state() == ParticipationState.APPLIED)
                        .map(Participation::appliedAt)
                        .toList(),
                "/company/participants");
    }

    /** @throws DomainException when no place is left */
    @UseCase(allow = Role.COMPANY)
    public void accept(String code, int seenVersion) {
        Participation participation = seen(code, seenVersion);
        participation.accept(clock.instant());
        if (!participations.takePlace(participation.sessionId())) {
            throw new DomainException("participation.error.full");
        }
        letters.fire(toPerson(participation, ACCEPTED).resting());
    }

    @UseCase(allow = Role.COMPANY)
    public void decline(String code, int seenVersion) {
        Participation participation = seen(code, seenVersion);
        participation.decline(clock.instant());
        letters.fire(toPerson(participation, DECLINED).resting());
    }

    /**
     * Takes the answer back, which was a mistake: the person waits for one again. Whom no letter has told of it yet is told nothing.
     *
     * @throws DomainException when somebody has acted on it, the run has begun, or it is too long ago
     */
    @UseCase(allow = Role.COMPANY)
    public void putRight(String code, int seenVersion) {
        Participation participation = seen(code, seenVersion);
        String mistake =
                once(participation, participation.state() == ParticipationState.ACCEPTED ? ACCEPTED : DECLINED);
        if (participation.putRight(participations.session(participation.sessionId()), clock.instant())) {
            participations.givePlaceBack(participation.sessionId());
        }
        mistakes.fire(new Letter.TakenBack(mistake, toPerson(participation, "participation.letter.putRight")));
    }

    /** @param days at which the person was there; 0 when they did not come */
    @UseCase(allow = Role.COMPANY)
    public void record(String code, int seenVersion, Integer days) {
        Participation participation = seen(code, seenVersion);
        participation.record(participations.session(participation.sessionId()), days, clock.instant());
    }

    private Letter toPerson(Participation participation, String text) {
        return toPerson(participation, text, participation.movedAt());
    }

    /** @param since what it tells of: one such change, one letter */
    private Letter toPerson(Participation participation, String text, Instant since) {
        InternshipTarget internship = internships.target(participation.internshipId());
        return Letter.toPerson(
                participation.personId(),
                once(participation, text, since),
                text,
                "/my/internships/" + participation.code(),
                internship.title(),
                internship.company().name());
    }

    /** One answer, one letter. */
    private static String once(Participation participation, String text) {
        return once(participation, text, participation.movedAt());
    }

    private static String once(Participation participation, String text, Instant since) {
        return text + " " + participation.code() + " " + since.getEpochSecond();
    }

    private ParticipationView view(Participation each) {
        return each.view(
                internships.target(each.internshipId()),
                participations.session(each.sessionId()),
                true,
                clock.instant());
    }

    private Participation seen(String code, int version) {
        Participation participation = own(code);
        if (participation.version() != version) {
            throw new ConflictException();
        }
        return participation;
    }

    private Participation own(String code) {
        return participations
                .find(code)
                .filter(each -> each.companyId() == company())
                .orElseThrow(() -> new NotFoundException("participation " + code));
    }

    private InternshipTarget ownInternship(String code) {
        return internships.targetOf(company(), code);
    }

    private long company() {
        return memberships.own().company().id();
    }
}
