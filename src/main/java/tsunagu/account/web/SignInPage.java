package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tsunagu.account.PasskeyProof;
import tsunagu.account.PasskeyService;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.NoRoomException;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Sign-in by e-mail address and password, or by a passkey; leads on to the page that was asked for. */
@Named
@RequestScoped
public class SignInPage {

    /** RFC 5321; nothing longer is looked up, hashed or remembered. */
    private static final int LONGEST_EMAIL = 254;

    private static final int LONGEST_PASSWORD = 1_000;

    @Inject
    private Entrance entrance;

    @Inject
    private SignInGuard guard;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private String email = "";
    private String password = "";

    public void signIn() {
        if (email.length() > LONGEST_EMAIL || password.length() > LONGEST_PASSWORD) {
            errors.add("email", texts.of("account.error.wrong"));
            return;
        }
        var external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        SignInGuard.Try taken = guard.take(request, email, web.network());
        if (!taken.delay().isZero()) {
            errors.add("", texts.of("account.error.wait", taken.delay().toSeconds() + 1));
            return;
        }
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        if (entrance.authenticate(request, response, typed())) {
            guard.right(taken);
            welcome(response, web.getIncomingAddress(), false);
        } else if (OpenSessions.isFull(request)) {
            throw new NoRoomException();
        } else {
            errors.add("email", texts.of("account.error.wrong"));
        }
    }

    /** With a passkey instead of address and password. */
    public void withPasskey() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        PasskeyProof[] proof = new PasskeyProof[1];
        if (!errors.attempt(() -> proof[0] = passkeys.signIn(form.answer()))) {
            return;
        }
        if (!entrance.authenticate(request, response, proof[0])) {
            throw new NoRoomException();
        }
        welcome(response, web.getIncomingAddress(), false);
    }

    /**
     * With the password chosen a moment ago behind the letter's link: this is no guess, whoever else has been guessing, and no sign-in that
     * the address has to be told of.
     *
     * @param next page of the portal, "" for where people of this kind begin
     */
    void enterByLink(String next) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        if (!entrance.authenticate((HttpServletRequest) external.getRequest(), response, typed())) {
            throw new NoRoomException();
        }
        welcome(response, next, true);
    }

    private void welcome(HttpServletResponse response, String next, boolean byLetter) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        web.goOn(entrance.onwards(request, response, next, web.getLocale(), byLetter));
    }

    private Credential typed() {
        return new UsernamePasswordCredential(email, password);
    }

    /** A form was sent after its session had ended. */
    public boolean isEnded() {
        return web.parameter("ended").isPresent();
    }

    /** Leads to a company's page: whoever has no account needs a company person's one. */
    public boolean isToCompany() {
        return web.getIncomingAddress().startsWith(web.url("/company"));
    }

    /** Somebody gave them a link, and what they meet first is this page. */
    public boolean isInvited() {
        return web.getIncomingAddress().startsWith(web.url("/company/invitations/"));
    }

    /** Where to go afterwards, escaped for the sign-up link. */
    public String getNext() {
        return URLEncoder.encode(web.getIncomingAddress(), StandardCharsets.UTF_8);
    }

    public String getEmail() {
        return email;
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
}
