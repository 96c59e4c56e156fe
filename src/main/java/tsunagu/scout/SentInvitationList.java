package tsunagu.scout;

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

/** Invitations the own company has sent, the newest first: by the letters somebody was shown under, by their name once they accepted. */
@ApplicationScoped
@Transactional
public class SentInvitationList implements DeskList<SentInvitationList.Row> {

    /** @param person who accepted; null for everybody else */
    public record Row(
            long id,
            Long person,
            String name,
            String email,
            String posting,
            String state,
            Instant sentAt,
            Instant lapsesAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "scout-sent",
            "scout.sentList.",
            Row.class,
            "id",
            "-sentAt",
            List.of(
                    Column.text("name", Row::name),
                    Column.text("email", Row::email),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "scout.state.",
                                    List.of("SENT", "ACCEPTED", "DECLINED", "LAPSED"))
                            .toned(row -> row.state().equals("ACCEPTED") ? "good" : "quiet"),
                    Column.moment("sentAt", Row::sentAt),
                    Column.moment("lapsesAt", Row::lapsesAt).aside()));

    @Inject
    private ScoutService scout;

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
        return List.of("answer");
    }

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.SCOUT_ACCEPTED_FILE, Row::person);
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
                scout.sent(),
                (id, each) -> new Row(
                        id,
                        each.person(),
                        each.with(),
                        each.email(),
                        each.posting(),
                        each.state(),
                        each.sentAt(),
                        each.lapsesAt()));
    }
}
