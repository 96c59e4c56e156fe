package tsunagu.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import tsunagu.search.Kind;

/** What is looked at often; of records that are open. */
@ApplicationScoped
class PopularQueries {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    List<Long> most(Kind kind, LocalDate since, int most) {
        List<?> records = entityManager
                .createNativeQuery("select e.record_id from page_view v join search_entry e on e.kind = ?1 and e.code = v.code"
                        + " where v.kind = ?1 and v.day >= ?2 and not e.removed and e.opens_at <= now() and coalesce(e.closes_at, 'infinity') > now()"
                        + " group by e.record_id order by sum(v.views) desc, e.record_id desc limit " + most)
                .setParameter(1, kind.name())
                .setParameter(2, since)
                .getResultList();
        return records.stream().map(each -> ((Number) each).longValue()).toList();
    }
}
