package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import tsunagu.account.AccountLinkView;
import tsunagu.account.AccountView;
import tsunagu.account.NewAddress;
import tsunagu.account.NewPassword;
import tsunagu.account.OwnAccountService;
import tsunagu.account.PasswordService;
import tsunagu.account.SignUpService;
import tsunagu.shared.Languages;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The own account, whatever its roles: name, address, password, and what it is used for. Four small forms, each saved by itself. */
@Named
@RequestScoped
public class OwnAccountPage {

    private static final String ADDRESS = "/account";

    private static final Map<String, String> SECURING = Map.of(
            "account.error.password", "now",
            "account.error.passwordShort", "wanted",
            "account.error.passwordLong", "wanted",
            "account.error.passwordWeak", "wanted",
            "account.error.passwordRepeated", "wanted",
            "account.error.passwordJoined", "wanted");

    @Inject
    private OwnAccountService own;

    @Inject
    private PasswordService passwords;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private AccountView account;
    private String name;
    private String email = "";
    private String confirmation = "";
    private String now = "";
    private String wanted = "";
    private boolean consent;
    private Boolean digest;
    private String language;

    public AccountView getAccount() {
        if (account == null) {
            account = own.own();
        }
        return account;
    }

    public void rename() {
        if (errors.attempt(() -> own.rename(getName()), AccountFields.BY_RULE)) {
            web.go(web.url(ADDRESS) + "?done=renamed");
        }
    }

    public void askAddress() {
        NewAddress command = new NewAddress(email, Secret.of(confirmation));
        errors.check(command);
        if (errors.isNone()
                && errors.attempt(
                        () -> own.askAddress(command),
                        Map.of("account.error.password", "confirmation", "account.error.sameAddress", "email"))) {
            web.go(web.url(ADDRESS) + "?done=address-asked");
        }
    }

    public void changePassword() {
        NewPassword command = new NewPassword(Secret.of(now), Secret.of(wanted));
        errors.check(command);
        if (errors.isNone() && errors.attempt(() -> sessions.goOn(request(), passwords.change(command)), SECURING)) {
            web.go(web.url(ADDRESS) + "?done=password");
        }
    }

    public void tell() {
        if (errors.attempt(() -> own.tellInTheMorning(isDigest()))) {
            web.go(web.url(ADDRESS) + "?done=digest");
        }
    }

    public boolean isDigest() {
        return digest == null ? own.toldInTheMorning() : digest;
    }

    public void setDigest(boolean digest) {
        this.digest = digest;
    }

    /** The three the portal speaks, by their words. */
    public List<String> getLanguages() {
        return Languages.ALL.stream().map(Languages::word).toList();
    }

    public String getLanguage() {
        return language == null ? Languages.word(own.language()) : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public void writeIn() {
        if (errors.attempt(() -> own.writeIn(Languages.named(getLanguage())))) {
            web.go(web.url(ADDRESS) + "?done=language");
        }
    }

    public void actForCompany() {
        take(Role.COMPANY, "/company");
    }

    public void giveUpCompany() {
        if (errors.attempt(() -> sessions.goOn(request(), own.giveUpCompany()))) {
            web.go(web.url(ADDRESS) + "?done=given-up");
        }
    }

    public void lookForWork() {
        if (!consent) {
            errors.add("consent", texts.of("account.error.consentNeeded"));
        } else {
            take(Role.SEEKER, "/my");
        }
    }

    private void take(Role role, String then) {
        if (errors.attempt(() -> sessions.goOn(request(), own.takeUp(role)))) {
            web.go(web.url(then));
        }
    }

    /** Behind the letter's link: the account is to move to this address. Null when the link is none, too old, or used. */
    public AccountLinkView getAddressAsked() {
        return own.addressAsked(web.value("token")).orElse(null);
    }

    public void move() {
        if (errors.attempt(() -> own.moveTo(web.value("token")))) {
            web.go(web.url(web.isSignedIn() ? ADDRESS : "/sign-in") + "?done=moved");
        }
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public List<Role> getRoles() {
        return getAccount().roles();
    }

    public boolean isCompany() {
        return getRoles().contains(Role.COMPANY);
    }

    public boolean isSeeker() {
        return getRoles().contains(Role.SEEKER);
    }

    public String getConsentVersion() {
        return SignUpService.CONSENT_VERSION;
    }

    public String getName() {
        return name == null ? getAccount().name() : name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = MailAddress.narrow(email);
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }

    public String getNow() {
        return now;
    }

    public void setNow(String now) {
        this.now = now;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
