package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.review.SubmissionState;
import tsunagu.shared.Words;

/** What a company is writing, or has handed in, of its own internships; the last changed first. */
@ApplicationScoped
public class InternshipUnderWayList extends OwnRowsList<InternshipUnderWayList.Row> {

    public record Row(
            long id,
            String code,
            String title,
            String state,
            String kind,
            String comment,
            Instant changedAt,
            Instant submittedAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "internships-under-way",
            "internship.underWayList.",
            Row.class,
            "id",
            "-changedAt",
            List.of(
                    Column.text("title", Row::title).opens(InternshipUnderWayList::path),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "review.state.",
                                    Arrays.stream(SubmissionState.values())
                                            .map(Enum::name)
                                            .toList())
                            .toned(row -> row.state().equals("SENT_BACK") ? "warn" : "info"),
                    Column.choice("kind", Row::kind, "review.underWay.kind.", List.of("NEW", "CHANGE")),
                    Column.text("comment", Row::comment),
                    Column.moment("changedAt", Row::changedAt),
                    Column.moment("submittedAt", Row::submittedAt).aside()));

    @Inject
    private InternshipSubmissionService submissions;

    public InternshipUnderWayList() {
        super(LIST);
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    protected List<Row> rows(String of) {
        return RowsInHand.numbered(
                submissions.underWay(),
                (id, each) -> new Row(
                        id,
                        each.code(),
                        each.title().isEmpty() ? Words.japanese("posting.desk.untitled") : each.title(),
                        each.state().name(),
                        each.revision() ? "CHANGE" : "NEW",
                        each.state() == SubmissionState.SENT_BACK ? each.comment() : "",
                        each.changedAt(),
                        each.submittedAt()));
    }

    /** To go on writing, or to read what was handed in. */
    private static String path(Row row) {
        return "/company/internships/" + row.code()
                + (SubmissionState.valueOf(row.state()).editable() ? "" : "/sent");
    }
}
