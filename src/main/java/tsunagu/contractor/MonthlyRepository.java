package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;

/** Monthly numbers of contractors, and who reports for which programme. Numbers are only ever added, as revisions. */
@ApplicationScoped
class MonthlyRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    void add(String programmeId, MonthlyForm.Line line, String source, Instant now, Long by) {
        entityManager
                .createNativeQuery("insert into monthly_total (id, programme_id, kind, month, revision, quantity, source, entered_at, entered_by)"
                        + " select nextval('tsunagu_seq'), ?1, ?2, ?3, coalesce(max(t.revision), 0) + 1, ?4, ?5, ?6, cast(?7 as bigint)"
                        + " from monthly_total t where t.programme_id = ?1 and t.kind = ?2 and t.month = ?3"
                        // The same number again is no new revision.
                        + " having (array_agg(t.quantity order by t.revision desc))[1] is distinct from ?4")
                .setParameter(1, programmeId)
                .setParameter(2, line.kind().name())
                .setParameter(3, line.month().atDay(1))
                .setParameter(4, line.quantity())
                .setParameter(5, source)
                .setParameter(6, now)
                .setParameter(7, by)
                .executeUpdate();
    }

    /** Kind, month, quantity, source, revision: the latest of each. */
    List<Object[]> latest(String programmeId, FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select distinct on (t.month, t.kind) t.kind, t.month, t.quantity, t.source, t.revision from monthly_total t"
                        + " where t.programme_id = ? and t.month between ? and ? order by t.month, t.kind, t.revision desc")
                .setParameter(1, programmeId)
                .setParameter(2, year.firstDay())
                .setParameter(3, year.lastDay())
                .getResultList();
        return rows;
    }

    List<String> programmesOf(long accountId) {
        List<String> ids = entityManager
                .createNativeQuery("select programme_id from partner_programme where account_id = ? order by programme_id")
                .setParameter(1, accountId)
                .getResultList();
        return ids;
    }

    /** Accounts that report: id, name, mail address. */
    List<Object[]> partners() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select a.id, coalesce(p.name, ''), a.email from account a join account_role r on r.account_id = a.id"
                        + " and r.role = 'PARTNER' join person p on p.id = a.person_id order by p.name, a.id")
                .getResultList();
        return rows;
    }

    /** Nobody else gives the contractor programmes until this transaction ends. */
    void hold(long accountId) {
        locks.hold(Lock.ACCOUNT, accountId);
    }

    void give(long accountId, List<String> programmes) {
        entityManager
                .createNativeQuery("delete from partner_programme where account_id = ?1 and not (programme_id = any(string_to_array(?2, ' ')))")
                .setParameter(1, accountId)
                .setParameter(2, String.join(" ", programmes))
                .executeUpdate();
        programmes.forEach(each -> entityManager
                .createNativeQuery("insert into partner_programme (account_id, programme_id) values (?, ?) on conflict do nothing")
                .setParameter(1, accountId)
                .setParameter(2, each)
                .executeUpdate());
    }

    static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
