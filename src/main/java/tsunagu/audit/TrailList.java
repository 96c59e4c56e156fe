package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 監査証跡, entry by entry, the newest first; for the auditor. Accounts by their numbers, rows by theirs, as the trail holds them. */
@ApplicationScoped
@Transactional
public class TrailList implements DeskList<TrailList.Row> {

    /**
     * @param changed names of the columns that are another value now; "" for a row that is new or gone
     * @param reason as it was given; "" where none was asked for
     */
    public record Row(
            long id,
            Instant at,
            String actor,
            String tableName,
            String rowId,
            String action,
            String changed,
            String reason) {}

    private static final String SELECT =
            """
            select e.id, e.at, e.actor, e.table_name, e.row_id, e.action, coalesce(e.reason, '') as reason,
                case when e.action = 'UPDATE' then coalesce((
                    select string_agg(k.key, ', ' order by k.key) from jsonb_each(e.after) k
                    where k.value is distinct from e.before -> k.key), '') else '' end as changed
            from audit_entry e""";

    private static final Listing<Row> LIST = new Listing<>(
            "trail",
            "audit.list.",
            Row.class,
            "id",
            SELECT,
            "-at",
            List.of(
                    Column.moment("at", Row::at),
                    Column.text("actor", Row::actor).exact(),
                    Column.text("tableName", Row::tableName).exact(),
                    Column.text("rowId", Row::rowId).exact(),
                    Column.choice("action", Row::action, "audit.action.", List.of("INSERT", "UPDATE", "DELETE")),
                    Column.text("changed", Row::changed).unsorted().unfiltered(),
                    Column.text("reason", Row::reason)));

    @Inject
    private DeskQueries queries;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.AUDITOR, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, Map.of());
    }

    @Override
    @UseCase(allow = Role.AUDITOR)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
