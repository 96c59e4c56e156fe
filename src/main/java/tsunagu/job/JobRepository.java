package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.StoredInstant;

/** States of jobs, and the days on which daily tasks ran. */
@ApplicationScoped
class JobRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    void done(String job, Instant now) {
        entityManager
                .createNativeQuery("insert into job_state (job, done_at) values (?1, ?2) on conflict (job) do update"
                        + " set done_at = excluded.done_at, failing_since = null, failures = 0, failure = ''")
                .setParameter(1, job)
                .setParameter(2, now)
                .executeUpdate();
    }

    void failed(String job, Instant now, String kind) {
        entityManager
                .createNativeQuery("insert into job_state (job, failing_since, failures, failure) values (?1, ?2, 1, ?3) on conflict (job) do update"
                        + " set failing_since = coalesce(job_state.failing_since, excluded.failing_since),"
                        + " failures = job_state.failures + 1, failure = excluded.failure")
                .setParameter(1, job)
                .setParameter(2, now)
                .setParameter(3, kind)
                .executeUpdate();
    }

    List<JobState> all() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select job, done_at, failing_since, failures, failure from job_state order by failing_since nulls last, job")
                .getResultList();
        return rows.stream()
                .map(row -> new JobState(
                        (String) row[0], StoredInstant.of(row[1]), StoredInstant.of(row[2]), ((Number) row[3]).intValue(), (String) row[4]))
                .toList();
    }

    /** @return false when some node wrote the row of that day before */
    boolean runsFirst(String task, LocalDate day, Instant now) {
        return entityManager
                        .createNativeQuery("insert into daily_task_run (task, day, ran_at) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, task)
                        .setParameter(2, day)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    /** The day before {@code today} on which the task ran last. */
    Optional<LocalDate> lastRun(String task, LocalDate today) {
        Object last = entityManager
                .createNativeQuery("select to_char(max(day), 'YYYY-MM-DD') from daily_task_run where task = ?1 and day < ?2")
                .setParameter(1, task)
                .setParameter(2, today)
                .getSingleResult();
        return Optional.ofNullable((String) last).map(LocalDate::parse);
    }
}
