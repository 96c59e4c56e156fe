package tsunagu.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.kept.KeptService.Item;
import tsunagu.shared.Sql;

/** What people keep, as stored. */
@ApplicationScoped
class KeptRepository {

    @Inject
    private Sql sql;

    /** In the order of keeping. */
    List<Item> of(long person) {
        return sql.of("select kind, code from kept where person_id = :person order by kept_at, code")
                .with("person", person)
                .list(Item.class);
    }

    /** Keeping twice is keeping once; nothing more is kept from so many on. */
    void add(long person, Item item, Instant now, int most) {
        sql.of(
                        """
                        insert into kept (person_id, kind, code, kept_at)
                        select :person, :kind, :code, :now
                        where (select count(*) from kept where person_id = :person) < :most
                        on conflict do nothing
                        """)
                .with("person", person)
                .with("kind", item.kind())
                .with("code", item.code())
                .with("now", now)
                .with("most", most)
                .run();
    }

    void remove(long person, Item item) {
        sql.of("delete from kept where person_id = :person and kind = :kind and code = :code")
                .with("person", person)
                .with("kind", item.kind())
                .with("code", item.code())
                .run();
    }

    /** Who kept the one company keeps the other, once. */
    void moveCompany(String merged, String into) {
        sql.of(
                        """
                        insert into kept (person_id, kind, code, kept_at)
                        select person_id, kind, :into, kept_at from kept where kind = 'COMPANY' and code = :merged
                        on conflict do nothing
                        """)
                .with("into", into)
                .with("merged", merged)
                .run();
        sql.of("delete from kept where kind = 'COMPANY' and code = :merged")
                .with("merged", merged)
                .run();
    }
}
