package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;
import tsunagu.shared.Sql;

/** Monthly numbers of contractors, and who reports for which programme. Numbers are only ever added, as revisions. */
@ApplicationScoped
class MonthlyRepository {

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    void add(String programmeId, MonthlyForm.Line line, String source, Instant now, Long by) {
        // The same number again is no new revision.
        sql.of("""
                        insert into monthly_total (id, programme_id, kind, month, revision, quantity, source, entered_at, entered_by)
                        select nextval('tsunagu_seq'), :programme, :kind, :month, coalesce(max(t.revision), 0) + 1, :quantity, :source,
                            cast(:now as timestamptz), cast(:by as bigint)
                        from monthly_total t
                        where t.programme_id = :programme and t.kind = :kind and t.month = :month
                        having (array_agg(t.quantity order by t.revision desc))[1] is distinct from :quantity
                        """)
                .with("programme", programmeId)
                .with("kind", line.kind())
                .with("month", line.month().atDay(1))
                .with("quantity", line.quantity())
                .with("source", source)
                .with("now", now)
                .with("by", by)
                .run();
    }

    /** A number as it was last reported. @param month its first day */
    record Reported(MonthlyKind kind, LocalDate month, int quantity, String source, int revision) {}

    /** The latest of each month and kind. */
    List<Reported> latest(String programmeId, FiscalYear year) {
        return sql.of("""
                        select distinct on (t.month, t.kind) t.kind, t.month, t.quantity, t.source, t.revision
                        from monthly_total t
                        where t.programme_id = :programme and t.month between :from and :to
                        order by t.month, t.kind, t.revision desc
                        """)
                .with("programme", programmeId)
                .with("from", year.firstDay())
                .with("to", year.lastDay())
                .list(Reported.class);
    }

    List<String> programmesOf(long accountId) {
        return sql.of("select programme_id from partner_programme where account_id = :account order by programme_id")
                .with("account", accountId)
                .list(String.class);
    }

    record Contractor(long account, String name, String email) {}

    /** Accounts that report. */
    List<Contractor> partners() {
        return sql.of("""
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
        programmes.forEach(each -> sql.of("""
                        insert into partner_programme (account_id, programme_id)
                        values (:account, :programme)
                        on conflict do nothing
                        """)
                .with("account", accountId)
                .with("programme", each)
                .run());
    }
}
