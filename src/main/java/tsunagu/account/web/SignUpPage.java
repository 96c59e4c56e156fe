package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.account.AccountService;
import tsunagu.account.SignUp;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A visitor makes a seeker's account and is signed in with it. */
@Named
@RequestScoped
public class SignUpPage {

    @Inject
    private AccountService accounts;

    @Inject
    private SignInPage signIn;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String name = "";
    private String email = "";
    private String password = "";
    private boolean consent;

    public void signUp() {
        SignUp command = new SignUp(name, email, password, consent);
        Runnable opening = isCompany() ? () -> accounts.signUpForCompany(command) : () -> accounts.signUp(command);
        if (errors.attempt(opening, AccountFields.BY_RULE)) {
            signIn.setEmail(email.strip());
            signIn.setPassword(password);
            signIn.signIn();
        }
    }

    /** Somebody who acts for a company, and not a seeker. */
    public boolean isCompany() {
        return web.getPath().startsWith("/for-companies");
    }

    public String getConsentVersion() {
        return AccountService.CONSENT_VERSION;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
