package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;

/** A company's published internships, those that are open longest first. */
@ApplicationScoped
public class OwnInternshipList extends OwnRowsList<OwnInternshipList.Row> {

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

    public OwnInternshipList() {
        super(LIST);
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    protected List<Row> rows(String of) {
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
