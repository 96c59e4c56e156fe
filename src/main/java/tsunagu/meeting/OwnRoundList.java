package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;

/** Rounds of meetings in which the own company takes part. */
@ApplicationScoped
public class OwnRoundList extends OwnRowsList<OwnRoundList.Row> {

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

    public OwnRoundList() {
        super(LIST);
    }

    @Override
    protected List<Row> rows(String of) {
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
