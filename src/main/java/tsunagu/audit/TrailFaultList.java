package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** What the check of the trail has found; empty as long as the trail is as it was sealed. */
@ApplicationScoped
@Transactional
public class TrailFaultList implements DeskList<TrailFaultList.Row> {

    /** @param entry null where the seal itself is meant */
    public record Row(long id, long seal, Long entry, String what) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "trail-faults",
            "audit.faults.",
            Row.class,
            "id",
            "seal",
            List.of(
                    Column.choice(
                            "what",
                            Row::what,
                            "audit.trail.what.",
                            List.of("CHANGED", "GONE", "ADDED", "HASH", "LINK", "SIGNATURE", "UNSIGNED", "MISSING")),
                    Column.number("seal", Row::seal),
                    Column.number("entry", Row::entry)));

    @Inject
    private AuditTrail trail;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(
            allow = {Role.MANAGER, Role.ADMINISTRATOR, Role.COMMITTEE, Role.AUDITOR},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = {Role.MANAGER, Role.ADMINISTRATOR, Role.COMMITTEE, Role.AUDITOR})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return RowsInHand.numbered(
                trail.verify().faults(), (id, each) -> new Row(id, each.seal(), each.entry(), each.what()));
    }
}
