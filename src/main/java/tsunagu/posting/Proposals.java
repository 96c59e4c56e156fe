package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.review.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.posting.rules.PostingRule;
import tsunagu.posting.rules.RuleContext;
import tsunagu.review.ReviewView;
import tsunagu.shared.FiscalYear;

/** What company and staff both see of a proposal. */
@ApplicationScoped
class Proposals {

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Inject
    private MinimumWageService minimumWages;

    @Inject
    private Clock clock;

    ReviewView view(Proposal proposal) {
        JobSheet sheet = proposal.sheet();
        return ReviewView.of(
                proposal,
                companies.named(proposal.companyId()),
                sheet.text(JobSheet.Field.TITLE),
                proposal.postingId() == null
                        ? null
                        : postings.find(proposal.postingId()).sheet().answers(),
                findings(proposal.companyId(), sheet));
    }

    List<Finding> findings(long companyId, JobSheet sheet) {
        CompanyName company = companies.named(companyId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        return PostingRule.check(
                sheet,
                new RuleContext(
                        today, company.industry(), companies.youthGroupsMissing(companyId), minimumWages.table()));
    }
}
