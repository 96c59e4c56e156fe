package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import tsunagu.account.PasskeyAnswer;
import tsunagu.account.PasskeyQuestion;
import tsunagu.account.PasskeyService;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** What a page asks of an authenticator, and what came back ({@code ts:passkey}). A page asks one thing, anew each time it is made. */
@Named
@RequestScoped
public class PasskeyForm {

    @Inject
    private PasskeyService passkeys;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private PasskeyQuestion question;

    /** Who is there? For people who are not signed in. */
    public PasskeyQuestion getWho() {
        if (question == null) {
            question = passkeys.askWho();
        }
        return question;
    }

    /** Is it still whoever is signed in, or whose password was right? */
    public PasskeyQuestion getSame() {
        if (question == null) {
            question = passkeys.ask(sessions.account(request()));
        }
        return question;
    }

    /** A new one. */
    public PasskeyQuestion getFresh() {
        if (question == null) {
            question = passkeys.askNew(texts.of("web.portal"));
        }
        return question;
    }

    /** Whether whoever is signed in, or whose password was right, has any. */
    public boolean isThere() {
        return passkeys.has(sessions.account(request()));
    }

    PasskeyAnswer answer() {
        return new PasskeyAnswer(
                web.parameter("challenge").orElse(""), web.parameter("passkey").orElse(""));
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
