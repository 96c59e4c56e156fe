package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.Upload;
import tsunagu.shared.UseCase;

/** A seeker applies, writes, hands files over, withdraws, and says whether the hire is true. Only ever their own. */
@ApplicationScoped
@Transactional
public class ApplyService {

    static final int MOST_FILES = 3;

    private static final int CODE_LENGTH = 10;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ApplicationViews views;

    @Inject
    private PostingService postings;

    @Inject
    private ProfileService profiles;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** An own application. @param over answered for good, or withdrawn */
    public record Own(String code, boolean over) {}

    /** The own application to this posting, if there is one. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Optional<Own> own(ApplyTarget posting) {
        return applications
                .of(person(), posting.postingId())
                .map(each -> new Own(each.code(), each.state().over()));
    }

    /**
     * Hands the form to the company.
     *
     * @return the application's code
     * @throws DomainException when the person is protected (under 18 or at school), or the posting is closed, has a form
     *     elsewhere, was applied to before, or is not in the edition any more that the person read
     */
    @UseCase(allow = Role.SEEKER)
    public String apply(String postingCode, @Valid ApplyForm form) {
        ApplyTarget target = postings.target(postingCode);
        if (!profiles.standing(person()).allows(ScoutStanding.Act.APPLY, form.atHighSchool())) {
            throw new DomainException(form.atHighSchool() ? "application.error.highSchool" : "application.error.minor");
        }
        if (!target.applyUrl().isEmpty()) {
            throw new DomainException("application.error.elsewhere");
        }
        if (applications.of(person(), target.postingId()).isPresent()) {
            throw new DomainException("application.error.twice");
        }
        if (form.edition() != target.edition()
                || form.answers().size() != target.questions().size()) {
            throw new DomainException("application.error.edition");
        }
        JobApplication application =
                new JobApplication(Secrets.name(CODE_LENGTH), target, person(), form, clock.instant());
        applications.add(application);
        applications.add(new ApplicationStep(application, false, clock.instant()));
        tellCompany(application, "application.letter.received", application.code());
        tellPerson(application, target, "application.letter.sent");
        return application.code();
    }

    /** What became of one's own, by the posting's code. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Map<String, ApplicationState> states() {
        return applications.statesOfPerson(person());
    }

    /** The newest first. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<ApplicationView.Line> mine() {
        return applications.ofPerson(person()).stream()
                .map(each -> views.line(each, false))
                .toList();
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public ApplicationView application(String code) {
        return views.view(own(code));
    }

    /** What the company wrote counts as read once the page was opened. */
    @UseCase(allow = Role.SEEKER)
    public void read(String code) {
        applications.messages(own(code).id()).forEach(message -> message.readBy(false, clock.instant()));
    }

    @UseCase(allow = Role.SEEKER)
    public void write(String code, String words) {
        JobApplication application = own(code);
        ApplicationMessage message = new ApplicationMessage(application.id(), false, words, clock.instant());
        applications.add(message);
        tellCompany(application, "application.letter.message", "message " + message.id());
    }

    @UseCase(allow = Role.SEEKER)
    public void withdraw(String code) {
        JobApplication application = own(code);
        application.withdraw(clock.instant());
        applications.add(new ApplicationStep(application, false, clock.instant()));
        tellCompany(application, "application.letter.withdrawn", application.code());
        tellPerson(application, postings.appliedTo(application.postingId()), "application.letter.gone");
    }

    /**
     * Asked before a file is read.
     *
     * @throws DomainException when there are three already, or the application is over
     */
    @UseCase(allow = Role.SEEKER, changes = false)
    public void expectFile(String code) {
        checkRoom(own(code));
    }

    /** @throws DomainException when there are three already, or the application is over */
    @UseCase(allow = Role.SEEKER)
    public void addFile(String code, Upload upload) {
        JobApplication application = own(code);
        applications.hold(application);
        checkRoom(application);
        applications.add(new StoredFile(application.id(), Secrets.token(), upload, clock.instant()));
    }

    /** A wrong file, or an older one. What the company has kept of it already is with the company. */
    @UseCase(allow = Role.SEEKER)
    public void removeFile(String code, String fileCode) {
        JobApplication application = own(code);
        applications.hold(application);
        if (application.state().over()) {
            throw new DomainException("application.error.over");
        }
        StoredFile file = applications.file(fileCode);
        if (file.applicationId() != application.id()) {
            throw new NotFoundException("file " + fileCode);
        }
        applications.remove(file);
    }

    private void checkRoom(JobApplication application) {
        if (application.state().over()) {
            throw new DomainException("application.error.over");
        }
        if (applications.files(application.id()).size() >= MOST_FILES) {
            throw new DomainException("application.error.files", MOST_FILES);
        }
    }

    /** The own file back. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Upload file(String code) {
        StoredFile file = applications.file(code);
        if (applications.byId(file.applicationId()).personId() != person()) {
            throw new NotFoundException("file " + code);
        }
        return file.upload();
    }

    /** 就職決定: the person says that it is true, and how they came to the company. */
    @UseCase(allow = Role.SEEKER)
    public void confirmHire(String code, PlacementRoute route) {
        if (route == null) {
            throw new DomainException("application.error.route");
        }
        placement(code).confirmed(route, clock.instant());
    }

    @UseCase(allow = Role.SEEKER)
    public void denyHire(String code) {
        Placement placement = placement(code);
        if (placement.counts()) {
            throw new DomainException("application.error.over");
        }
        JobApplication application = own(code);
        placement.denied(clock.instant());
        application.notHired(clock.instant());
        applications.add(new ApplicationStep(application, false, clock.instant()));
    }

    /** Mail is no letter-box with a lock: it says that something came and leads here; who and what is read here. */
    private void tellCompany(JobApplication application, String text, String about) {
        letters.fire(Letter.toCompany(
                application.companyId(),
                text + " " + about,
                text,
                "/company/applications/" + application.code(),
                postings.appliedTo(application.postingId()).title()));
    }

    /** What the person did is confirmed; the copy of it is where the letter leads. */
    private void tellPerson(JobApplication application, ApplyTarget posting, String text) {
        letters.fire(Letter.toPerson(
                application.personId(),
                text + " " + application.code(),
                text,
                "/my/applications/" + application.code(),
                posting.title(),
                posting.company().name()));
    }

    private Placement placement(String code) {
        return applications.placement(own(code).id()).orElseThrow(() -> new NotFoundException("placement of " + code));
    }

    private JobApplication own(String code) {
        JobApplication application = applications.get(code);
        if (application.personId() != person()) {
            throw new NotFoundException("application " + code);
        }
        return application;
    }

    private long person() {
        return currentActor.get().personId();
    }
}
