package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.posting.rules.PostingRule;
import tsunagu.posting.rules.ReadJob;
import tsunagu.posting.rules.RuleContext;
import tsunagu.review.Finding;
import tsunagu.review.SubmissionKind;
import tsunagu.review.SubmissionLists;
import tsunagu.search.SearchIndex;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/** The rules of a posting, and how it becomes public. */
@ApplicationScoped
class PostingKind implements SubmissionKind<PostingSubmission> {

    private static final int CODE_LENGTH = 8;

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Inject
    private MinimumWageService minimumWages;

    @Inject
    private SearchIndex index;

    @Inject
    private Clock clock;

    @Override
    public SubmissionLists.Kind list() {
        return SubmissionLists.Kind.POSTING;
    }

    @Override
    public PostingSubmission begun(
            String code, long companyId, Long publishedId, Map<String, String> answers, Long by) {
        return new PostingSubmission(code, companyId, publishedId, answers, by, clock.instant());
    }

    @Override
    public List<Finding> findings(long companyId, Map<String, String> answers) {
        CompanyName company = companies.named(companyId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        return PostingRule.check(
                new JobSheet(answers),
                new RuleContext(
                        today, company.industry(), companies.youthGroupsMissing(companyId), minimumWages.table()));
    }

    @Override
    public Map<String, String> published(long postingId) {
        return postings.find(postingId).sheet().answers();
    }

    @Override
    public void requireNotEnded(long postingId) {
        postings.find(postingId).requireNotEnded();
    }

    @Override
    public Publication publish(PostingSubmission submission, CompanyName company) {
        JobSheet sheet = new JobSheet(submission.answers());
        JobTerms terms = ReadJob.of(sheet, (field, problem) -> {}).terms();
        Posting posting;
        if (submission.publishedId() == null) {
            posting = new Posting(Secrets.name(CODE_LENGTH), company.id(), terms, clock.instant());
            postings.add(posting);
        } else {
            posting = postings.find(submission.publishedId());
            posting.requireNotEnded();
            posting.revise(terms, clock.instant());
        }
        posting.writtenAs(sheet);
        index.put(PostingEntries.entry(posting, company));
        return new Publication(posting.id(), posting.code());
    }
}
