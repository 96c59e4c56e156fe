package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.event.EventService;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Who shows themselves at an event, in the register or not, by their booths. Belongs to the event's code. */
@ApplicationScoped
@Transactional
public class ExhibitorList implements DeskList<ExhibitorList.Row> {

    /** @param contact and mail of who has no entry; "" otherwise: the register says how the others are reached @param place in the order of the booths */
    public record Row(
            long id, String name, String booth, String staff, String contact, String mail, String entry, int place) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "exhibitors",
            "booth.exhibitorList.",
            Row.class,
            "id",
            "booth",
            List.of(
                    Column.text("name", Row::name),
                    Column.<Row>text("booth", Row::booth).sortedBy("place"),
                    Column.text("staff", Row::staff),
                    Column.choice("entry", Row::entry, "booth.exhibitorList.entry.", List.of("REGISTERED", "OUTSIDE")),
                    Column.text("contact", Row::contact).aside(),
                    Column.text("mail", Row::mail).aside()));

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private EventService events;

    @Override
    public Listing<Row> listing() {
        return LIST;
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
        Map<String, OutsideExhibit> outside = events.outside(of);
        return RowsInHand.numbered(exhibitors.all(of), (id, each) -> {
            OutsideExhibit other = each.registered() ? null : outside.get(each.name());
            return new Row(
                    id,
                    each.name(),
                    each.exhibit().booth(),
                    each.exhibit().staff(),
                    other == null ? "" : other.contact(),
                    other == null ? "" : other.mail(),
                    each.registered() ? "REGISTERED" : "OUTSIDE",
                    id.intValue());
        });
    }
}
