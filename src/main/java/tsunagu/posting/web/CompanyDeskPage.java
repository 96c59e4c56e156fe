package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionView;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.posting.EndReason;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.review.ReviewView;
import tsunagu.review.SubmissionLine;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company's desk: where its request stands, what is under way, what is published. */
@Named
@RequestScoped
public class CompanyDeskPage {

    /** Name of the ticks beside published postings; their values are the postings' codes. */
    private static final String CHOSEN = "chosen";

    @Inject
    private MembershipService memberships;

    @Inject
    private AdmissionService admissions;

    @Inject
    private PostingService postings;

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private Membership membership;
    private AdmissionView admission;
    private ReviewView submission;
    private List<OwnPosting> published;
    private List<SubmissionLine> underWay;

    /** Null as long as the account acts for no company. */
    public Membership getMembership() {
        if (membership == null) {
            membership = memberships.find().orElse(null);
        }
        return membership;
    }

    /** The last request to be admitted, or null. */
    public AdmissionView getAdmission() {
        if (admission == null) {
            admission = admissions.mine().orElse(null);
        }
        return admission;
    }

    public List<OwnPosting> getPublished() {
        if (published == null) {
            published = postings.own();
        }
        return published;
    }

    public List<SubmissionLine> getUnderWay() {
        if (underWay == null) {
            underWay = submissions.underWay();
        }
        return underWay;
    }

    public ReviewView getSubmission() {
        if (submission == null) {
            submission = submissions.submission(web.value("submission"));
        }
        return submission;
    }

    public void revise() {
        errors.attempt(() -> web.go(web.url("/company/jobs/" + submissions.revise(act.record()))));
    }

    public void confirm() {
        done(() -> postings.confirm(act.record(), act.version()), "confirmed");
    }

    public void takeBack() {
        if (errors.attempt(() -> submissions.takeBack(act.record(), act.version()))) {
            web.go(web.url("/company/jobs/" + act.record()));
        }
    }

    public void closeFilled() {
        close(EndReason.FILLED);
    }

    public void close() {
        close(EndReason.CLOSED);
    }

    private void close(EndReason because) {
        List<String> codes = act.all(CHOSEN);
        if (codes.isEmpty()) {
            errors.add("", texts.of("posting.error.noneChosen"));
            return;
        }
        done(() -> postings.endOwn(codes, because), "ended");
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(web.url("/company") + "?done=" + word);
        }
    }

    public boolean chosen(String posting) {
        return act.all(CHOSEN).contains(posting);
    }
}
