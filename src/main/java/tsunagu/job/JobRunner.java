package tsunagu.job;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DatabaseWatch;
import tsunagu.shared.Job;

/**
 * Begins every job when the database is there and ends them with the application. Not Jakarta Concurrency's {@code @Schedule},
 * whose times are those of the clock on the wall and fixed in the class: a round begins a while after the one before has ended.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    /** After the demonstration's data are in. */
    private static final int LATE = 5000;

    /** How often a good round is written down; a bad one always is. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    private JobService states;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private DatabaseWatch database;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final List<ScheduledFuture<?>> running = new CopyOnWriteArrayList<>();

    /** By job: what was last written down. Only the job's own thread changes its entry. */
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    private record Noted(Instant at, boolean good) {}

    void begin(@Observes @Priority(LATE) DatabaseReady ready) {
        if (begun.compareAndSet(false, true)) {
            jobs.forEach(job -> running.add(executor.scheduleWithFixedDelay(
                    () -> round(job), job.every().toMillis(), job.every().toMillis(), TimeUnit.MILLISECONDS)));
        }
    }

    @PreDestroy
    void end() {
        running.forEach(each -> each.cancel(false));
    }

    private void round(Job job) {
        if (database.clockDiffers()) {
            // tomorrow's reminders are not today's, whatever the clock of this machine says; the other nodes go on
            return;
        }
        currentActor.as(Actor.system(job.job()), () -> {
            try {
                job.round();
                note(job.job(), null);
            } catch (RuntimeException failure) {
                // The first of an outage is a warning; the others would only fill the log, and their number is kept.
                boolean first = noted.getOrDefault(job.job(), new Noted(Instant.EPOCH, true))
                        .good();
                LOG.log(
                        first ? Level.WARNING : Level.FINE,
                        "The job " + job.job() + " failed and is done again in " + job.every(),
                        failure);
                note(job.job(), failure);
            }
            return null;
        });
    }

    private void note(String job, RuntimeException failure) {
        Instant now = clock.instant();
        Noted last = noted.get(job);
        if (failure == null
                && last != null
                && last.good()
                && last.at().plus(NOTED).isAfter(now)) {
            return;
        }
        if (failure == null && last != null && !last.good()) {
            LOG.log(Level.INFO, "The job {0} ends well again", job);
        }
        noted.put(job, new Noted(now, failure == null));
        try {
            if (failure == null) {
                states.done(job);
            } else {
                states.failed(job, failure.getClass().getSimpleName());
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.FINE, "The state of the job " + job + " could not be kept", databaseAway);
        }
    }
}
