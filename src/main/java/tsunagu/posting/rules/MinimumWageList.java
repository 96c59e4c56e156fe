package tsunagu.posting.rules;

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

/** The dated table of minimum wages, the newest first. */
@ApplicationScoped
@Transactional
public class MinimumWageList implements DeskList<MinimumWageList.Row> {

    public record Row(long id, String name, int yen, LocalDate validFrom, boolean mistakable) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "minimum-wages",
            "posting.wageList.",
            Row.class,
            "id",
            "-validFrom",
            List.of(
                    Column.text("name", Row::name),
                    Column.number("yen", Row::yen),
                    Column.day("validFrom", Row::validFrom)));

    @Inject
    private MinimumWageService wages;

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
        return wages.entered().stream()
                .map(each -> new Row(
                        each.id(),
                        each.wage().name(),
                        each.wage().yen(),
                        each.wage().validFrom(),
                        each.mistakable()))
                .toList();
    }
}
