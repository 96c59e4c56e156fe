package tsunagu.internship.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.internship.InternshipDraftService;
import tsunagu.review.DraftLine;
import tsunagu.review.ReviewView;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A company's internships: under way and published. */
@Named
@RequestScoped
public class InternshipDeskPage {

    @Inject
    private InternshipDraftService drafts;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<DraftLine> underWay;
    private List<InternshipDraftService.Own> own;
    private ReviewView draft;

    public List<DraftLine> getUnderWay() {
        if (underWay == null) {
            underWay = drafts.underWay();
        }
        return underWay;
    }

    public List<InternshipDraftService.Own> getOwn() {
        if (own == null) {
            own = drafts.own();
        }
        return own;
    }

    /** The one of this address. */
    public ReviewView getDraft() {
        if (draft == null) {
            draft = drafts.draft(web.value("proposal"));
        }
        return draft;
    }

    public void revise() {
        errors.attempt(() -> web.go(web.url("/company/internships/" + drafts.revise(act.record()))));
    }

    public void takeBack() {
        if (errors.attempt(() -> drafts.takeBack(act.record(), act.version()))) {
            web.go(web.url("/company/internships/" + act.record()));
        }
    }
}
