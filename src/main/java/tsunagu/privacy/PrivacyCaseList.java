package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What people asked of the city under the law; without their names, which stand on the page of each. */
@ApplicationScoped
@Transactional
public class PrivacyCaseList implements DeskList<PrivacyCaseList.Row> {

    /** @param state OPEN, or how it ended */
    public record Row(
            long id,
            LocalDate receivedOn,
            String kind,
            String channel,
            LocalDate dueOn,
            String state,
            LocalDate decidedOn) {}

    private static final String SELECT =
            """
            select c.id, c.received_on, c.kind, c.channel, c.due_on, coalesce(c.outcome, 'OPEN') as state, c.decided_on from privacy_case c""";

    private static final Listing<Row> LIST = new Listing<>(
            "privacy-cases",
            "privacy.cases.",
            Row.class,
            "id",
            SELECT,
            "-receivedOn",
            List.of(
                    Column.number("id", Row::id).opens(row -> "/staff/privacy-cases/" + row.id()),
                    Column.choice(
                            "kind", Row::kind, "privacy.case.kind.", List.of("DISCLOSURE", "CORRECTION", "SUSPENSION")),
                    Column.day("receivedOn", Row::receivedOn),
                    Column.day("dueOn", Row::dueOn),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "privacy.case.state.",
                                    List.of("OPEN", "GRANTED", "PARTLY", "REFUSED", "WITHDRAWN"))
                            .toned(row -> row.state().equals("OPEN") ? "warn" : "good"),
                    Column.day("decidedOn", Row::decidedOn),
                    Column.choice(
                                    "channel",
                                    Row::channel,
                                    "privacy.case.channel.",
                                    List.of("COUNTER", "POST", "MAIL", "TELEPHONE", "FORM"))
                            .aside()));

    @Inject
    private DeskQueries queries;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.AUDITOR},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, Map.of());
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.AUDITOR})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of(), reader);
    }
}
