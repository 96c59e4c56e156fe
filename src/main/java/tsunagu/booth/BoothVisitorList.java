package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;

/** Visitors of the own booth at a fair who want to be known, the latest first. Belongs to the event's code. */
@ApplicationScoped
@Transactional
public class BoothVisitorList implements DeskList<BoothVisitorList.Row> {

    public record Row(long id, long person, String name, String email, String role, Instant visitedAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "booth-visitors",
            "booth.visitors.",
            Row.class,
            "id",
            "-visitedAt",
            List.of(
                    Column.text("name", Row::name),
                    Column.text("email", Row::email),
                    Column.choice(
                            "role",
                            Row::role,
                            "event.role.",
                            Arrays.stream(AttendanceRole.values())
                                    .map(Enum::name)
                                    .toList()),
                    Column.moment("visitedAt", Row::visitedAt)));

    @Inject
    private BoothService booths;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.BOOTH_VISITORS_FILE, Row::person);
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
                booths.desk(of).visits().stream()
                        .filter(each -> !each.name().isEmpty())
                        .toList(),
                (id, each) -> new Row(id, each.person(), each.name(), each.email(), each.role(), each.visitedAt()));
    }
}
