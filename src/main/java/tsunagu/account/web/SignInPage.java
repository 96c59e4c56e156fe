package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    private SecurityContext security;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SignInGuard guard;

    @Inject
    private KnownDevice devices;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyForm form;

    @Inject
    private SessionAuthentication sessions;

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
        if (authenticate(request, response, typed())) {
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
        if (!authenticate(request, response, proof[0])) {
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
        if (!authenticate((HttpServletRequest) external.getRequest(), response, typed())) {
            throw new NoRoomException();
        }
        welcome(response, next, true);
    }

    private void welcome(HttpServletResponse response, String next, boolean byLetter) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        if (sessions.half(request).isPresent()) {
            web.goOn(web.url("/sign-in/code")
                    + (next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            return;
        }
        devices.remember(request, response, sessions.account(request), byLetter, Optional.empty());
        if (sessions.lacksFactor(request)) {
            web.goOn(web.url("/account/second-factor"));
        } else {
            web.goOn(next.isEmpty() ? web.url(Web.ownPlace(security::isCallerInRole)) : next);
        }
    }

    private Credential typed() {
        return new UsernamePasswordCredential(email, password);
    }

    /**
     * The server takes whoever is signed in for authenticated, whatever they type: so they are compared first, and signed out when it was
     * right.
     */
    private boolean authenticate(HttpServletRequest request, HttpServletResponse response, Credential credential) {
        if (web.isSignedIn()) {
            if (stores.validate(credential).getStatus() != CredentialValidationResult.Status.VALID) {
                return false;
            }
            try {
                request.logout();
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
        }
        return security.authenticate(
                        request, response, AuthenticationParameters.withParams().credential(credential))
                == AuthenticationStatus.SUCCESS;
    }

    /** A form was sent after its session had ended. */
    public boolean isEnded() {
        return web.parameter("ended").isPresent();
    }

    /** Leads to a company's page: whoever has no account needs a company person's one. */
    public boolean isToCompany() {
        return web.getIncomingAddress().startsWith(web.url("/company"));
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
