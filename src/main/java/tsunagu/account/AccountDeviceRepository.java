package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.Sql;

/** Browsers from which somebody signed in, as stored: by the digest of their cookie. */
@ApplicationScoped
class AccountDeviceRepository {

    @Inject
    private Sql sql;

    boolean knows(String email, String digest) {
        return sql.of("select exists (select 1 from account_device d join account a on a.id = d.account_id"
                        + " where d.digest = :digest and a.email_key = any(:marks))")
                .with("digest", digest)
                .withMarks("marks", email)
                .one(Boolean.class);
    }

    boolean trusts(long accountId, int epoch, String digest, Instant now) {
        return sql.of("select exists (select 1 from account_device where account_id = :account and digest = :digest"
                        + " and trusted_epoch = :epoch and trusted_until > :now)")
                .with("account", accountId)
                .with("digest", digest)
                .with("epoch", epoch)
                .with("now", now)
                .one(Boolean.class);
    }

    /** The browser goes by another number from now on, for all accounts that were used in it. */
    void rename(String before, String digest) {
        sql.of("update account_device set digest = :digest where digest = :before")
                .with("digest", digest)
                .with("before", before)
                .run();
    }

    /** @return true when it is new to the account */
    boolean signedIn(long accountId, String digest, String browser, Instant now) {
        int known = sql.of(
                        "update account_device set last_at = :now, browser = :browser where account_id = :account and digest = :digest")
                .with("now", now)
                .with("browser", browser)
                .with("account", accountId)
                .with("digest", digest)
                .run();
        if (known == 0) {
            sql.of("insert into account_device (id, account_id, digest, browser, first_at, last_at)"
                            + " values (nextval('tsunagu_seq'), :account, :digest, :browser, :now, :now)")
                    .with("account", accountId)
                    .with("digest", digest)
                    .with("browser", browser)
                    .with("now", now)
                    .run();
        }
        return known == 0;
    }

    void trust(long accountId, int epoch, String digest, Instant until) {
        sql.of(
                        "update account_device set trusted_until = :until, trusted_epoch = :epoch where account_id = :account and digest = :digest")
                .with("until", until)
                .with("epoch", epoch)
                .with("account", accountId)
                .with("digest", digest)
                .run();
    }

    /** The last used first. @param digest of the browser that asks, "" for none */
    List<AccountDevice> of(long accountId, String digest, Instant now) {
        return sql.of(
                        """
                        select d.id, d.browser, d.first_at, d.last_at,
                               case when d.trusted_epoch = a.epoch and d.trusted_until > :now then d.trusted_until end as trusted_until,
                               d.digest = :digest as here
                        from account_device d join account a on a.id = d.account_id
                        where d.account_id = :account order by d.last_at desc, d.id desc
                        """)
                .with("account", accountId)
                .with("digest", digest)
                .with("now", now)
                .list(AccountDevice.class);
    }

    /** @return false when it is not the account's */
    boolean forgetOne(long accountId, long device) {
        return sql.of("delete from account_device where id = :device and account_id = :account")
                        .with("device", device)
                        .with("account", accountId)
                        .run()
                > 0;
    }

    void forget(long accountId) {
        sql.of("delete from account_device where account_id = :account")
                .with("account", accountId)
                .run();
    }
}
