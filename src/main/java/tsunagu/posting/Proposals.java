package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.posting.rules.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.posting.rules.PostingRule;
import tsunagu.posting.rules.RuleContext;
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

    ProposalView view(Proposal proposal) {
        JobSheet sheet = proposal.sheet();
        return new ProposalView(
                proposal.code(),
                companies.named(proposal.companyId()),
                proposal.state(),
                sheet,
                proposal.postingId() == null ? null : postings.find(proposal.postingId()).sheet(),
                findings(proposal.companyId(), sheet),
                proposal.acknowledged(),
                proposal.comment(),
                proposal.changedAt(),
                proposal.submittedAt(),
                proposal.version());
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
