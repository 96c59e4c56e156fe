package tsunagu.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.company.CompanyService;

/** What company and staff both see of a submission. */
@ApplicationScoped
class SubmissionViews {

    @Inject
    private CompanyService companies;

    <S extends Submission> ReviewView of(S submission, SubmissionKind<S> kind) {
        return ReviewView.of(
                submission,
                companies.named(submission.companyId()),
                submission.publishedId() == null ? null : kind.published(submission.publishedId()),
                kind.findings(submission.companyId(), submission.answers()));
    }
}
