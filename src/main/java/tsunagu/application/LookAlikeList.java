package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Applications to one posting that may be one person's under two accounts. */
@ApplicationScoped
@Transactional
public class LookAlikeList implements DeskList<LookAlikeList.Row> {

    public record Row(
            long id, String posting, String title, String company, List<String> same, Instant first, Instant second) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "look-alikes",
            "application.lookAlikeList.",
            Row.class,
            "id",
            "-second",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/jobs/" + row.posting()),
                    Column.text("company", Row::company),
                    Column.choices("same", Row::same, "application.lookAlikes.", List.of("email", "phone", "name")),
                    Column.moment("first", Row::first),
                    Column.moment("second", Row::second)));

    @Inject
    private PlacementService placements;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                placements.lookAlikes(),
                (id, each) -> new Row(
                        id,
                        each.posting(),
                        each.title(),
                        each.company(),
                        Stream.of(each.email() ? "email" : "", each.phone() ? "phone" : "", each.name() ? "name" : "")
                                .filter(word -> !word.isEmpty())
                                .toList(),
                        each.first(),
                        each.second()));
    }
}
