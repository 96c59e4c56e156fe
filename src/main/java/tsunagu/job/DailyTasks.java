package tsunagu.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Job;
import tsunagu.shared.MailHours;

/**
 * Runs what rooms do once a day, once among all nodes: whoever writes the row of the day first runs the task, in the same
 * transaction. A task that fails takes its row back and is tried again in the next round; the others are not disturbed. Days on
 * which no node was up are told to the task before it runs again.
 */
@ApplicationScoped
class DailyTasks implements Job {

    private static final Logger LOG = Logger.getLogger(DailyTasks.class.getName());
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    /** Days that are made up for; what is longer ago is over. */
    private static final int MOST_MISSED = 7;

    @Inject
    @Any
    private Instance<DailyTask> tasks;

    @Inject
    private JobRepository days;

    @Inject
    private MailHours.Known hours;

    @Resource
    private UserTransaction transaction;

    @Inject
    private Clock clock;

    @Override
    public String job() {
        return "daily";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    /** Each task by itself; afterwards the first failure, so that staff see that something fails. */
    @Override
    public void round() {
        ZonedDateTime now = clock.instant().atZone(FiscalYear.ZONE);
        List<String> failed = new ArrayList<>();
        for (DailyTask task : tasks) {
            boolean due =
                    !task.writes() || !now.toLocalTime().isBefore(hours.hours().begin());
            if (due && !one(task, now.toLocalDate())) {
                failed.add(task.task());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("daily tasks failed: " + failed);
        }
    }

    private boolean one(DailyTask task, LocalDate today) {
        try {
            transaction.begin();
            try {
                if (days.runsFirst(task.task(), today, clock.instant())) {
                    missed(task.task(), today).forEach(day -> task.missed(day, today));
                    task.run(today);
                }
                transaction.commit();
                return true;
            } catch (Exception e) {
                transaction.rollback();
                throw e;
            }
        } catch (Exception e) {
            LOG.log(
                    Level.WARNING,
                    "The daily task " + task.task() + " failed and will be tried again in " + BETWEEN.toSeconds()
                            + " s",
                    e);
            return false;
        }
    }

    /** Days since the task's last run; none when it never ran. */
    private List<LocalDate> missed(String task, LocalDate today) {
        LocalDate earliest = today.minusDays(MOST_MISSED);
        return days.lastRun(task, today)
                .map(last -> (last.plusDays(1).isBefore(earliest) ? earliest : last.plusDays(1))
                        .datesUntil(today)
                        .toList())
                .orElse(List.of());
    }
}
