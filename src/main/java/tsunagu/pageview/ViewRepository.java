package tsunagu.pageview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import tsunagu.shared.Sql;

/** Views of pages as stored. */
@ApplicationScoped
class ViewRepository {

    @Inject
    private Sql sql;

    @Transactional
    void add(ViewCounter.Page page, long views) {
        sql.of(
                        """
                        insert into page_view (kind, code, day, views) values (:kind, :code, :day, :views)
                        on conflict (kind, code, day) do update set views = page_view.views + excluded.views
                        """)
                .with("kind", page.kind())
                .with("code", page.code())
                .with("day", page.day())
                .with("views", views)
                .run();
    }
}
