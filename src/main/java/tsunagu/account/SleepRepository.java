package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.Sql;

/** When accounts were used last, as stored. */
@ApplicationScoped
class SleepRepository {

    @Inject
    private Sql sql;

    /**
     * @param usedOn the day it was made where nobody ever signed in
     * @param warnedOn null: was not told since
     * @param city has a role of the city
     */
    record Unused(long id, LocalDate usedOn, LocalDate warnedOn, boolean city) {}

    /** Accounts that can be signed in with and were last used on these days or before; a day that is null: none. */
    List<Unused> since(LocalDate people, LocalDate city) {
        return sql.of(
                        """
                        select x.id, x.used_on, x.warned_on, x.city from (
                            select a.id, coalesce(u.used_on, cast(a.created_at at time zone 'Asia/Tokyo' as date)) as used_on, u.warned_on,
                                exists (select 1 from account_role r where r.account_id = a.id and r.role not in ('SEEKER', 'COMPANY')) as city
                            from account a left join account_use u on u.account_id = a.id
                            where a.state = 'ACTIVE' and a.password_hash <> '' and not exists (
                                select 1 from account_role r where r.account_id = a.id and r.role = 'ADMINISTRATOR')) x
                        where x.used_on <= case when x.city then cast(:city as date) else cast(:people as date) end
                        order by x.id
                        """)
                .with("people", people)
                .with("city", city)
                .list(Unused.class);
    }

    void warned(long account, LocalDate usedOn, LocalDate today) {
        sql.of(
                        """
                        insert into account_use (account_id, used_on, warned_on) values (:account, :used, :today)
                        on conflict (account_id) do update set warned_on = excluded.warned_on
                        """)
                .with("account", account)
                .with("used", usedOn)
                .with("today", today)
                .run();
    }

    boolean usedAfter(long account, LocalDate day) {
        return sql.of("select 1 from account_use where account_id = :account and used_on > :day")
                .with("account", account)
                .with("day", day)
                .first(Integer.class)
                .isPresent();
    }
}
