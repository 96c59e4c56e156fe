package tsunagu.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.evaluation.LockExceptionService;
import tsunagu.evaluation.OfficialService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** The chain of official records, whether it is whole, and the exceptions from the lock. */
@Named
@RequestScoped
public class OfficialPage {

    @Inject
    private OfficialService official;

    @Inject
    private LockExceptionService lockExceptions;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<OfficialService.Entry> chain;

    public List<OfficialService.Entry> getChain() {
        if (chain == null) {
            chain = official.chain();
        }
        return chain;
    }

    public boolean isIntact() {
        return getChain().stream().allMatch(OfficialService.Entry::intact);
    }

    public void revoke() {
        if (errors.attempt(() -> lockExceptions.revoke(act.number()))) {
            web.go(web.url("/official") + "?done=revoked");
        }
    }
}
