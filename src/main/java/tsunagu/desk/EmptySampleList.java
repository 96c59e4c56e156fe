package tsunagu.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A list in which nothing is, for the style page. */
@ApplicationScoped
@Transactional
public class EmptySampleList implements DeskList<EmptySampleList.Row> {

    public record Row(long id, String title) {}

    private static final Listing<Row> LIST = new Listing<>(
            "no-samples",
            "desk.style.emptyTable.",
            Row.class,
            "id",
            "select 1::bigint as id, '' as title where false",
            "title",
            List.of(Column.text("title", Row::title)));

    @Inject
    private DeskQueries queries;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, Map.of());
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
