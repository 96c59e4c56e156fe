package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import tsunagu.shared.DatabaseWatch;

/**
 * Keeps the session of somebody signed in when their page is made and before it is sent: what a page has shown as kept is then known to the other
 * node. The server could do it by itself at the end of each request (writeFrequency in sessions.xml), and does it also when the database is away: it
 * waits, holds the session meanwhile, and the next request of the same person stands behind it. Where the server keeps sessions in memory this
 * does nothing.
 */
@ApplicationScoped
class SessionKeeper {

    private static final Logger LOG = Logger.getLogger(SessionKeeper.class.getName());

    /** The server's own name of a session that can be written. */
    private static final String SERVERS = "com.ibm.websphere.servlet.session.IBMSession";

    private volatile Method write;

    @Inject
    private DatabaseWatch database;

    void keep(HttpServletRequest request) {
        // first of all: to look for a session may be to ask the database
        HttpSession session = database.away() ? null : request.getSession(false);
        if (session == null) {
            return;
        }
        try {
            write(session).invoke(session);
        } catch (InvocationTargetException notKept) {
            // Signed out meanwhile; or the database went away, the page is made and says what is done, and the next
            // request keeps the session.
            if (!(notKept.getCause() instanceof IllegalStateException)) {
                LOG.log(
                        Level.WARNING,
                        "A session was not kept: {0}",
                        notKept.getCause().toString());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Method write(HttpSession session) throws ReflectiveOperationException {
        if (write == null) {
            Class<?> kind = session.getClass();
            while (kind != null && Stream.of(kind.getInterfaces()).noneMatch(SessionKeeper::isServers)) {
                kind = kind.getSuperclass();
            }
            if (kind == null) {
                throw new ClassNotFoundException(SERVERS);
            }
            write = Stream.of(kind.getInterfaces())
                    .filter(SessionKeeper::isServers)
                    .findFirst()
                    .orElseThrow()
                    .getMethod("sync");
        }
        return write;
    }

    private static boolean isServers(Class<?> kind) {
        return kind.getName().equals(SERVERS);
    }
}
