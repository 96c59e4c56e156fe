package tsunagu.pageview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Views of pages as stored. */
@ApplicationScoped
class ViewRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Transactional
    void add(ViewCounter.Page page, long views) {
        entityManager
                .createNativeQuery("insert into page_view (kind, code, day, views) values (?, ?, ?, ?)"
                        + " on conflict (kind, code, day) do update set views = page_view.views + excluded.views")
                .setParameter(1, page.kind())
                .setParameter(2, page.code())
                .setParameter(3, page.day())
                .setParameter(4, views)
                .executeUpdate();
    }
}
