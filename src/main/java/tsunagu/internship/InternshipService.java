package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import tsunagu.audit.ChangeReason;
import tsunagu.company.CompanyChanged;
import tsunagu.company.CompanyLeft;
import tsunagu.company.CompanyMerged;
import tsunagu.company.CompanyService;
import tsunagu.company.MembershipService;
import tsunagu.review.Published;
import tsunagu.review.TakeDown;
import tsunagu.search.SearchIndex;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What is done with internships. */
@ApplicationScoped
@Transactional
public class InternshipService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private InternshipRepository internships;

    @Inject
    private InternshipSubmissions submissions;

    @Inject
    private CompanyService companies;

    @Inject
    private MembershipService memberships;

    @Inject
    private SearchIndex index;

    @Inject
    private InternshipViews views;

    @Inject
    private Event<Letter> letters;

    @Inject
    private ChangeReason reason;

    @Inject
    private Event<InternshipPublished> published;

    @Inject
    private Clock clock;

    /** @return the internship's code, the last part of its address */
    @UseCase(allow = Role.STAFF)
    public String publish(long companyId, @Valid InternshipPlan plan) {
        Internship internship = new Internship(Secrets.name(CODE_LENGTH), companyId, plan, clock.instant());
        internships.add(internship);
        index.put(InternshipEntries.entry(internship, companies.held(companyId)));
        published.fire(new InternshipPublished(views.target(internship)));
        return internship.code();
    }

    /** @throws NotFoundException when there is no such internship */
    @UseCase(allow = Role.STAFF, changes = false)
    public Published published(String code) {
        Internship internship = get(code);
        return new Published(
                internship.code(),
                internship.plan().title(),
                companies.named(internship.companyId()),
                internship.window().isOverAt(clock.instant()),
                internship.takenDownWhy(),
                internship.version());
    }

    /**
     * The city takes an internship down: from this instant it is closed everywhere, and its company is told why. It cannot be taken
     * back.
     *
     * @param seenVersion of the internship as it was looked at
     * @param why told to the company and kept in the trail, at most {@link TakeDown#LONGEST} characters
     * @throws ConflictException when it says something else by now
     * @throws tsunagu.shared.DomainException without a reason, or when it is over
     */
    @UseCase(allow = Role.STAFF)
    public void takeDown(String code, int seenVersion, String why) {
        Internship internship = get(code);
        if (internship.version() != seenVersion) {
            throw new ConflictException();
        }
        reason.because(TakeDown.reason(why));
        internship.takeDown(why, clock.instant());
        index.put(InternshipEntries.entry(internship, companies.held(internship.companyId())));
        letters.fire(Letter.toCompany(
                internship.companyId(),
                "taken-down " + code,
                "internship.letter.takenDown",
                "/company",
                internship.plan().title(),
                why.strip()));
    }

    /**
     * The company closes one of its own before its last day: nobody can apply any more. Who applied before is still answered. A
     * change that is under way is given up, also while the city is looking at it. It cannot be taken back; it can be copied.
     *
     * @param seenVersion of the internship as it was looked at
     * @throws ConflictException when it says something else by now
     * @throws tsunagu.shared.DomainException when it is over
     */
    @UseCase(allow = Role.COMPANY)
    public void endOwn(String code, int seenVersion) {
        Internship internship = get(code);
        if (internship.companyId() != memberships.own().company().id()) {
            throw new NotFoundException("internship " + code);
        }
        if (internship.version() != seenVersion) {
            throw new ConflictException();
        }
        internship.requireNotOver(clock.instant());
        internship.end(clock.instant());
        submissions.liveOf(internship.id()).ifPresent(change -> change.drop(clock.instant()));
        index.put(InternshipEntries.entry(internship, companies.held(internship.companyId())));
    }

    private Internship get(String code) {
        return internships.byCode(code).orElseThrow(() -> new NotFoundException("internship " + code));
    }

    /** @throws tsunagu.shared.NotFoundException when there is no such internship, or it is not public yet */
    @UseCase(anyone = true, changes = false)
    public InternshipTarget target(String code) {
        return views.target(internships
                .byCode(code)
                .filter(each -> !clock.instant().isBefore(each.window().from()))
                .orElseThrow(() -> new NotFoundException("internship " + code)));
    }

    /**
     * One of a company, also before its first day: who announces an internship plans its dates before anybody applies.
     *
     * @throws NotFoundException when the company has no such internship
     */
    @UseCase(allow = Role.COMPANY, changes = false)
    public InternshipTarget targetOf(long companyId, String code) {
        Internship internship = get(code);
        if (internship.companyId() != companyId) {
            throw new NotFoundException("internship " + code);
        }
        return views.target(internship);
    }

    /** What somebody has applied for, open or closed. */
    @UseCase(anyone = true, changes = false)
    public InternshipTarget target(long internshipId) {
        return views.target(internships.find(internshipId));
    }

    void followMerge(@Observes CompanyMerged merge) {
        submissions.move(merge.merged().id(), merge.into().id());
        internships.of(merge.merged().id()).forEach(internship -> {
            internship.belongTo(merge.into().id());
            index.put(InternshipEntries.entry(internship, merge.into()));
        });
    }

    void followLeaving(@Observes CompanyLeft leaving) {
        Instant now = clock.instant();
        internships.of(leaving.company().id()).stream()
                .filter(each -> !each.window().isOverAt(now))
                .forEach(each -> {
                    each.end(now);
                    index.put(InternshipEntries.entry(each, leaving.company()));
                });
    }

    void followCompany(@Observes CompanyChanged change) {
        internships
                .of(change.company().id())
                .forEach(internship -> index.put(InternshipEntries.entry(internship, change.company())));
    }
}
