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
import tsunagu.shared.Viewing;

/** The whole timetable of an event's meetings. Belongs to the event's code. */
@ApplicationScoped
@Transactional
public class MeetingTimetableList implements DeskList<MeetingTimetableList.Row> {

    public record Row(
            long id, int slot, Instant begin, String company, int panel, int number, String name, Long person) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "meeting-timetable",
            "meeting.timetableList.",
            Row.class,
            "id",
            "slot",
            List.of(
                    Column.text("company", Row::company),
                    Column.number("slot", Row::slot),
                    Column.moment("begin", Row::begin),
                    Column.number("panel", Row::panel),
                    Column.number("number", Row::number),
                    Column.text("name", Row::name)));

    @Inject
    private MeetingRoundService rounds;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.MEETING_TIMETABLE_FILE, Row::person);
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
                rounds.timetable(of),
                (id, each) -> new Row(
                        id,
                        each.slot(),
                        each.begin(),
                        each.company(),
                        each.panel(),
                        each.number(),
                        each.name(),
                        each.person()));
    }
}
