package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import tsunagu.account.PasskeyService;
import tsunagu.account.PasswordService;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Before something grave: whoever is signed in shows that it is them, still, and goes back to where they were. */
@Named
@RequestScoped
public class ProofPage {

    private static final Map<String, String> FIELDS = Map.of("account.error.password", "password");

    @Inject
    private PasswordService passwords;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String password = "";

    public void prove() {
        after(() -> passwords.prove(Secret.of(password), sessions.number(request())));
    }

    public void withPasskey() {
        after(() -> passkeys.prove(form.answer(), sessions.number(request())));
    }

    private void after(Runnable proof) {
        if (errors.attempt(proof, FIELDS)) {
            String next = web.getIncomingAddress();
            web.goOn(next.isEmpty() ? web.url("/account") : next);
        }
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }
}
