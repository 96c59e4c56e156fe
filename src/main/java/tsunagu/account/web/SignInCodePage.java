package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import tsunagu.account.PasskeyService;
import tsunagu.account.SecondFactorService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** The second step of signing in: the number of the app, a recovery code, or a passkey. */
@Named
@RequestScoped
public class SignInCodePage {

    private static final Map<String, String> FIELDS = Map.of("account.error.factorWrong", "code");

    @Inject
    private SecondFactorService factors;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private KnownDevice devices;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String code = "";
    private boolean trusted;

    /** The password was right a moment ago, in this browser. */
    public boolean isWaiting() {
        return sessions.half(request()).isPresent();
    }

    public void enter() {
        complete(account -> factors.pass(account, code));
    }

    /** In place of the number. */
    public void withPasskey() {
        complete(account -> passkeys.pass(account, form.answer()));
    }

    /** Whether the app's number or a recovery code is one of the ways on. */
    public boolean isNumber() {
        return factors.hasNumber(sessions.account(request()));
    }

    /** @param factor throws for an account what is wrong with what was given */
    private void complete(LongConsumer factor) {
        Optional<SessionAuthentication.Half> half = sessions.half(request());
        if (half.isEmpty()) {
            web.goOn(web.url("/sign-in"));
        } else if (errors.attempt(() -> factor.accept(half.get().account()), FIELDS)) {
            sessions.complete(request());
            devices.remember(
                    request(),
                    response(),
                    half.get().account(),
                    false,
                    trusted ? Optional.of(half.get().epoch()) : Optional.empty());
            String next = web.getIncomingAddress();
            web.goOn(next.isEmpty() ? web.url("/sign-in/in") : next);
        }
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public boolean isTrusted() {
        return trusted;
    }

    public void setTrusted(boolean trusted) {
        this.trusted = trusted;
    }
}
