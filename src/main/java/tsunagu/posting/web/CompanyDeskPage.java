package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import tsunagu.company.AdmissionService;
import tsunagu.company.AdmissionView;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.desk.web.DeskPages;
import tsunagu.posting.EndReason;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.review.ReviewView;
import tsunagu.web.FormErrors;
import tsunagu.web.ManyActs;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A company's desk: where its request stands, what is under way, what is published. */
@Named
@RequestScoped
public class CompanyDeskPage {

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
    private ManyActs many;

    @Inject
    private DeskPages desks;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private Membership membership;
    private AdmissionView admission;
    private ReviewView submission;

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
        int ended = many.each(
                each -> postings.endOwn(each.record(), each.version(), because), codes -> postings.own().stream()
                        .filter(each -> codes.contains(each.code()))
                        .collect(Collectors.toMap(OwnPosting::code, OwnPosting::title)));
        if (ended > 0) {
            web.go(desks.of("own-postings").after("ended") + "&count=" + ended);
        }
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(web.url("/company") + "?done=" + word);
        }
    }
}
