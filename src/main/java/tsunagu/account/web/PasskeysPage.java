package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import tsunagu.account.AccountSessionService;
import tsunagu.account.NewPasskey;
import tsunagu.account.Passkey;
import tsunagu.account.PasskeyService;
import tsunagu.account.SecondFactorService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** The own passkeys: named, added, removed. */
@Named
@RequestScoped
public class PasskeysPage {

    private static final String ADDRESS = "/account/passkeys";

    private static final Map<String, String> FIELDS =
            Map.of("account.error.passkeyName", "name", "account.error.passkeyNameLong", "name");

    @Inject
    private PasskeyService service;

    @Inject
    private SecondFactorService factors;

    @Inject
    private AccountSessionService rows;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private PasskeyForm form;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<Passkey> passkeys;
    private String name;

    public List<Passkey> getPasskeys() {
        if (passkeys == null) {
            passkeys = service.own();
        }
        return passkeys;
    }

    /** Roles wait for a second factor. */
    public boolean isNeeded() {
        return factors.isMissing(web.getActor().accountId());
    }

    public void add() {
        NewPasskey command = new NewPasskey(getName(), form.answer());
        errors.check(command);
        boolean first = isNeeded();
        if (errors.isNone() && errors.attempt(() -> service.add(command), FIELDS)) {
            if (first) {
                // Whoever else is signed in with the password alone gets no more by it.
                rows.endOthers(sessions.number(request()));
            }
            web.go(web.url(ADDRESS) + "?done=passkey-added");
        }
    }

    public void remove() {
        if (errors.attempt(() -> service.remove(act.number()))) {
            web.go(web.url(ADDRESS) + "?done=passkey-removed");
        }
    }

    /** The browser's own name is a good one to begin with. */
    public String getName() {
        return name == null ? BrowserName.of(request().getHeader("User-Agent")) : name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
