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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tsunagu.account.SignInThrottle;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Sign-in by e-mail address and password; leads on to the page that was asked for. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private String email = "";
    private String password = "";

    public void signIn() {
        Duration wait = throttle.wait(email, web.network());
        if (!wait.isZero()) {
            errors.add("", texts.of("account.error.wait", wait.toSeconds() + 1));
            return;
        }
        if (authenticate(new UsernamePasswordCredential(email, password))) {
            web.go(web.getIncomingAddress().isEmpty() ? web.url("/") : web.getIncomingAddress());
        } else {
            throttle.failed(email, web.network());
            errors.add("email", texts.of("account.error.wrong"));
        }
    }

    private boolean authenticate(Credential credential) {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        return security.authenticate(
                        (HttpServletRequest) context.getRequest(),
                        (HttpServletResponse) context.getResponse(),
                        AuthenticationParameters.withParams().credential(credential))
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
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
