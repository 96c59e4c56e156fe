package tsunagu.support.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.support.MonthlyService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff say which contractor reports for which programme. */
@Named
@ViewScoped
public class PartnersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MonthlyService monthly;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient List<MonthlyService.Partner> partners;
    private final HashMap<Long, String[]> chosen = new HashMap<>();

    public List<MonthlyService.Partner> getPartners() {
        if (partners == null) {
            partners = monthly.partners();
            partners.forEach(each -> chosen.putIfAbsent(each.account(), each.programmes().toArray(String[]::new)));
        }
        return partners;
    }

    public Map<Long, String[]> getChosen() {
        getPartners();
        return chosen;
    }

    public void give(long account) {
        if (errors.attempt(() -> monthly.give(account, Arrays.asList(chosen.get(account))))) {
            web.go(web.url("/staff/partners") + "?done=given");
        }
    }
}
