package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.company.CompanyMerged;
import tsunagu.internship.InternshipPublished;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipTarget;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** A student applies for an internship and withdraws. Only ever their own. */
@ApplicationScoped
@Transactional
public class TakePartService {

    private static final int CODE_LENGTH = 10;

    @Inject
    private ParticipationRepository participations;

    @Inject
    private InternshipService internships;

    @Inject
    private ProfileService profiles;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Locks locks;

    @Inject
    private Clock clock;

    @UseCase(anyone = true, changes = false)
    public List<InternshipRun> sessions(String internshipCode) {
        return participations.sessions(internships.target(internshipCode).id()).stream()
                .map(InternshipSession::view)
                .toList();
    }

    /** An own application. @param over it was answered with no, or the run is over for them */
    public record Own(String code, boolean over) {}

    /** The own application that was not withdrawn, if there is one. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Optional<Own> applied(String internshipCode) {
        return participations
                .of(person(), internships.target(internshipCode).id())
                .filter(each -> each.state() != ParticipationState.WITHDRAWN)
                .map(each -> new Own(each.code(), each.state().over()));
    }

    /**
     * @return the application's code
     * @throws DomainException when it is closed, the person applied before, or the run is gone or has moved since it was read
     */
    @UseCase(allow = Role.SEEKER)
    public String apply(String internshipCode, @Valid ParticipationForm form) {
        if (!profiles.standing(person()).allows(ScoutStanding.Act.TAKE_PART, form.atHighSchool())) {
            throw new DomainException(
                    form.atHighSchool() ? "participation.error.highSchool" : "participation.error.minor");
        }
        InternshipTarget internship = internships.target(internshipCode);
        InternshipSession session = participations.sessions(internship.id()).stream()
                .filter(each -> form.session().startsWith(each.id() + "-"))
                .findFirst()
                .orElseThrow(() -> new DomainException("participation.error.moved"));
        locks.share(Locks.Lock.INTERNSHIP_RUN, session.id());
        if (!participations.isPlanned(session.id())
                || !locks.fresh(session).view().seen().equals(form.session())) {
            throw new DomainException("participation.error.moved");
        }
        Optional<Participation> before = participations.of(person(), internship.id());
        Participation participation;
        if (before.isPresent()) {
            participation = before.get();
            if (participation.state() != ParticipationState.WITHDRAWN) {
                throw new DomainException("participation.error.twice");
            }
            participation.apply(internship, session, form, clock.instant());
        } else {
            participation =
                    new Participation(Secrets.name(CODE_LENGTH), internship, session, person(), form, clock.instant());
            participations.add(participation);
        }
        tellCompany(participation, internship, "participation.letter.applied");
        tellPerson(participation, internship, "participation.letter.sent");
        return participation.code();
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<ParticipationView> mine() {
        return participations.ofPerson(person()).stream().map(this::view).toList();
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public ParticipationView participation(String code) {
        return view(own(code));
    }

    @UseCase(allow = Role.SEEKER)
    public void withdraw(String code) {
        Participation participation = own(code);
        if (participation.withdraw(clock.instant())) {
            participations.givePlaceBack(participation.sessionId());
        }
        InternshipTarget internship = internships.target(participation.internshipId());
        tellCompany(participation, internship, "participation.letter.withdrawn");
        tellPerson(participation, internship, "participation.letter.gone");
    }

    /** Every published internship has at least the run it was announced with. */
    void announced(@Observes InternshipPublished published) {
        InternshipTarget internship = published.internship();
        if (participations.sessions(internship.id()).isEmpty()) {
            participations.add(new InternshipSession(
                    internship,
                    1,
                    new SessionPlan(
                            internship.startsOn(),
                            internship.endsOn(),
                            internship.hours(),
                            internship.place(),
                            internship.capacity())));
        }
    }

    void followMerge(@Observes CompanyMerged merge) {
        participations.move(merge.merged().id(), merge.into().id());
    }

    private void tellCompany(Participation participation, InternshipTarget internship, String text) {
        letters.fire(Letter.toCompany(
                participation.companyId(),
                text + " " + participation.code() + " " + clock.instant(),
                text,
                "/company/participants/" + participation.code(),
                internship.title()));
    }

    /** What the person did is confirmed; the copy of it is where the letter leads. */
    private void tellPerson(Participation participation, InternshipTarget internship, String text) {
        letters.fire(Letter.toPerson(
                participation.personId(),
                text + " " + participation.code() + " " + clock.instant(),
                text,
                "/my/internships/" + participation.code(),
                internship.title(),
                internship.company().name()));
    }

    private ParticipationView view(Participation each) {
        return each.view(
                internships.target(each.internshipId()),
                participations.session(each.sessionId()),
                false,
                clock.instant());
    }

    private Participation own(String code) {
        return participations
                .find(code)
                .filter(each -> each.personId() == person())
                .orElseThrow(() -> new NotFoundException("participation " + code));
    }

    private long person() {
        return currentActor.get().personId();
    }
}
