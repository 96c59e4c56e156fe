package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Viewing;

/** Visitors of the own booth at a fair who want to be known, the latest first. Belongs to the event's code. */
@ApplicationScoped
public class BoothVisitorList extends OwnRowsList<BoothVisitorList.Row> {

    public record Row(long id, long person, String name, String email, String role, Instant visitedAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "booth-visitors",
            "booth.visitors.",
            Row.class,
            "id",
            "-visitedAt",
            List.of(
                    Column.<Row>text("name", Row::name).names(),
                    Column.<Row>text("email", Row::email).mails(),
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

    public BoothVisitorList() {
        super(LIST);
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.BOOTH_VISITORS_FILE, Row::person);
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                booths.desk(of).visits().stream()
                        .filter(each -> !each.name().isEmpty())
                        .toList(),
                (id, each) -> new Row(id, each.person(), each.name(), each.email(), each.role(), each.visitedAt()));
    }
}
