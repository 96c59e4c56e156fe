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

/** Incidents with personal data, and what has been reported. */
@ApplicationScoped
@Transactional
public class PrivacyIncidentList implements DeskList<PrivacyIncidentList.Row> {

    /** @param persons null: not known yet */
    public record Row(
            long id,
            LocalDate foundOn,
            String kind,
            String state,
            Integer persons,
            LocalDate firstDue,
            LocalDate firstOn,
            LocalDate finalDue,
            LocalDate finalOn,
            LocalDate toldOn,
            LocalDate closedOn) {}

    private static final String SELECT =
            """
            select i.id, i.found_on, i.kind, case when i.closed_on is null then 'OPEN' else 'CLOSED' end as state, i.persons, i.first_due, i.first_on, i.final_due, i.final_on, i.told_on,
                i.closed_on from privacy_incident i""";

    private static final Listing<Row> LIST = new Listing<>(
            "privacy-incidents",
            "privacy.incidents.",
            Row.class,
            "id",
            SELECT,
            "-foundOn",
            List.of(
                    Column.day("foundOn", Row::foundOn).opens(row -> "/staff/privacy-incidents/" + row.id()),
                    Column.choice(
                            "kind",
                            Row::kind,
                            "privacy.incident.kind.",
                            List.of("SENSITIVE", "PROPERTY", "MALICE", "HUNDRED", "OTHER")),
                    Column.choice("state", Row::state, "privacy.incidents.state.", List.of("OPEN", "CLOSED"))
                            .toned(row -> row.closedOn() == null ? "warn" : "quiet"),
                    Column.number("persons", Row::persons),
                    Column.day("firstDue", Row::firstDue),
                    Column.day("firstOn", Row::firstOn),
                    Column.day("finalDue", Row::finalDue),
                    Column.day("finalOn", Row::finalOn),
                    Column.day("toldOn", Row::toldOn),
                    Column.day("closedOn", Row::closedOn)));

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
