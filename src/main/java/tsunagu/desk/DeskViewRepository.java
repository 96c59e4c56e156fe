package tsunagu.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.shared.Sql;

@ApplicationScoped
class DeskViewRepository {

    @Inject
    private Sql sql;

    List<KeptView> of(long account) {
        return sql.of(
                        "select id, list, name, path, query, made_at from desk_view where account_id = :account order by name, id")
                .with("account", account)
                .list(KeptView.class);
    }

    /** Under a name there is one view of a page: the later one takes its place. A list of another event stands on another page. */
    void keep(long account, String list, String name, String path, String query, Instant now) {
        sql.of(
                        "insert into desk_view (id, account_id, list, name, path, query, made_at)"
                                + " values (nextval('tsunagu_seq'), :account, :list, :name, :path, :query, :now)"
                                + " on conflict (account_id, list, path, name) do update set query = excluded.query, made_at = excluded.made_at")
                .with("account", account)
                .with("list", list)
                .with("name", name)
                .with("path", path)
                .with("query", query)
                .with("now", now)
                .run();
    }

    int forget(long account, long id) {
        return sql.of("delete from desk_view where account_id = :account and id = :id")
                .with("account", account)
                .with("id", id)
                .run();
    }
}
