package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import tsunagu.shared.Allowances;
import tsunagu.shared.Job;
import tsunagu.shared.Limit;
import tsunagu.shared.Sql;

/**
 * What all nodes have let somebody do together: a row for a bucket that is not full, with the instant at which it will be. One statement asks
 * and takes, in a transaction of its own: a wrong password is rolled back, the try that it was is not.
 */
@ApplicationScoped
class AllowanceRepository implements Allowances.Everywhere, Job {

    private static final Duration BETWEEN = Duration.ofMinutes(5);

    @Inject
    private Sql sql;

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Duration take(Limit limit, String digest) {
        int taken = sql.of(
                        """
                        insert into allowance (what, who, full_at)
                        values (:what, :who, now() + make_interval(secs => :step))
                        on conflict (what, who) do update
                            set full_at = greatest(allowance.full_at, now()) + make_interval(secs => :step)
                            where greatest(allowance.full_at, now()) + make_interval(secs => :step) <= now() + make_interval(secs => :step * :most)
                        """)
                .with("what", limit)
                .with("who", digest)
                .with("step", seconds(limit))
                .with("most", limit.most())
                .run();
        if (taken == 1) {
            return Duration.ZERO;
        }
        Duration wait = sql.of(
                        """
                        select cast(extract(epoch from full_at + make_interval(secs => :step) - now() - make_interval(secs => :step * :most)) * 1000 as bigint)
                        from allowance where what = :what and who = :who
                        """)
                .with("what", limit)
                .with("who", digest)
                .with("step", seconds(limit))
                .with("most", limit.most())
                .first(Long.class)
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
        // another node may have given back meanwhile; nothing was taken here all the same
        return wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(Limit limit, String digest) {
        sql.of(
                        "update allowance set full_at = full_at - make_interval(secs => :step) where what = :what and who = :who")
                .with("step", seconds(limit))
                .with("what", limit)
                .with("who", digest)
                .run();
    }

    @Override
    public String job() {
        return "allowances";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    /** What is full again needs no row. */
    @Override
    @Transactional
    public void round() {
        sql.of("delete from allowance where full_at <= now()").run();
    }

    private static double seconds(Limit limit) {
        return limit.step().toMillis() / 1000.0;
    }
}
