package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;
import tsunagu.account.AccountLinkView;
import tsunagu.account.PasswordService;
import tsunagu.shared.Allowances;
import tsunagu.shared.Limit;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Somebody forgot the password and asks for a link; and, behind the link, chooses a new one and is signed in with it. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private PasswordService passwords;

    @Inject
    private SignInPage signIn;

    @Inject
    private Allowances allowances;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private String email = "";
    private String password = "";

    /** Everybody is answered alike: only the letter tells whether the address has an account. */
    public void ask() {
        String address = MailAddress.narrow(email);
        if (address.isEmpty() || !MailAddress.plausible(address)) {
            errors.add("email", texts.of(address.isEmpty() ? "account.error.emailMissing" : "account.error.email"));
            return;
        }
        Duration wait = allowances.take(Limit.SIGN_UP_NETWORK, web.network());
        if (!wait.isZero()) {
            errors.add("", texts.of("web.error.tooOften", wait.toMinutes() + 1));
        } else if (!allowances
                        .take(Limit.LETTER_ADDRESS, address.toLowerCase(Locale.ROOT))
                        .isZero()
                || errors.attempt(() -> passwords.forgot(address, web.getLocale()))) {
            web.go(web.url("/password/sent"));
        }
    }

    /** What the letter's link is about; null when it is none, too old, or used. */
    public AccountLinkView getAsked() {
        return passwords.asked(web.value("token")).orElse(null);
    }

    public void choose() {
        errors.attempt(() -> enter(passwords.choose(web.value("token"), Secret.of(password))), AccountFields.BY_RULE);
    }

    private void enter(AccountLinkView chosen) {
        signIn.setEmail(chosen.email());
        signIn.setPassword(password);
        signIn.enterByLink("");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
