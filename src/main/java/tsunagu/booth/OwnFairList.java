package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;

/** Events at which the own company has a booth, the latest first. */
@ApplicationScoped
public class OwnFairList extends OwnRowsList<OwnFairList.Row> {

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

    public OwnFairList() {
        super(LIST);
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                booths.fairs(),
                (id, each) -> new Row(id, each.code(), each.title(), each.day(), each.booth(), each.visits()));
    }
}
