package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Long works and what they are made of. */
@ApplicationScoped
class LongWorkRepository {

    @Inject
    private Sql sql;

    /** What a node took to do. @param tries with this one */
    record Taken(String code, long accountId, String kind, String about, String input, int tries) {}

    void keep(String code, long account, String input, Instant now) {
        sql.of(
                        "insert into long_work (code, account_id, input, state, kept_at) values (:code, :account, :input, 'KEPT', :now)")
                .with("code", code)
                .with("account", account)
                .with("input", input)
                .with("now", now)
                .run();
    }

    Optional<String> kept(String code, long account) {
        return sql.of("select input from long_work where code = :code and account_id = :account and state = 'KEPT'")
                .with("code", code)
                .with("account", account)
                .first(String.class);
    }

    /** @return false when it is not there, somebody else's, or begun */
    boolean begin(String code, long account, String kind, String about, Instant now) {
        return sql.of(
                                """
                                update long_work set state = 'WAITING', kind = :kind, about = :about, begun_at = :now
                                where code = :code and account_id = :account and state = 'KEPT'
                                """)
                        .with("code", code)
                        .with("account", account)
                        .with("kind", kind)
                        .with("about", about)
                        .with("now", now)
                        .run()
                == 1;
    }

    /**
     * The oldest that waits, or whose node has not been heard of.
     *
     * @param silentSince a running work of which nothing was heard since then has lost its node
     */
    Optional<Taken> take(String runner, Instant now, Instant silentSince) {
        return sql.of(
                        """
                        update long_work
                        set state = 'RUNNING', runner = :runner, heard_at = :now, tries = tries + 1, done = 0, total = 0
                        where code = (
                            select code from long_work
                            where state = 'WAITING' or state = 'RUNNING' and heard_at < :silent
                            order by begun_at, code
                            limit 1
                            for update skip locked)
                        returning code, account_id, kind, about, input, tries
                        """)
                .with("runner", runner)
                .with("now", now)
                .with("silent", silentSince)
                .first(Taken.class);
    }

    /** @return false when it was stopped, or another node has it */
    boolean told(String code, String runner, int done, int total, Instant now) {
        return sql.of(
                                """
                                update long_work set done = :done, total = :total, heard_at = :now
                                where code = :code and runner = :runner and state = 'RUNNING'
                                """)
                        .with("code", code)
                        .with("runner", runner)
                        .with("done", done)
                        .with("total", total)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** @return false as for {@link #told} */
    boolean ended(String code, String runner, LongWorkState state, int result, String problem, Instant now) {
        return sql.of(
                                """
                                update long_work
                                set state = :state, result = :result, problem = :problem, ended_at = :now, input = '', done = total
                                where code = :code and runner = :runner and state = 'RUNNING'
                                """)
                        .with("code", code)
                        .with("runner", runner)
                        .with("state", state)
                        .with("result", result)
                        .with("problem", problem)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** @return false when it is not open, or somebody else's */
    boolean stop(String code, long account, Instant now) {
        return sql.of(
                                """
                                update long_work set state = 'STOPPED', ended_at = :now, input = ''
                                where code = :code and account_id = :account and state in ('WAITING', 'RUNNING')
                                """)
                        .with("code", code)
                        .with("account", account)
                        .with("now", now)
                        .run()
                == 1;
    }

    Optional<LongWorkView> find(String code, long account) {
        return sql.of(
                        """
                        select code, kind, about, state, begun_at, done, total, result, problem, ended_at
                        from long_work
                        where code = :code and account_id = :account and state <> 'KEPT'
                        """)
                .with("code", code)
                .with("account", account)
                .first(LongWorkView.class);
    }

    /** When those ended that their owner has not seen the end of. */
    List<Instant> unseen(long account) {
        return sql.of(
                        "select ended_at from long_work where account_id = :account and ended_at is not null and not seen")
                .with("account", account)
                .list(Instant.class);
    }

    void seen(String code) {
        sql.of("update long_work set seen = true where code = :code and ended_at is not null and not seen")
                .with("code", code)
                .run();
    }
}
