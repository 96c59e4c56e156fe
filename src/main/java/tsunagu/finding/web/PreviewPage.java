package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.finding.InternshipPageView;
import tsunagu.finding.JobPageView;
import tsunagu.internship.Disclosure;
import tsunagu.internship.InternshipSheet;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.ReadJob;
import tsunagu.review.ReviewView;
import tsunagu.shared.Feature;
import tsunagu.web.Web;

/**
 * What a company has written, as its readers will see it: the parts of the public page, filled from a submission. Only one that no
 * rule blocks can be shown so ({@link ReviewView#blocked}).
 */
@Named
@RequestScoped
public class PreviewPage {

    @Inject
    private Web web;

    private JobPageView job;
    private InternshipPageView internship;

    public JobPageView job(ReviewView submission) {
        if (job == null) {
            job = JobPageView.preview(
                    ReadJob.of(new JobSheet(submission.answers()), (field, problem) -> {})
                            .terms(),
                    submission.company(),
                    web.getNow());
        }
        return job;
    }

    public InternshipPageView internship(ReviewView submission) {
        if (internship == null) {
            internship = InternshipPageView.preview(
                    new InternshipSheet(submission.answers()).plan(), submission.company(), web.getNow());
        }
        return internship;
    }

    public Term[] getTerms() {
        return Term.values();
    }

    public Feature[] getFeatures() {
        return Feature.values();
    }

    public Disclosure[] getDisclosures() {
        return Disclosure.values();
    }
}
