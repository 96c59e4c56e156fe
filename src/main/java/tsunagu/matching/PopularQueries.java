package tsunagu.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import tsunagu.search.Kind;
import tsunagu.shared.Sql;

/** What is looked at often; of records that are open. */
@ApplicationScoped
class PopularQueries {

    @Inject
    private Sql sql;

    List<Long> most(Kind kind, LocalDate since, int most) {
        return sql.of(
                        """
                        select e.record_id
                        from page_view v
                        join search_entry e on e.kind = :kind and e.code = v.code
                        where v.kind = :kind and v.day >= :since
                            and not e.removed and e.opens_at <= now() and coalesce(e.closes_at, 'infinity') > now()
                        group by e.record_id
                        order by sum(v.views) desc, e.record_id desc
                        limit :most
                        """)
                .with("kind", kind)
                .with("since", since)
                .with("most", most)
                .list(Long.class);
    }
}
