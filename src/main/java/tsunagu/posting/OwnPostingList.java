package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.review.SubmissionState;

/** A company's published postings, the newest first. */
@ApplicationScoped
public class OwnPostingList extends OwnRowsList<OwnPostingList.Row> {

    /** @param ended null as long as it was not ended @param why the city took it down; "" otherwise @param change what is under way for it; null for nothing */
    public record Row(
            long id,
            OwnPosting posting,
            String title,
            String state,
            String ended,
            String why,
            LocalDate opensOn,
            LocalDate closesOn,
            Instant confirmBefore,
            String change) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "own-postings",
            "posting.ownList.",
            Row.class,
            "id",
            "-opensOn",
            List.of(
                    Column.text("title", Row::title)
                            .opens(row -> "/jobs/" + row.posting().code()),
                    Column.<Row>choice(
                                    "state",
                                    Row::state,
                                    "posting.state.",
                                    Arrays.stream(OwnPosting.State.values())
                                            .map(Enum::name)
                                            .toList())
                            .toned(OwnPostingList::tone),
                    Column.day("closesOn", Row::closesOn),
                    Column.day("opensOn", Row::opensOn).aside(),
                    Column.choice(
                            "ended",
                            Row::ended,
                            "posting.endReason.",
                            Arrays.stream(EndReason.values()).map(Enum::name).toList()),
                    Column.text("why", Row::why).aside(),
                    Column.moment("confirmBefore", Row::confirmBefore).aside(),
                    Column.choice(
                                    "change",
                                    Row::change,
                                    "review.state.",
                                    Arrays.stream(SubmissionState.values())
                                            .map(Enum::name)
                                            .toList())
                            .aside()));

    @Inject
    private PostingService postings;

    public OwnPostingList() {
        super(LIST);
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                postings.own(),
                (id, each) -> new Row(
                        id,
                        each,
                        each.title(),
                        each.state().name(),
                        each.endedBecause() == null ? null : each.endedBecause().name(),
                        each.takenDownWhy(),
                        each.opensOn(),
                        each.closesOn(),
                        each.confirmBefore(),
                        each.submissionState() == null
                                ? null
                                : each.submissionState().name()));
    }

    private static String tone(Row row) {
        return switch (row.posting().state()) {
            case OPEN -> "good";
            case HIDDEN -> "warn";
            default -> "quiet";
        };
    }
}
