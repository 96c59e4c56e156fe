package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Events at which the own company has a booth, the latest first. */
@ApplicationScoped
@Transactional
public class OwnFairList implements DeskList<OwnFairList.Row> {

    public record Row(long id, String code, String title, LocalDate day, String booth, long visits) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "own-fairs",
            "booth.fairsList.",
            Row.class,
            "id",
            "-day",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/company/booths/" + row.code()),
                    Column.day("day", Row::day),
                    Column.text("booth", Row::booth),
                    Column.number("visits", Row::visits)));

    @Inject
    private BoothService booths;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = Role.COMPANY)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                booths.fairs(),
                (id, each) -> new Row(id, each.code(), each.title(), each.day(), each.booth(), each.visits()));
    }
}
