package tsunagu.contractor.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.contractor.MonthlyService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Staff say which contractor reports for which programme. */
@Named
@RequestScoped
public class PartnersPage {

    @Inject
    private MonthlyService monthly;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<MonthlyService.Partner> partners;

    public List<MonthlyService.Partner> getPartners() {
        if (partners == null) {
            partners = monthly.partners();
        }
        return partners;
    }

    /** As it was chosen before the page came back with a mistake, or else as it is kept. */
    public boolean chosen(MonthlyService.Partner partner, String programme) {
        return (act.isBack() ? act.all("programmes-" + partner.account()) : partner.programmes()).contains(programme);
    }

    public void give() {
        if (errors.attempt(() -> monthly.give(act.number(), act.seen(), act.all("programmes-" + act.record())))) {
            web.go(web.url("/staff/partners") + "?done=given");
        }
    }
}
