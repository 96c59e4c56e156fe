package tsunagu.internship;

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

/** A company's published internships, those that are open longest first. */
@ApplicationScoped
@Transactional
public class OwnInternshipList implements DeskList<OwnInternshipList.Row> {

    /** @param why the city took it down; "" otherwise */
    public record Row(
            long id,
            InternshipSubmissionService.Own internship,
            String title,
            String state,
            String why,
            LocalDate closesOn) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "own-internships",
            "internship.ownList.",
            Row.class,
            "id",
            "-closesOn",
            List.of(
                    Column.text("title", Row::title)
                            .opens(row -> "/internships/" + row.internship().code()),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "internship.ownList.state.",
                                    List.of("OPEN", "CLOSED", "TAKEN_DOWN"))
                            .toned(OwnInternshipList::tone),
                    Column.text("why", Row::why).aside(),
                    Column.day("closesOn", Row::closesOn)));

    @Inject
    private InternshipSubmissionService internships;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
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
                internships.own(),
                (id, each) -> new Row(
                        id,
                        each,
                        each.title(),
                        each.takenDownWhy().isEmpty() ? each.open() ? "OPEN" : "CLOSED" : "TAKEN_DOWN",
                        each.takenDownWhy(),
                        each.closesOn()));
    }

    private static String tone(Row row) {
        return switch (row.state()) {
            case "OPEN" -> "good";
            case "TAKEN_DOWN" -> "warn";
            default -> "quiet";
        };
    }
}
