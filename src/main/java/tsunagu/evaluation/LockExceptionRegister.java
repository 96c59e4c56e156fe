package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** 締めの例外, as the lock asks for them; the chain has an entry for each and for its end. */
@ApplicationScoped
class LockExceptionRegister {

    @Inject
    private Sql sql;

    /** What is revoked. @param grantedIn its entry in the chain */
    record Granted(String programmeId, FiscalYear year, long grantedIn) {}

    /** Those that hold first, the latest of each first. */
    List<LockException> all() {
        return sql.of(
                        """
                        select x.id, p.name as programme, x.fiscal_year as year, x.reason, x.made_at as at, x.revoked_at,
                            coalesce(b.name, '') as by, x.granted_in as record
                        from lock_exception x
                        left join account c on c.id = x.made_by
                        left join person b on b.id = c.person_id
                        join programme p on p.id = x.programme_id
                        order by x.revoked_at is not null, x.id desc
                        """)
                .list(LockException.class);
    }

    Optional<Granted> one(long exceptionId) {
        return sql.of("select programme_id, fiscal_year as year, granted_in from lock_exception where id = :exception")
                .with("exception", exceptionId)
                .first(Granted.class);
    }

    void add(String programmeId, FiscalYear year, String why, Long by, Instant now, long record) {
        sql.of(
                        """
                        insert into lock_exception (id, programme_id, fiscal_year, reason, made_by, made_at, granted_in, version)
                        values (nextval('tsunagu_seq'), :programme, :year, :why, :by, :now, :record, 1)
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .with("why", why)
                .with("by", by)
                .with("now", now)
                .with("record", record)
                .run();
    }

    boolean revoke(long exceptionId, Instant now) {
        return sql.of(
                                "update lock_exception set revoked_at = :now, version = version + 1 where id = :exception and revoked_at is null")
                        .with("now", now)
                        .with("exception", exceptionId)
                        .run()
                == 1;
    }
}
