package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.account.FactorReset;
import tsunagu.account.SecondFactorService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Lost phones: what one person asked for, and another answers. */
@Named
@RequestScoped
public class FactorResetsPage {

    @Inject
    private SecondFactorService factors;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<FactorReset> resets;

    public List<FactorReset> getResets() {
        if (resets == null) {
            resets = factors.resets();
        }
        return resets;
    }

    /** Not by the one who asked, nor by the one it is about. */
    public boolean mayAgree(FactorReset reset) {
        Long own = web.getActor().accountId();
        return reset.askedBy() != own && reset.accountId() != own;
    }

    public void agree() {
        answer(true, "factor-reset");
    }

    public void refuse() {
        answer(false, "factor-kept");
    }

    private void answer(boolean agreed, String done) {
        if (errors.attempt(() -> factors.answerReset(act.number(), agreed))) {
            web.go(web.url("/factor-resets") + "?done=" + done);
        }
    }
}
