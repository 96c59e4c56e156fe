package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/**
 * Sessions of accounts as stored. All of their times are compared with the database's clock: the clocks of nodes differ, and a session is as
 * old on each of them.
 */
@ApplicationScoped
class AccountSessionRepository {

    /** A session ends by itself when nothing was asked for thirty minutes (liberty/server.xml); what is written may be five minutes behind. */
    private static final String ALIVE = " s.ended_at is null and s.seen_at > now() - interval '35 minutes'";

    /**
     * No session lasts longer, however much it is used (OWASP ASVS 5.0, 7.3.2; NIST SP 800-63B-4): twelve hours for whoever works with
     * others' data, thirty days for people who look for work.
     */
    private static final String YOUNG = " s.opened_at > now() - case when exists ("
            + "select 1 from account_role o where o.account_id = a.id and o.role <> 'SEEKER')"
            + " then interval '12 hours' else interval '30 days' end";

    /** Of one account; with the next the one that was opened first ends, as it does on the node ({@code OpenSessions}). */
    private static final int MOST = 10;

    @Inject
    private Sql sql;

    long open(long accountId, int epoch, String browser, boolean proved) {
        long id = sql.of(
                        """
                        insert into account_session (id, account_id, epoch, browser, proved_at)
                        values (nextval('tsunagu_seq'), :account, :epoch, :browser, case when :proved then now() end) returning id
                        """)
                .with("account", accountId)
                .with("epoch", epoch)
                .with("browser", browser)
                .with("proved", proved)
                .one(Long.class);
        sql.of(
                        """
                        update account_session set ended_at = now() where ended_at is null and account_id = :account and id not in (
                            select id from account_session where account_id = :account and ended_at is null
                            order by opened_at desc, id desc limit :most)
                        """)
                .with("account", accountId)
                .with("most", MOST)
                .run();
        used(accountId);
        return id;
    }

    /** The account is used today. */
    void used(long accountId) {
        sql.of(
                        """
                        insert into account_use as u (account_id, used_on) values (:account, cast(now() at time zone 'Asia/Tokyo' as date))
                        on conflict (account_id) do update set used_on = excluded.used_on, warned_on = null
                        where u.used_on < excluded.used_on or u.warned_on is not null
                        """)
                .with("account", accountId)
                .run();
    }

    /** Empty for one that ended, is too old, or was opened before the account's password, roles or state changed. */
    Optional<Resumed> resumed(long session) {
        return sql.of(
                        """
                        select a.id as account_id, a.person_id, p.name,
                               (select string_agg(r.role, ',') from account_role r where r.account_id = a.id) as role_names,
                               exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
                               or exists (select 1 from passkey k where k.account_id = a.id) as factor,
                               coalesce(s.proved_at > now() - interval '10 minutes', false) as proved,
                               s.seen_at < now() - interval '5 minutes' as unseen
                        from account_session s
                        join account a on a.id = s.account_id and a.epoch = s.epoch and a.state = 'ACTIVE'
                        join person p on p.id = a.person_id
                        where s.id = :session and s.ended_at is null and"""
                                + YOUNG)
                .with("session", session)
                .first(Resumed.class);
    }

    void seen(long session) {
        sql.of(
                        "update account_session set seen_at = now() where id = :session and ended_at is null and seen_at < now() - interval '5 minutes'")
                .with("session", session)
                .run();
        sql.of("select account_id from account_session where id = :session")
                .with("session", session)
                .first(Long.class)
                .ifPresent(this::used);
    }

    /** By the server, for all nodes, and somebody asked for something in time. */
    boolean isKept(String name) {
        return sql.of(
                        """
                        select exists (select 1 from http_session where id = :name and propid = :name
                            and lastaccess + maxinactivetime * 1000.0 > extract(epoch from now()) * 1000)
                        """)
                .with("name", name)
                .one(Boolean.class);
    }

    void proved(long session) {
        sql.of("update account_session set proved_at = now() where id = :session and ended_at is null")
                .with("session", session)
                .run();
    }

    /** Goes on although the account changed: it was this session that changed it. */
    void follow(long session, int epoch) {
        sql.of("update account_session set epoch = :epoch where id = :session and ended_at is null")
                .with("epoch", epoch)
                .with("session", session)
                .run();
    }

    void end(long session) {
        sql.of("update account_session set ended_at = now() where id = :session and ended_at is null")
                .with("session", session)
                .run();
    }

    /** Those that go on; the last used first. */
    List<AccountSession> of(long accountId) {
        return sql.of(
                        """
                        select s.id, s.browser, s.opened_at, s.seen_at
                        from account_session s join account a on a.id = s.account_id and a.epoch = s.epoch
                        where s.account_id = :account and"""
                                + ALIVE + " and" + YOUNG + " order by s.seen_at desc, s.id desc")
                .with("account", accountId)
                .list(AccountSession.class);
    }

    /** @return false when it is not the account's, or has ended */
    boolean endOne(long accountId, long session) {
        return sql.of(
                                "update account_session set ended_at = now() where id = :session and account_id = :account and ended_at is null")
                        .with("session", session)
                        .with("account", accountId)
                        .run()
                > 0;
    }

    /** @param but goes on; 0 for none */
    void endAll(long accountId, long but) {
        sql.of(
                        "update account_session set ended_at = now() where account_id = :account and id <> :but and ended_at is null")
                .with("account", accountId)
                .with("but", but)
                .run();
    }

    void forget(long accountId) {
        sql.of("delete from account_use where account_id = :account")
                .with("account", accountId)
                .run();
        sql.of("delete from account_session where account_id = :account")
                .with("account", accountId)
                .run();
    }
}
