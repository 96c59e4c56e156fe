package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyName;
import tsunagu.review.Finding;
import tsunagu.review.SubmissionKind;
import tsunagu.review.SubmissionLists;
import tsunagu.search.SearchIndex;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/** The rules of an internship, and how it becomes public. */
@ApplicationScoped
class InternshipKind implements SubmissionKind<InternshipSubmission> {

    private static final int CODE_LENGTH = 8;

    @Inject
    private InternshipRepository internships;

    @Inject
    private InternshipViews views;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<InternshipPublished> published;

    @Inject
    private Clock clock;

    @Override
    public SubmissionLists.Kind list() {
        return SubmissionLists.Kind.INTERNSHIP;
    }

    @Override
    public InternshipSubmission begun(
            String code, long companyId, Long publishedId, Map<String, String> answers, Long by) {
        return new InternshipSubmission(code, companyId, publishedId, answers, by, clock.instant());
    }

    @Override
    public List<Finding> findings(long companyId, Map<String, String> answers) {
        return InternshipRule.check(
                new InternshipSheet(answers), LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
    }

    @Override
    public Map<String, String> published(long internshipId) {
        return InternshipSheet.of(internships.find(internshipId).plan()).answers();
    }

    @Override
    public void requireNotEnded(long internshipId) {
        internships.find(internshipId).requireNotEnded();
    }

    @Override
    public Publication publish(InternshipSubmission submission, CompanyName company) {
        InternshipPlan plan = new InternshipSheet(submission.answers()).plan();
        Internship internship;
        if (submission.publishedId() == null) {
            internship = new Internship(Secrets.name(CODE_LENGTH), company.id(), plan, clock.instant());
            internships.add(internship);
        } else {
            internship = internships.find(submission.publishedId());
            internship.requireNotEnded();
            internship.change(plan, clock.instant());
        }
        index.put(InternshipEntries.entry(internship, company));
        published.fire(new InternshipPublished(views.target(internship)));
        return new Publication(internship.id(), internship.code());
    }
}
