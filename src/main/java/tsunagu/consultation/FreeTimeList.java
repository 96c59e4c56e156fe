package tsunagu.consultation;

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

/** Times of an office that nobody has taken. Belongs to the office's code. */
@ApplicationScoped
@Transactional
public class FreeTimeList implements DeskList<FreeTimeList.Row> {

    public record Row(long id, Instant startsAt, Instant endsAt, String how) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "free-times",
            "consultation.freeList.",
            Row.class,
            "id",
            "startsAt",
            List.of(
                    Column.moment("startsAt", Row::startsAt),
                    Column.moment("endsAt", Row::endsAt),
                    Column.choice("how", Row::how, "consultation.freeList.how.", List.of("PLACE", "BOTH"))));

    @Inject
    private DeskService desk;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public List<String> keeps() {
        return List.of("office");
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.PARTNER},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.PARTNER})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return desk.free(of).stream()
                .map(each -> new Row(each.id(), each.startsAt(), each.endsAt(), each.online() ? "BOTH" : "PLACE"))
                .toList();
    }
}
