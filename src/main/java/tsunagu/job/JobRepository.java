package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** States of jobs, and the days on which daily tasks ran. */
@ApplicationScoped
class JobRepository {

    @Inject
    private Sql sql;

    void done(String job, Instant now) {
        sql.of(
                        """
                        insert into job_state (job, done_at) values (:job, :now)
                        on conflict (job) do update
                            set done_at = excluded.done_at, failing_since = null, failures = 0, failure = ''
                        """)
                .with("job", job)
                .with("now", now)
                .run();
    }

    void failed(String job, Instant now, String kind) {
        sql.of(
                        """
                        insert into job_state (job, failing_since, failures, failure) values (:job, :now, 1, :kind)
                        on conflict (job) do update
                            set failing_since = coalesce(job_state.failing_since, excluded.failing_since),
                                failures = job_state.failures + 1, failure = excluded.failure
                        """)
                .with("job", job)
                .with("now", now)
                .with("kind", kind)
                .run();
    }

    List<JobState> all() {
        return sql.of(
                        "select job, done_at, failing_since, failures, failure from job_state order by failing_since nulls last, job")
                .list(JobState.class);
    }

    /** In the order in which they are told. */
    List<StateFigure> figures() {
        return sql.of("select name, value from state_figure").list(StateFigure.class);
    }

    /** @return false when some node wrote the row of that day before */
    boolean runsFirst(String task, LocalDate day, Instant now) {
        return sql.of(
                                "insert into daily_task_run (task, day, ran_at) values (:task, :day, :now) on conflict do nothing")
                        .with("task", task)
                        .with("day", day)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** The day before {@code today} on which the task ran last. */
    Optional<LocalDate> lastRun(String task, LocalDate today) {
        return sql.of("select max(day) from daily_task_run where task = :task and day < :today")
                .with("task", task)
                .with("today", today)
                .first(LocalDate.class);
    }
}
