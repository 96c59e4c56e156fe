package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import tsunagu.company.OwnRowsList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Viewing;

/** Invitations the own company has sent, the newest first: by the letters somebody was shown under, by their name once they accepted. */
@ApplicationScoped
public class SentInvitationList extends OwnRowsList<SentInvitationList.Row> {

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
                    Column.<Row>text("name", Row::name).names(),
                    Column.<Row>text("email", Row::email).mails(),
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

    public SentInvitationList() {
        super(LIST);
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
    protected List<Row> rows(String of) {
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
