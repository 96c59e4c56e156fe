package tsunagu.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DatabaseWatch;

/**
 * Asks the database twice a second whether it is there, on a connection of its own with a patience of a second (jdbc/tsunaguWatch). A database that hangs
 * is worse than one that is gone: statements wait for it as long as the longest export may take. So after two questions in a row without an
 * answer, the second by a new connection, nobody else begins to wait: pages say at once that they cannot be had. Those that wait already are left to
 * their own timeouts: the server's operation that breaks them off can hang the whole pool.
 *
 * <p>Life cycle: one thread, from when the database was ready for the first time to the end of the application.
 */
@ApplicationScoped
public class PingedDatabase implements DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(PingedDatabase.class.getName());

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration BETWEEN_DOUBTS = Duration.ofMillis(100);
    private static final int DOUBTS = 2;

    @Resource(lookup = "jdbc/tsunaguWatch")
    private DataSource watch;

    @Resource
    private ManagedThreadFactory threads;

    private volatile Thread asking;

    /** Of {@link System#nanoTime}. */
    private volatile long lastAnswer;

    private volatile boolean away;

    void begin(@Observes @Priority(1) DatabaseReady ready) {
        if (asking == null) {
            lastAnswer = System.nanoTime();
            asking = threads.newThread(this::ask);
            asking.start();
        }
    }

    @PreDestroy
    void end() {
        if (asking != null) {
            asking.interrupt();
        }
    }

    @Override
    public boolean away() {
        return away;
    }

    private void ask() {
        int doubts = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (answers()) {
                    doubts = 0;
                    back();
                } else if (!away && ++doubts == DOUBTS) {
                    gone();
                }
                Thread.sleep((doubts > 0 && !away ? BETWEEN_DOUBTS : BETWEEN).toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Connection connection = watch.getConnection();
                Statement statement = connection.createStatement()) {
            // nothing: the question alone is answered
            statement.execute("");
            return true;
        } catch (SQLException | RuntimeException noAnswer) {
            return false;
        }
    }

    private void back() {
        if (away) {
            LOG.log(
                    Level.WARNING,
                    "The database answers again, after {0} s",
                    Duration.ofNanos(System.nanoTime() - lastAnswer).toSeconds());
        }
        lastAnswer = System.nanoTime();
        away = false;
    }

    private void gone() {
        away = true;
        LOG.warning("The database does not answer; until it does, every page answers 503 at once");
    }
}
