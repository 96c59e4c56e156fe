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
import tsunagu.account.AccountSessionService;
import tsunagu.account.PasskeyProof;
import tsunagu.account.ProviderProof;
import tsunagu.account.SecondFactorService;
import tsunagu.shared.Actor;
import tsunagu.shared.DatabaseWatch;
import tsunagu.web.PhoneMark;
import tsunagu.web.RequestActor;

/**
 * Jakarta Security's mechanism: the HTTP session remembers the number of a row (account_session), nothing else; who that is, what they may
 * do, and whether it goes on at all, is read from the database at every request. No token outlives the session.
 */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {

    /** Of the row of somebody who is signed in. */
    static final String NUMBER = "tsunagu.session";

    private static final String ACCOUNT = "tsunagu.account";

    /** Of the account when the password was right; asked until the second factor was given. */
    private static final String EPOCH = "tsunagu.epoch";

    /** Until when the second factor is waited for; while it is there, nobody is signed in. */
    private static final String HALF_UNTIL = "tsunagu.half";

    /** There when a provider said who it is: no password and no passkey was given, whatever the provider has asked for and when. */
    private static final String UNPROVED = "tsunagu.unproved";

    private static final Duration HALF = Duration.ofMinutes(10);

    /** What the server calls the session it has no room for (httpSession allowOverflow="false"). */
    private static final String OVERFLOW = "overflowed";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private OpenSessions sessions;

    @Inject
    private AccountSessionService rows;

    @Inject
    private AccountService accounts;

    @Inject
    private SecondFactorService factors;

    @Inject
    private KnownDevice devices;

    @Inject
    private Instance<PhoneMark.Lost> lost;

    @Inject
    private DatabaseWatch database;

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
        return factors.isMissing(account(request));
    }

    /** Whose password was right in this browser. */
    long account(HttpServletRequest request) {
        return (Long) request.getSession().getAttribute(ACCOUNT);
    }

    /** Number of the session in which somebody is signed in. */
    long number(HttpServletRequest request) {
        return (Long) request.getSession().getAttribute(NUMBER);
    }

    /** The second factor was right: signed in from the next request on, in a session that is known by another name. */
    void complete(HttpServletRequest request) {
        request.changeSessionId();
        HttpSession session = request.getSession();
        open(request, session, (Long) session.getAttribute(ACCOUNT), (Integer) session.getAttribute(EPOCH));
        session.removeAttribute(HALF_UNTIL);
    }

    private void open(HttpServletRequest request, HttpSession session, long account, int epoch) {
        boolean proved = session.getAttribute(UNPROVED) == null;
        session.setAttribute(
                NUMBER, rows.open(account, epoch, BrowserName.of(request.getHeader("User-Agent")), proved));
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
    void goOn(HttpServletRequest request, int epoch) {
        rows.follow(number(request), epoch);
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
        if (credential instanceof ProviderProof) {
            session.setAttribute(UNPROVED, true);
        }
        // A passkey was unlocked by its owner: nothing beside it is asked for.
        if (!(credential instanceof PasskeyProof)
                && factors.asked(accountId)
                && !devices.isTrusted(request, accountId, epoch)) {
            session.setAttribute(HALF_UNTIL, clock.instant().plus(HALF));
        } else {
            open(request, session, accountId, epoch);
        }
        sessions.opened(accountId, session);
        return context.notifyContainerAboutLogin(result);
    }

    /** Asked for phones at doors only: nobody else's session has the mark. */
    private boolean isOnLostPhone(HttpSession session) {
        return PhoneMark.of(session)
                .filter(mark -> lost.stream().anyMatch(each -> each.isLost(mark)))
                .isPresent();
    }

    private AuthenticationStatus resume(HttpServletRequest request, HttpMessageContext context) {
        try {
            // before the server looks for the session, which would wait for the database, too
            database.require();
            HttpSession session = request.getSession(false);
            if (session == null && request.getRequestedSessionId() != null) {
                rows.requireGone(request.getRequestedSessionId());
            }
            if (session == null || !(session.getAttribute(NUMBER) instanceof Long number)) {
                return context.doNothing();
            }
            Optional<AccountService.Present> there = accounts.signedIn(number);
            if (there.isEmpty() || isOnLostPhone(session)) {
                session.invalidate();
                return context.doNothing();
            }
            if (there.get().unseen()) {
                rows.seen(number);
            }
            Actor actor = there.get().actor();
            RequestActor.put(request, actor, there.get().proved());
            return context.notifyContainerAboutLogin(
                    Long.toString(actor.accountId()),
                    actor.roles().stream().map(Enum::name).collect(Collectors.toSet()));
        } catch (RuntimeException databaseAway) {
            // Nobody is signed out because the database is away; the request itself is answered with 503.
            RequestActor.unknown(request, databaseAway);
            return context.doNothing();
        }
    }
}
