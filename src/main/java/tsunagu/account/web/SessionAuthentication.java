package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.account.AccountService;
import tsunagu.account.SecondFactorService;
import tsunagu.shared.Actor;
import tsunagu.web.PhoneMark;
import tsunagu.web.RequestActor;

/**
 * Jakarta Security's mechanism: the session remembers an account number and its epoch, nothing else; who that is and
 * what it may do is read from the database at every request. No token outlives the session.
 */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {

    private static final String ACCOUNT = "tsunagu.account";
    private static final String EPOCH = "tsunagu.epoch";

    /** Until when the second factor is waited for; while it is there, nobody is signed in. */
    private static final String HALF_UNTIL = "tsunagu.half";

    private static final Duration HALF = Duration.ofMinutes(10);

    /** What the server calls the session it has no room for (httpSession allowOverflow="false"). */
    private static final String OVERFLOW = "overflowed";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private OpenSessions sessions;

    @Inject
    private AccountService accounts;

    @Inject
    private SecondFactorService factors;

    @Inject
    private TrustedDevice devices;

    @Inject
    private Instance<PhoneMark.Lost> lost;

    @Inject
    private Clock clock;

    /** Somebody whose password was right, and whose second factor is waited for. */
    record Half(long account, int epoch) {}

    Optional<Half> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(HALF_UNTIL) instanceof Instant until)
                || until.isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Half((Long) session.getAttribute(ACCOUNT), (Integer) session.getAttribute(EPOCH)));
    }

    /** Whoever was signed in a moment ago has roles that are had only with a second factor, and has none. */
    boolean lacksFactor(HttpServletRequest request) {
        return factors.isMissing((Long) request.getSession().getAttribute(ACCOUNT));
    }

    /** The second factor was right: signed in from the next request on, in a session that is known by another name. */
    void complete(HttpServletRequest request) {
        request.changeSessionId();
        request.getSession().removeAttribute(HALF_UNTIL);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        return credential != null ? signIn(request, context, credential) : resume(request, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        context.cleanClientSubject();
    }

    /** This session goes on under the account's new epoch; all others have ended with it. */
    static void goOn(HttpServletRequest request, int epoch) {
        request.getSession().setAttribute(EPOCH, epoch);
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context, Credential credential) {
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        long accountId = Long.parseLong(result.getCallerPrincipal().getName());
        // A session that somebody else may have planted ends here, and nothing of it is taken over.
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (session == null || session.getId().startsWith(OVERFLOW)) {
            OpenSessions.full(request);
            return AuthenticationStatus.SEND_FAILURE;
        }
        session.setAttribute(ACCOUNT, accountId);
        int epoch = accounts.epoch(accountId);
        session.setAttribute(EPOCH, epoch);
        if (factors.asked(accountId) && !devices.is(request, accountId, epoch)) {
            session.setAttribute(HALF_UNTIL, clock.instant().plus(HALF));
        }
        sessions.opened(accountId, session);
        return context.notifyContainerAboutLogin(result);
    }

    /** Asked for phones at doors only: nobody else's session has the mark. */
    private boolean isOnLostPhone(HttpSession session) {
        return PhoneMark.of(session).filter(mark -> lost.stream().anyMatch(each -> each.isLost(mark))).isPresent();
    }

    private AuthenticationStatus resume(HttpServletRequest request, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof Long accountId)) {
            return context.doNothing();
        }
        if (session.getAttribute(HALF_UNTIL) != null) {
            return context.doNothing();
        }
        try {
            Optional<Actor> actor = accounts.signedIn(accountId, (Integer) session.getAttribute(EPOCH));
            if (actor.isEmpty() || isOnLostPhone(session)) {
                session.invalidate();
                return context.doNothing();
            }
            RequestActor.put(request, actor.get());
            return context.notifyContainerAboutLogin(
                    Long.toString(accountId),
                    actor.get().roles().stream().map(Enum::name).collect(Collectors.toSet()));
        } catch (RuntimeException databaseAway) {
            // Nobody is signed out because the database is away; the request itself is answered with 503.
            RequestActor.unknown(request, databaseAway);
            return context.doNothing();
        }
    }
}
