package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionView;
import tsunagu.posting.PostingReviewService;
import tsunagu.review.ReviewView;
import tsunagu.review.SubmissionLine;
import tsunagu.review.web.Decision;
import tsunagu.review.web.SheetForm;
import tsunagu.web.Web;

/** The city's review desk: companies and postings that wait, since when, and one posting. */
@Named
@RequestScoped
public class ReviewDeskPage extends Decision {

    @Inject
    private PostingReviewService review;

    @Inject
    private AdmissionService admissions;

    @Inject
    private JobForm form;

    @Inject
    private Web web;

    private List<SubmissionLine> waiting;
    private List<AdmissionView> companies;

    public List<SubmissionLine> getWaiting() {
        if (waiting == null) {
            waiting = review.waiting();
        }
        return waiting;
    }

    public List<AdmissionView> getCompanies() {
        if (companies == null) {
            companies = admissions.waiting();
        }
        return companies;
    }

    public long days(Instant since) {
        return Duration.between(since, web.getNow()).toDays();
    }

    @Override
    public SheetForm getForm() {
        return form;
    }

    @Override
    protected ReviewView read(String code) {
        return review.submission(code);
    }

    @Override
    protected void publish(String code, int version) {
        review.publish(code, version);
    }

    @Override
    protected void sendBack(String code, int version, String comment) {
        review.sendBack(code, version, comment);
    }

    @Override
    protected void refuse(String code, int version, String comment) {
        review.refuse(code, version, comment);
    }
}
