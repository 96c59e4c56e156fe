package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import tsunagu.account.AccountSessionService;
import tsunagu.account.FactorView;
import tsunagu.account.SecondFactorService;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The own second factor: begun with the password, in force from its first number; recovery codes are shown once. */
@Named
@RequestScoped
public class SecondFactorPage {

    private static final String ADDRESS = "/account/second-factor";

    private static final Map<String, String> FIELDS =
            Map.of("account.error.password", "password", "account.error.factorWrong", "code");

    private static final Map<String, String> FIRST = Map.of("account.error.factorWrong", "first");

    @Inject
    private SecondFactorService factors;

    @Inject
    private AccountSessionService rows;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private FactorView factor;
    private SecondFactorService.Setting setting;
    private List<String> codes = List.of();
    private String password = "";
    private String code = "";
    private String first = "";

    public FactorView getFactor() {
        if (factor == null) {
            factor = factors.own();
        }
        return factor;
    }

    public void begin() {
        if (errors.attempt(() -> factors.begin(Secret.of(password)), FIELDS)) {
            web.goOn(web.url(ADDRESS));
        }
    }

    /** The answer shows the codes: an address of their own would show them again. */
    public void confirm() {
        if (errors.attempt(() -> codes = factors.confirm(first), FIRST)) {
            // Whoever else is signed in with the password alone gets no more by it.
            rows.endOthers(sessions.number(request()));
            factor = null;
        }
    }

    public void renew() {
        errors.attempt(() -> codes = factors.renewCodes(code), FIELDS);
        factor = null;
    }

    public void turnOff() {
        if (errors.attempt(() -> factors.turnOff(code), FIELDS)) {
            web.go(web.url(ADDRESS) + "?done=factor-off");
        }
    }

    /** What the app is told; only while its first number is waited for. */
    public SecondFactorService.Setting getSetting() {
        if (setting == null) {
            setting = factors.setting(texts.of("web.portal"));
        }
        return setting;
    }

    /** Where the person goes on to once it is in force; asked there, because the roles that waited for it are there from the next request on. */
    public String getOnwards() {
        return web.url("/sign-in/in");
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    /** The number that brings it into force. */
    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first == null ? "" : first;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }
}
