package tsunagu.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseReady;

/**
 * Brings the database to the schema of this version, or waits until a job has made the tables that it needs ({@link Migration}), then lets the rooms load what they ship.
 *
 * <p>Life cycle: begun at start-up, beside it: pages answer 503 with how far it is. When the database is not there, one clear line is logged, every page answers
 * 503, and the attempt is repeated every five seconds until it succeeds: no restart is needed.
 */
@ApplicationScoped
public class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** Said instead of serving: with such a user every promise about the trail and about approved figures would rest on this program alone. */
    static final String OWNS =
            "The database user that the portal serves with (TSUNAGU_DB_USER) owns the tables or may become their owner:"
                    + " it could rewrite the audit trail and approved figures. Name two users, one that owns the database (TSUNAGU_DB_OWNER_USER) and one"
                    + " that owns nothing (TSUNAGU_DB_USER); docs/operation.md has the statements";

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    /** The database's owner: for the schema, its rights and this node's secret, before anything is served; not connected to where a job does that. */
    @Resource(lookup = "jdbc/tsunaguOwner")
    private DataSource owner;

    @Inject
    private ActorDoor actorDoor;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private KeyedFieldCipher cipher;

    @Inject
    private Event<DatabaseReady> ready;

    @Inject
    private CurrentActor currentActor;

    private volatile boolean prepared;

    private volatile boolean saidFromBefore;

    private volatile String unreachable = "";

    /** What has to be put right before anything is served; "": nothing is known. */
    private volatile String waitsFor = "";

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        // Beside the start: who opens a page meanwhile is told how far it is, instead of finding nobody at the door.
        executor.execute(this::attempt);
    }

    /** True once the schema is that of this version and the reference data are loaded. */
    public boolean prepared() {
        return prepared;
    }

    /** What has to be put right before anything is served, as the log says it; "" when nothing is known. */
    public String waitsFor() {
        return waitsFor;
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void attempt() {
        try {
            String tooOld = Schema.tooOld(dataSource);
            if (tooOld != null) {
                say(tooOld, null);
                again();
                return;
            }
            boolean byJob = NodeKey.isNamed(System.getenv());
            NodeKey node = byJob ? NodeKey.of(System.getenv()) : null;
            if (!byJob) {
                Schema.bringUpToDate(owner);
                Schema.grant(owner, application());
            }
            if (Schema.mightRewrite(dataSource)) {
                LOG.severe(OWNS);
                again();
                return;
            }
            String trouble =
                    byJob ? Schema.lacks(dataSource, cipher.keys(), node) : Schema.admitKeys(owner, cipher.keys());
            if (trouble != null) {
                say(trouble, cipher.trouble());
                again();
                return;
            }
            waitsFor = "";
            actorDoor.open(byJob ? node.secret() : Schema.admitNode(owner));
            currentActor.as(Actor.system("start"), () -> {
                ready.fire(new DatabaseReady());
                return null;
            });
            prepared = true;
            LOG.info("The database is ready");
        } catch (FlywayException e) {
            if (Schema.fromBefore(e)) {
                sayFromBefore(e);
            } else if (databaseAnswers()) {
                // A wrong schema does not heal by waiting, but an operator may mend it while the portal runs.
                LOG.log(Level.SEVERE, "The database schema could not be brought up to date", e);
            } else {
                sayUnreachable(e);
            }
            again();
        } catch (SQLException e) {
            if (databaseAnswers()) {
                LOG.log(Level.SEVERE, "The rights of the database's users could not be set", e);
            } else {
                sayUnreachable(e);
            }
            again();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The reference data could not be loaded", e);
            again();
        }
    }

    private String application() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    /** Once: the file of keys is read at the start. @param details what was wrong with the file; null for nothing */
    private void say(String trouble, String details) {
        if (!waitsFor.equals(trouble)) {
            LOG.severe(trouble);
            if (details != null) {
                LOG.severe(details);
            }
            waitsFor = trouble;
        }
    }

    /** Once, as long as it is for the same reason. */
    private void sayUnreachable(Exception reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said =
                "The database cannot be reached (TSUNAGU_DB_URL, TSUNAGU_DB_USER, TSUNAGU_DB_PASSWORD, and where this node does the owner's work"
                        + " TSUNAGU_DB_OWNER_USER, TSUNAGU_DB_OWNER_PASSWORD): " + root.getMessage()
                        + "; every page answers 503 until it can. It is tried every "
                        + RETRY.toSeconds() + " s";
        if (!said.equals(unreachable)) {
            LOG.severe(said);
            unreachable = said;
        }
    }

    private void again() {
        executor.schedule(this::attempt, RETRY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Once: it does not change while nobody puts another database in its place. */
    private void sayFromBefore(FlywayException details) {
        if (!saidFromBefore) {
            LOG.severe(Schema.FROM_BEFORE);
            LOG.info(details.getMessage());
            saidFromBefore = true;
        }
    }
}
