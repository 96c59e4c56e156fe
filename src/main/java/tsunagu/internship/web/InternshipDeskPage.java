package tsunagu.internship.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.review.ReviewView;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A company's internships: under way and published. */
@Named
@RequestScoped
public class InternshipDeskPage {

    @Inject
    private InternshipService internships;

    @Inject
    private InternshipSubmissionService submissions;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private ReviewView draft;

    /** The one of this address. */
    public ReviewView getDraft() {
        if (draft == null) {
            draft = submissions.submission(web.value("submission"));
        }
        return draft;
    }

    public void revise() {
        errors.attempt(() -> web.go(web.url("/company/internships/" + submissions.revise(act.record()))));
    }

    public void end() {
        if (errors.attempt(() -> internships.endOwn(act.record(), act.version()))) {
            web.go(web.url("/company") + "?done=experience-ended");
        }
    }

    public void takeBack() {
        if (errors.attempt(() -> submissions.takeBack(act.record(), act.version()))) {
            web.go(web.url("/company/internships/" + act.record()));
        }
    }
}
