package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import tsunagu.account.SignUp;
import tsunagu.account.SignUpService;
import tsunagu.account.SignUpView;
import tsunagu.shared.Allowances;
import tsunagu.shared.Limit;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A visitor asks for an account; and, by the link in the letter, chooses its password and is signed in with it. */
@Named
@RequestScoped
public class SignUpPage {

    @Inject
    private SignUpService signUps;

    @Inject
    private SignInPage signIn;

    @Inject
    private Instance<Introduced> introduced;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Allowances allowances;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private String name;
    private String email;
    private String password = "";
    private boolean consent;

    /** Everybody is answered alike: only the letter tells whether the address has an account. */
    public void ask() {
        SignUp command = new SignUp(getName(), getEmail(), consent, isCompany(), web.getIncomingAddress());
        errors.check(command);
        if (!errors.isNone()) {
            return;
        }
        Duration wait = allowances.take(Limit.SIGN_UP_NETWORK, web.network());
        if (!wait.isZero()) {
            errors.add("", texts.of("web.error.tooOften", wait.toMinutes() + 1));
        } else if (!allowances
                        .take(Limit.LETTER_ADDRESS, getEmail().strip().toLowerCase(Locale.ROOT))
                        .isZero()
                || errors.attempt(() -> signUps.ask(command, web.getLocale()))) {
            web.go(web.url("/sign-up/sent"));
        }
    }

    /** What the letter's link is about; null when it is none, too old, or used. */
    public SignUpView getAsked() {
        return signUps.asked(web.value("token")).orElse(null);
    }

    public void open() {
        errors.attempt(() -> enter(signUps.open(web.value("token"), Secret.of(password))), AccountFields.BY_RULE);
    }

    private void enter(SignUpView opened) {
        signIn.setEmail(opened.email());
        signIn.setPassword(password);
        signIn.enterByLink(opened.next());
    }

    /** Somebody who acts for a company, and not a seeker. */
    public boolean isCompany() {
        return web.getPath().startsWith("/for-companies");
    }

    public String getConsentVersion() {
        return SignUpService.CONSENT_VERSION;
    }

    public String getName() {
        return name == null ? introduction().name() : name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getEmail() {
        return email == null ? introduction().email() : email;
    }

    private Introduced.Words introduction() {
        return introduced.stream()
                .filter(each -> isCompany())
                .flatMap(each -> each.in(request).stream())
                .findFirst()
                .orElse(new Introduced.Words("", ""));
    }

    public void setEmail(String email) {
        this.email = MailAddress.narrow(email);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
