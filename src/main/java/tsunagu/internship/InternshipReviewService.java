package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.review.Finding;
import tsunagu.review.DraftLine;
import tsunagu.review.DraftQueries;
import tsunagu.review.ReviewView;
import tsunagu.search.SearchIndex;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/** The city looks at internships: whether they keep the conditions of their type. */
@ApplicationScoped
@Transactional
public class InternshipReviewService implements StaffWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private DraftQueries drafts;

    @Inject
    private InternshipRepository internships;

    @Inject
    private InternshipViews views;

    @Inject
    private CompanyService companies;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<InternshipPublished> published;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of("internship.work", "/staff/review", waiting().stream().map(DraftLine::submittedAt).toList());
    }

    /** The oldest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<DraftLine> waiting() {
        return drafts.waiting(DraftQueries.Kind.INTERNSHIP);
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public ReviewView draft(String code) {
        return views.view(get(code));
    }

    /** @return the internship's code */
    @UseCase(allow = Role.STAFF)
    public String publish(String code, int seenVersion) {
        InternshipProposal draft = seen(code, seenVersion);
        InternshipSheet sheet = new InternshipSheet(draft.answers());
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        if (InternshipRule.check(sheet, today).stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blockedByNow");
        }
        CompanyName company = companies.held(draft.companyId());
        InternshipPlan plan = ReadInternship.of(sheet, (field, problem) -> {}).plan();
        Internship internship;
        if (draft.internshipId() == null) {
            internship = new Internship(Secrets.name(CODE_LENGTH), company.id(), plan, clock.instant());
            internships.add(internship);
        } else {
            internship = internships.find(draft.internshipId());
            internship.requireNotEnded();
            internship.change(plan, clock.instant());
        }
        index.put(InternshipEntries.entry(internship, company));
        published.fire(new InternshipPublished(views.target(internship)));
        draft.published(internship.id(), currentActor.get().accountId(), clock.instant());
        tell(draft, "review.letter.published");
        return internship.code();
    }

    @UseCase(allow = Role.STAFF)
    public void sendBack(String code, int seenVersion, String comment) {
        InternshipProposal draft = seen(code, seenVersion);
        draft.sendBack(comment, currentActor.get().accountId(), clock.instant());
        tell(draft, "review.letter.sentBack");
    }

    @UseCase(allow = Role.STAFF)
    public void refuse(String code, int seenVersion, String comment) {
        InternshipProposal draft = seen(code, seenVersion);
        draft.refuse(comment, currentActor.get().accountId(), clock.instant());
        tell(draft, "review.letter.refused");
    }

    private void tell(InternshipProposal draft, String text) {
        letters.fire(Letter.toCompany(
                draft.companyId(),
                "review " + draft.code() + " " + clock.instant(),
                text,
                "/company/internships/" + draft.code() + "/sent",
                new InternshipSheet(draft.answers()).text(InternshipSheet.TITLE),
                draft.comment()));
    }

    private InternshipProposal get(String code) {
        return internships.findDraft(code).orElseThrow(() -> new NotFoundException("proposal " + code));
    }

    private InternshipProposal seen(String code, int version) {
        InternshipProposal draft = get(code);
        if (draft.version() != version) {
            throw new ConflictException();
        }
        return draft;
    }
}
