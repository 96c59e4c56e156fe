package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.MembershipService;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.ScoutStanding;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Upload;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** A company receives applications, answers, moves them on, and reports a hire. Only ever its own. */
@ApplicationScoped
@Transactional
public class ReceiveService implements CompanyWork {

    private static final String MOVED = "application.letter.moved";

    private static final String HIRED = "application.letter.hired";

    @Inject
    private Viewings viewings;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ProfileService profiles;

    @Inject
    private ApplicationViews views;

    @Inject
    private MembershipService memberships;

    @Inject
    private PostingService postings;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Event<Letter.TakenBack> mistakes;

    @Inject
    private Clock clock;

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        return Step.of(
                Urgency.SOMEBODY_WAITS,
                "application.work",
                applications.waitingFor(company()),
                "/company/applications");
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public ApplicationView application(String code) {
        JobApplication application = own(code);
        viewings.opened(Viewing.What.APPLICATION, code, List.of(application.personId()));
        return views.forCompany(application);
    }

    @UseCase(allow = Role.COMPANY)
    public void read(String code) {
        applications.messages(own(code).id()).forEach(message -> message.readBy(true, clock.instant()));
    }

    @UseCase(allow = Role.COMPANY)
    public void write(String code, String words) {
        JobApplication application = own(code);
        if (!profiles.standing(application.personId()).mayStart(ScoutStanding.Act.APPLY)) {
            throw new DomainException("application.error.protected");
        }
        ApplicationMessage message = new ApplicationMessage(application.id(), true, words, clock.instant());
        applications.add(message);
        letters.fire(toPerson(application, "application.letter.answer", "message " + message.id()));
    }

    @UseCase(allow = Role.COMPANY)
    public void move(String code, int seenVersion, ApplicationState next) {
        JobApplication application = seen(code, seenVersion);
        application.move(next, clock.instant());
        applications.add(new ApplicationStep(application, true, clock.instant()));
        letters.fire(toPerson(application, MOVED, step(application)).resting());
    }

    /**
     * Takes the last step back, which was a mistake. Whom no letter has told of it yet is told nothing.
     *
     * @throws DomainException when somebody has acted on it, or it is too long ago
     */
    @UseCase(allow = Role.COMPANY)
    public void putRight(String code, int seenVersion) {
        JobApplication application = seen(code, seenVersion);
        ApplicationState before = views.view(application).before(clock.instant());
        if (before == null) {
            throw new DomainException("application.error.putRight");
        }
        String mistake = application.state() == ApplicationState.HIRED
                ? notHiredAfterAll(application)
                : MOVED + " " + step(application);
        application.putRight(before, clock.instant());
        applications.add(new ApplicationStep(application, true, clock.instant()));
        mistakes.fire(new Letter.TakenBack(
                mistake,
                toPerson(application, "application.letter.putRight", application.code() + " " + clock.instant())));
    }

    /**
     * Another first day of work than was recorded, as long as the person has not said that it is true; the person is asked anew.
     *
     * @throws DomainException when it counts already, or is no day near today
     */
    @UseCase(allow = Role.COMPANY)
    public void correctHire(String code, int seenVersion, LocalDate firstDay, boolean inCity) {
        requireNear(firstDay);
        JobApplication application = seen(code, seenVersion);
        Placement placement = applications
                .placement(application.id())
                .orElseThrow(() -> new NotFoundException("placement of " + code));
        if (placement.counts()) {
            throw new DomainException("application.error.putRight");
        }
        String mistake = hired(placement);
        placement.said(firstDay, inCity, clock.instant());
        Letter asked = toPerson(application, HIRED, asked(placement)).resting();
        mistakes.fire(new Letter.TakenBack(mistake, asked));
        // Where the first letter had not left, it is the second that asks.
        letters.fire(asked);
    }

    /** The placement is as if it had not been said. @return what told of it */
    private String notHiredAfterAll(JobApplication application) {
        Placement placement = applications
                .placement(application.id())
                .orElseThrow(() -> new DomainException("application.error.putRight"));
        applications.remove(placement);
        return hired(placement);
    }

    /** Names the letter about a step: one step, one letter. */
    private static String step(JobApplication application) {
        return application.code() + " " + application.state() + " "
                + application.movedAt().getEpochSecond();
    }

    private static String asked(Placement placement) {
        return placement.applicationId() + " " + placement.view().hiredOn() + " "
                + placement.companySaidAt().getEpochSecond();
    }

    private static String hired(Placement placement) {
        return HIRED + " " + asked(placement);
    }

    private void requireNear(LocalDate firstDay) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        if (firstDay == null || firstDay.isBefore(today.minusYears(1)) || firstDay.isAfter(today.plusYears(2))) {
            throw new DomainException("application.error.hiredOn");
        }
    }

    /**
     * 採用: with the first day of work. It counts when the person has said so, too.
     *
     * @param inCity whether the place of work is in the municipality
     */
    @UseCase(allow = Role.COMPANY)
    public void hire(String code, int seenVersion, LocalDate firstDay, boolean inCity) {
        requireNear(firstDay);
        JobApplication application = seen(code, seenVersion);
        application.hire(clock.instant());
        Placement placement = applications.placement(application.id()).orElse(null);
        if (placement == null) {
            placement = new Placement(application, firstDay, inCity, clock.instant());
            applications.add(placement);
        } else {
            placement.said(firstDay, inCity, clock.instant());
        }
        applications.add(new ApplicationStep(application, true, clock.instant()));
        letters.fire(toPerson(application, HIRED, asked(placement)).resting());
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Upload file(String code) {
        StoredFile file = applications.file(code);
        JobApplication application = applications.byId(file.applicationId());
        if (application.companyId() != company() || application.takenBack()) {
            throw new NotFoundException("file " + code);
        }
        viewings.opened(Viewing.What.APPLICATION_FILE, code, List.of(application.personId()));
        return file.upload();
    }

    private Letter toPerson(JobApplication application, String text, String about) {
        ApplyTarget posting = postings.appliedTo(application.postingId());
        return Letter.toPerson(
                application.personId(),
                text + " " + about,
                text,
                "/my/applications/" + application.code(),
                posting.title(),
                posting.company().name());
    }

    private JobApplication seen(String code, int version) {
        JobApplication application = own(code);
        if (application.version() != version) {
            throw new ConflictException();
        }
        return application;
    }

    private JobApplication own(String code) {
        JobApplication application = applications.get(code);
        if (application.companyId() != company()) {
            throw new NotFoundException("application " + code);
        }
        return application;
    }

    private long company() {
        return memberships.own().company().id();
    }
}
