package tsunagu.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DatabaseWatch;

/**
 * Asks the database twice a second whether it is there, on a connection of its own with a patience of a second (jdbc/tsunaguWatch). A database that hangs
 * is worse than one that is gone: statements wait for it as long as the longest export may take. So after two questions in a row without an
 * answer, the second by a new connection, nobody else begins to wait: pages say at once that they cannot be had. Those that wait already are let go:
 * the gate under the pools' connections is shut ({@link DatabaseSockets}). The server's own operation that breaks them off can hang the whole pool.
 *
 * <p>Life cycle: one thread, from when the database was ready for the first time to the end of the application.
 */
@ApplicationScoped
public class PingedDatabase implements DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(PingedDatabase.class.getName());

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration BETWEEN_DOUBTS = Duration.ofMillis(100);
    private static final int DOUBTS = 2;

    /** Of two clocks that are right; a letter or a closing may be as late. */
    private static final Duration APART = Duration.ofMinutes(1);

    @Resource(lookup = "jdbc/tsunaguWatch")
    private DataSource watch;

    @Resource
    private ManagedThreadFactory threads;

    private volatile Thread asking;

    /** Of {@link System#nanoTime}. */
    private volatile long lastAnswer;

    private volatile boolean away;

    private volatile boolean clockDiffers;

    @Inject
    Clock clock;

    void begin(@Observes @Priority(1) DatabaseReady ready) {
        if (asking == null) {
            // known before any background work is done
            answers();
            lastAnswer = System.nanoTime();
            asking = threads.newThread(this::ask);
            asking.start();
        }
    }

    @PreDestroy
    void end() {
        if (asking != null) {
            asking.interrupt();
            gate("open");
        }
    }

    @Override
    public boolean away() {
        return away;
    }

    @Override
    public boolean clockDiffers() {
        return clockDiffers;
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
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            compare(row.getTimestamp(1).toInstant());
            return true;
        } catch (SQLException | RuntimeException noAnswer) {
            return false;
        }
    }

    void compare(Instant database) {
        Duration apart = Duration.between(database, clock.instant());
        boolean differs = ClockProducer.isMachines(clock) && apart.abs().compareTo(APART) > 0;
        if (differs != clockDiffers) {
            clockDiffers = differs;
            LOG.warning(
                    differs
                            ? "The clock of this machine and that of the database differ by " + apart.toSeconds()
                                    + " s: until they agree (NTP) this node says that it is not ready and does no background work"
                            : "The clock of this machine and that of the database agree again");
        }
    }

    private void back() {
        if (away) {
            // before anybody is let in who would find it shut
            gate("open");
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
        gate("shut");
        LOG.warning("The database does not answer; until it does, every page answers 503 at once");
    }

    /** A server whose pools are without a gate has none to shut (a test's). */
    private static void gate(String what) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName gate = new ObjectName(DatabaseSockets.NAME);
            if (beans.isRegistered(gate)) {
                beans.invoke(gate, what, new Object[0], new String[0]);
            }
        } catch (JMException e) {
            LOG.log(Level.SEVERE, "The gate before the database cannot be reached", e);
        }
    }
}
