package tsunagu.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.annotation.Priority;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import jakarta.transaction.UserTransaction;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.FiscalYear;

/**
 * Runs what rooms do once a day, once among all nodes: whoever writes the row of the day first runs the task, in the same
 * transaction. A task that fails takes its row back and is tried again a minute later; the others are not disturbed.
 */
@ApplicationScoped
public class DailyTasks {

    private static final Logger LOG = Logger.getLogger(DailyTasks.class.getName());
    private static final int SECONDS_BETWEEN = 20;

    /** After the demonstration's data are in. */
    private static final int LATE = 5000;

    @Inject
    @Any
    private Instance<DailyTask> tasks;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private UserTransaction transaction;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    private final AtomicBoolean begun = new AtomicBoolean();

    void begin(@Observes @Priority(LATE) DatabaseReady ready) {
        if (begun.compareAndSet(false, true)) {
            executor.scheduleWithFixedDelay(this::all, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    private void all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        currentActor.as(Actor.system("daily"), () -> {
            tasks.forEach(task -> one(task, today));
            return null;
        });
    }

    private void one(DailyTask task, LocalDate today) {
        try {
            transaction.begin();
            try {
                if (first(task.task(), today)) {
                    task.run(today);
                }
                transaction.commit();
            } catch (Exception e) {
                transaction.rollback();
                throw e;
            }
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The daily task " + task.task() + " failed and will be tried again", e);
        }
    }

    private boolean first(String task, LocalDate today) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into daily_task_run (task, day, ran_at) values (?, ?, ?) on conflict do nothing")) {
            statement.setString(1, task);
            statement.setObject(2, today);
            statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }
}
