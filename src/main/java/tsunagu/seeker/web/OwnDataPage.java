package tsunagu.seeker.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.account.ConsentView;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** What is kept about me, who sees it, what I agreed to; and the way out. */
@Named
@RequestScoped
public class OwnDataPage {

    @Inject
    private OwnDataService data;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private OwnDataService.OwnData own;
    private List<PersonalData.Shared> shared;
    private String password = "";

    public OwnDataService.OwnData getOwn() {
        if (own == null) {
            own = data.tell(web.getLocale());
        }
        return own;
    }

    /** @param field of a record that is kept */
    public String label(String field) {
        return OwnDataLabels.of(field, web.getLocale());
    }

    public List<PersonalData.Shared> getShared() {
        if (shared == null) {
            shared = data.shared();
        }
        return shared;
    }

    public List<ConsentView> getConsents() {
        return data.consents();
    }

    public void delete() {
        if (errors.attempt(() -> data.delete(Secret.of(password)), Map.of("account.error.password", "password"))) {
            web.go(web.url("/sign-in") + "?done=deleted");
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
