package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
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

/** Rounds of meetings in which the own company takes part. */
@ApplicationScoped
@Transactional
public class OwnRoundList implements DeskList<OwnRoundList.Row> {

    public record Row(long id, String code, String title, Instant firstAt, String state) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "own-rounds",
            "meeting.roundList.",
            Row.class,
            "id",
            "-firstAt",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/company/meetings/" + row.code()),
                    Column.moment("firstAt", Row::firstAt),
                    Column.choice(
                            "state", Row::state, "meeting.roundList.state.", List.of("WISHES", "RAN", "PUBLISHED"))));

    @Inject
    private MeetingService meetings;

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
        return meetings.ofOwnCompany().stream()
                .map(each -> new Row(
                        each.id(),
                        each.eventCode(),
                        each.eventTitle(),
                        each.firstAt(),
                        each.published() ? "PUBLISHED" : each.ran() ? "RAN" : "WISHES"))
                .toList();
    }
}
