package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.account.AccountSessionService;

/**
 * Sessions that exist, by account. Only a sign-in makes one, and an account has at most ten: with the next the one that was opened first
 * ends, so no single account takes the room of others. In this node's memory, as the sessions are; what is true of them for all nodes is in
 * their rows ({@link AccountSessionService}).
 */
@ApplicationScoped
class OpenSessions {

    static final int MOST = 10;

    private static final String ACCOUNT = "tsunagu.sessions.account";
    private static final String FULL = "tsunagu.sessions.full";

    private static final Logger LOG = Logger.getLogger(OpenSessions.class.getName());

    private final Map<Long, Deque<HttpSession>> byAccount = new HashMap<>();

    void opened(long account, HttpSession session) {
        HttpSession oldest;
        synchronized (this) {
            Deque<HttpSession> open = byAccount.computeIfAbsent(account, key -> new ArrayDeque<>());
            open.addLast(session);
            session.setAttribute(ACCOUNT, account);
            oldest = open.size() > MOST ? open.removeFirst() : null;
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    private synchronized void closed(HttpSession session) {
        if (session.getAttribute(ACCOUNT) instanceof Long account) {
            byAccount.computeIfPresent(account, (key, open) -> {
                open.removeIf(each -> each.getId().equals(session.getId()));
                return open.isEmpty() ? null : open;
            });
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // it ended by itself meanwhile
        }
    }

    /** The server said that no session is left. */
    static void full(HttpServletRequest request) {
        request.setAttribute(FULL, true);
    }

    static boolean isFull(HttpServletRequest request) {
        return request.getAttribute(FULL) != null;
    }

    /** Tells of sessions that end. */
    @WebListener
    public static class Ends implements HttpSessionListener {

        @Inject
        private OpenSessions sessions;

        @Inject
        private AccountSessionService rows;

        /** Signed out, unused for too long, or one too many: its row says so, too. */
        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            sessions.closed(event.getSession());
            if (event.getSession().getAttribute(SessionAuthentication.NUMBER) instanceof Long number) {
                try {
                    rows.ended(number);
                } catch (RuntimeException databaseAway) {
                    LOG.log(Level.FINE, "Session {0} ended without its row", number);
                }
            }
        }
    }
}
