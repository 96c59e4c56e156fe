package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Second factors, recovery codes, and what was asked for when a phone was lost, as stored. */
@ApplicationScoped
class SecondFactorRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    Optional<SecondFactor> of(long accountId) {
        return Optional.ofNullable(entityManager.find(SecondFactor.class, accountId));
    }

    void add(SecondFactor factor) {
        entityManager.persist(factor);
    }

    void remove(SecondFactor factor) {
        entityManager.remove(factor);
        sql.of("delete from recovery_code where account_id = :account")
                .with("account", factor.accountId())
                .run();
    }

    /** In place of those that were there. */
    void recovery(long accountId, Collection<String> digests) {
        sql.of("delete from recovery_code where account_id = :account")
                .with("account", accountId)
                .run();
        sql.of("insert into recovery_code (account_id, digest) select :account, unnest(cast(:digests as text[]))")
                .with("account", accountId)
                .withTexts("digests", digests)
                .run();
    }

    /** @return false when there is no such code, or it was used; two at once: one of them */
    boolean useRecovery(long accountId, String digest, Instant now) {
        return sql.of(
                                "update recovery_code set used_at = :now where account_id = :account and digest = :digest and used_at is null")
                        .with("now", now)
                        .with("account", accountId)
                        .with("digest", digest)
                        .run()
                > 0;
    }

    /** A secret and whose it is. */
    record Sealed(long account, byte[] secret) {}

    /** Those that this key has not sealed, locked. */
    List<Sealed> sealedOtherwise(String key, int most) {
        return sql.of(
                        "select account_id as account, secret from second_factor"
                                + " where encode(substring(secret from 1 for 8), 'escape') <> :key limit :most for update skip locked")
                .with("key", key)
                .with("most", most)
                .list(Sealed.class);
    }

    long countSealedOtherwise(String key) {
        return sql.of(
                        "select count(*) from second_factor where encode(substring(secret from 1 for 8), 'escape') <> :key")
                .with("key", key)
                .one(Long.class);
    }

    void seal(long accountId, byte[] secret) {
        sql.of("update second_factor set secret = :secret where account_id = :account")
                .with("secret", secret)
                .with("account", accountId)
                .run();
    }

    int recoveryLeft(long accountId) {
        return sql.of("select cast(count(*) as int) from recovery_code where account_id = :account and used_at is null")
                .with("account", accountId)
                .one(Integer.class);
    }

    /** Nobody has to ask twice: what was asked before is asked still. */
    void askReset(long accountId, long by, String why, Instant now) {
        sql.of(
                        "insert into factor_reset (id, account_id, asked_by, asked_at, reason) values (nextval('tsunagu_seq'), :account, :by, :now, :why)"
                                + " on conflict do nothing")
                .with("account", accountId)
                .with("by", by)
                .with("now", now)
                .with("why", why)
                .run();
    }

    /** Those nobody has answered, the oldest first. */
    List<FactorReset> resets() {
        return sql.of(
                        """
                        select r.id, r.account_id, p.name, a.email, r.asked_by, q.name as asked_by_name, r.asked_at, r.reason
                        from factor_reset r
                        join account a on a.id = r.account_id join person p on p.id = a.person_id
                        join account b on b.id = r.asked_by join person q on q.id = b.person_id
                        where r.answered_at is null order by r.asked_at, r.id
                        """)
                .list(FactorReset.class);
    }

    /** @return false when somebody answered it meanwhile */
    boolean answer(long id, long by, boolean done, Instant now) {
        return sql.of(
                                "update factor_reset set answered_by = :by, answered_at = :now, done = :done where id = :id and answered_at is null")
                        .with("by", by)
                        .with("now", now)
                        .with("done", done)
                        .with("id", id)
                        .run()
                > 0;
    }
}
