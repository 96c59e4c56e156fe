package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Which subjects of which providers open which accounts, as stored. */
@ApplicationScoped
class ProviderLinkRepository {

    @Inject
    private Sql sql;

    /** @return false when the subject is linked to an account already, or the account to a subject of this provider */
    boolean add(long accountId, ProvenSubject proven, Instant now) {
        return sql.of(
                                "insert into provider_link (id, account_id, issuer, subject, linked_at)"
                                        + " values (nextval('tsunagu_seq'), :account, :issuer, :subject, :now) on conflict do nothing")
                        .with("account", accountId)
                        .with("issuer", proven.issuer())
                        .with("subject", proven.subject())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Whose account it opens. By both names and nothing else: two providers may call two people the same. */
    Optional<Long> account(ProvenSubject proven) {
        return sql.of("select account_id from provider_link where issuer = :issuer and subject = :subject")
                .with("issuer", proven.issuer())
                .with("subject", proven.subject())
                .first(Long.class);
    }

    void used(ProvenSubject proven, Instant now) {
        sql.of("update provider_link set used_at = :now where issuer = :issuer and subject = :subject")
                .with("now", now)
                .with("issuer", proven.issuer())
                .with("subject", proven.subject())
                .run();
    }

    /** The oldest first. */
    List<ProviderLink> of(long accountId) {
        return sql.of("select id, issuer, subject, linked_at, used_at from provider_link where account_id = :account"
                        + " order by linked_at, id")
                .with("account", accountId)
                .list(ProviderLink.class);
    }

    boolean remove(long accountId, long id) {
        return sql.of("delete from provider_link where id = :id and account_id = :account")
                        .with("id", id)
                        .with("account", accountId)
                        .run()
                == 1;
    }

    void removeAll(long accountId) {
        sql.of("delete from provider_link where account_id = :account")
                .with("account", accountId)
                .run();
    }
}
