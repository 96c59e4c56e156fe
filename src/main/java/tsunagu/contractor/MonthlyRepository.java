package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Monthly numbers of contractors, and who reports for which programme. Numbers are only ever added, as revisions. */
@ApplicationScoped
class MonthlyRepository {

    private static final String WAITING =
            """
            select %s
            from monthly_total t
            where not exists (select 1 from monthly_release r where r.monthly_id = t.id)
                and not exists (select 1 from monthly_total later where later.programme_id = t.programme_id and later.kind = t.kind
                    and later.month = t.month and later.revision > t.revision)
            """;

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    /** @param quantity null: what was reported is taken back */
    void add(
            String programmeId,
            YearMonth month,
            MonthlyKind kind,
            Integer quantity,
            String source,
            Instant now,
            Long by) {
        // The same number again is no new revision.
        sql.of(
                        """
                        insert into monthly_total (id, programme_id, kind, month, revision, quantity, source, entered_at, entered_by)
                        select nextval('tsunagu_seq'), :programme, :kind, :month, coalesce(max(t.revision), 0) + 1,
                            cast(:quantity as int), :source,
                            cast(:now as timestamptz), cast(:by as bigint)
                        from monthly_total t
                        where t.programme_id = :programme and t.kind = :kind and t.month = :month
                        having (array_agg(t.quantity order by t.revision desc))[1] is distinct from cast(:quantity as int)
                        """)
                .with("programme", programmeId)
                .with("kind", kind)
                .with("month", month.atDay(1))
                .with("quantity", quantity)
                .with("source", source)
                .with("now", now)
                .with("by", by)
                .run();
    }

    /**
     * A number as it was last reported.
     *
     * @param month its first day
     * @param quantity null: taken back
     * @param released the city lets it stand
     * @param standing the number that is counted until then; null for none
     */
    record Reported(
            long id,
            MonthlyKind kind,
            LocalDate month,
            Integer quantity,
            String source,
            int revision,
            boolean released,
            Integer standing) {}

    /** The latest of each month and kind. */
    List<Reported> latest(String programmeId, FiscalYear year) {
        return sql.of(
                        """
                        select distinct on (t.month, t.kind) t.id, t.kind, t.month, t.quantity, t.source, t.revision,
                            exists (select 1 from monthly_release r where r.monthly_id = t.id) as released,
                            (select s.quantity from monthly_total s join monthly_release r on r.monthly_id = s.id
                                where s.programme_id = t.programme_id and s.kind = t.kind and s.month = t.month
                                order by s.revision desc limit 1) as standing
                        from monthly_total t
                        where t.programme_id = :programme and t.month between :from and :to
                        order by t.month, t.kind, t.revision desc
                        """)
                .with("programme", programmeId)
                .with("from", year.firstDay())
                .with("to", year.lastDay())
                .list(Reported.class);
    }

    record Target(MonthlyKind kind, BigDecimal value) {}

    /** What the plan wants of a programme in a year, of numbers that are reported by the month. */
    List<Target> targets(String programmeId, FiscalYear year) {
        return sql.of(
                        """
                        select substr(d.counting, 9) as kind, max(t.value) as value
                        from measure m
                        join definition_in_force d on d.measure_id = m.id and d.fiscal_year = :year and d.counting like 'MONTHLY%'
                        join lateral (select value from target t
                            where t.measure_id = m.id and t.fiscal_year = :year and t.basis = ''
                            order by revision desc limit 1) t on t.value > 0
                        where m.programme_id = :programme
                        group by d.counting
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .list(Target.class);
    }

    /** Lets a number stand; nothing where it does already. */
    void release(long id, String programmeId, Instant now, Long by) {
        sql.of(
                        """
                        insert into monthly_release (monthly_id, programme_id, released_at, released_by)
                        values (:id, :programme, :now, :by)
                        on conflict do nothing
                        """)
                .with("id", id)
                .with("programme", programmeId)
                .with("now", now)
                .with("by", by)
                .run();
    }

    /** When what waits to be released was reported: the latest numbers, of every programme. */
    List<Instant> waitingSince() {
        return sql.of(WAITING.formatted("t.entered_at")).list(Instant.class);
    }

    /** A programme's year of which a number waits. @param fiscalYear its first year */
    record WaitingYear(String programmeId, int fiscalYear, long numbers) {}

    List<WaitingYear> waiting() {
        return sql.of(WAITING.formatted(
                                "t.programme_id, extract(year from t.month - interval '3 months')::int as fiscal_year,"
                                        + " count(*) as numbers")
                        + " group by 1, 2 order by 2, 1")
                .list(WaitingYear.class);
    }

    List<String> programmesOf(long accountId) {
        return sql.of("select programme_id from partner_programme where account_id = :account order by programme_id")
                .with("account", accountId)
                .list(String.class);
    }

    record Contractor(long account, String name, String email) {}

    /** Accounts that report. */
    List<Contractor> partners() {
        return sql.of(
                        """
                        select a.id as account, coalesce(p.name, '') as name, a.email
                        from account a
                        join account_role r on r.account_id = a.id and r.role = 'PARTNER'
                        join person p on p.id = a.person_id
                        order by p.name, a.id
                        """)
                .list(Contractor.class);
    }

    /** Nobody else gives the contractor programmes until this transaction ends. */
    void hold(long accountId) {
        locks.hold(Lock.ACCOUNT, accountId);
    }

    void give(long accountId, List<String> programmes) {
        sql.of("delete from partner_programme where account_id = :account and not (programme_id = any(:programmes))")
                .with("account", accountId)
                .withTexts("programmes", programmes)
                .run();
        programmes.forEach(each -> sql.of(
                        """
                        insert into partner_programme (account_id, programme_id)
                        values (:account, :programme)
                        on conflict do nothing
                        """)
                .with("account", accountId)
                .with("programme", each)
                .run());
    }
}
