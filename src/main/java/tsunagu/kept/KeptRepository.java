package tsunagu.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import tsunagu.kept.KeptService.Item;
import tsunagu.search.Kind;

/** What people keep, as stored. */
@ApplicationScoped
class KeptRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** In the order of keeping. */
    List<Item> of(long person) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select kind, code from kept where person_id = ? order by kept_at, code")
                .setParameter(1, person)
                .getResultList();
        return rows.stream().map(row -> new Item(Kind.valueOf((String) row[0]), (String) row[1])).toList();
    }

    /** Keeping twice is keeping once; nothing more is kept from so many on. */
    void add(long person, Item item, Instant now, int most) {
        entityManager
                .createNativeQuery("insert into kept (person_id, kind, code, kept_at) select ?, ?, ?, ?"
                        + " where (select count(*) from kept where person_id = ?) < ? on conflict do nothing")
                .setParameter(1, person)
                .setParameter(2, item.kind().name())
                .setParameter(3, item.code())
                .setParameter(4, now)
                .setParameter(5, person)
                .setParameter(6, most)
                .executeUpdate();
    }

    void remove(long person, Item item) {
        entityManager
                .createNativeQuery("delete from kept where person_id = ? and kind = ? and code = ?")
                .setParameter(1, person)
                .setParameter(2, item.kind().name())
                .setParameter(3, item.code())
                .executeUpdate();
    }

    /** Who kept the one company keeps the other, once. */
    void moveCompany(String merged, String into) {
        entityManager
                .createNativeQuery("insert into kept (person_id, kind, code, kept_at)"
                        + " select person_id, kind, ?, kept_at from kept where kind = 'COMPANY' and code = ? on conflict do nothing")
                .setParameter(1, into)
                .setParameter(2, merged)
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from kept where kind = 'COMPANY' and code = ?")
                .setParameter(1, merged)
                .executeUpdate();
    }
}
