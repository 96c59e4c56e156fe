package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tsunagu.account.ProviderProof;
import tsunagu.shared.Languages;
import tsunagu.web.NoRoomException;
import tsunagu.web.Web;

/** The one way in, by whatever somebody has shown who they are: a session, the second factor where it is asked for, the known browser. */
@ApplicationScoped
public class Entrance {

    @Inject
    private SecurityContext security;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SessionAuthentication sessions;

    @Inject
    private KnownDevice devices;

    @Inject
    private Web web;

    /**
     * A provider has said who it is.
     *
     * @param next page of the portal, "" for where people of this kind begin
     * @param language of the page on which they began
     * @return where they go on
     * @throws NoRoomException when the server has no more
     */
    public String byProvider(
            HttpServletRequest request,
            HttpServletResponse response,
            ProviderProof proof,
            String next,
            Locale language) {
        if (!authenticate(request, response, proof)) {
            throw new NoRoomException();
        }
        return onwards(request, response, next, language, false);
    }

    /**
     * The server takes whoever is signed in for authenticated, whatever they type: so they are compared first, and signed out when it was
     * right.
     *
     * @return false when it was wrong, or the server has no room ({@link OpenSessions#isFull})
     */
    boolean authenticate(HttpServletRequest request, HttpServletResponse response, Credential credential) {
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

    /** Where somebody goes on who has just shown who they are. @param byLetter behind a letter's link */
    String onwards(
            HttpServletRequest request, HttpServletResponse response, String next, Locale language, boolean byLetter) {
        UnaryOperator<String> url = path -> request.getContextPath() + Languages.path(path, language);
        if (sessions.half(request).isPresent()) {
            return url.apply("/sign-in/code")
                    + (next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        devices.remember(request, response, sessions.account(request), byLetter, Optional.empty());
        if (sessions.lacksFactor(request)) {
            return url.apply("/account/second-factor");
        }
        return next.isEmpty() ? url.apply(Web.ownPlace(security::isCallerInRole)) : next;
    }
}
