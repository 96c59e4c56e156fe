package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
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

/** Live postings that pay less than the minimum wage of a day on which somebody may still be hired for them. */
@ApplicationScoped
@Transactional
public class BelowFloorList implements DeskList<BelowFloorList.Row> {

    public record Row(
            long id,
            String code,
            String title,
            String company,
            BigDecimal hourly,
            int floor,
            String floorName,
            LocalDate day) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "below-floor",
            "posting.belowList.",
            Row.class,
            "id",
            "day",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/jobs/" + row.code()),
                    Column.text("company", Row::company),
                    Column.number("hourly", Row::hourly),
                    Column.number("floor", Row::floor),
                    Column.text("floorName", Row::floorName).aside(),
                    Column.day("day", Row::day)));

    @Inject
    private FloorService floors;

    @Override
    public Listing<Row> listing() {
        return LIST;
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
                floors.below(),
                (id, each) -> new Row(
                        id,
                        each.code(),
                        each.title(),
                        each.company().name(),
                        each.hourly(),
                        each.floor(),
                        each.floorName(),
                        each.day()));
    }
}
