package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.company.MembershipService;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/**
 * Who applied for a company's internships, only ever its own, the newest first. Without how to reach them: that is hidden from the company some
 * time after the last day ({@link Participation}), and a file would keep it.
 */
@ApplicationScoped
@Transactional
public class ParticipantList implements DeskList<ParticipantList.Row> {

    /** @param days on which they were there; null as long as nobody said */
    public record Row(
            long id,
            String code,
            long person,
            String name,
            String state,
            String internship,
            LocalDate startsOn,
            LocalDate endsOn,
            Integer days,
            Instant appliedAt) {}

    private static final String SELECT =
            """
            select p.id, p.code, p.person_id as person, p.name, p.state, i.title as internship, s.starts_on, s.ends_on, p.days, p.applied_at
            from participation p
            join internship i on i.id = p.internship_id
            join internship_session s on s.id = p.session_id
            where p.company_id = :company""";

    private static final Listing<Row> LIST = new Listing<>(
            "participants",
            "participation.list.",
            Row.class,
            "id",
            SELECT,
            "-appliedAt",
            List.of(
                    Column.text("name", Row::name).opens(row -> "/company/participants/" + row.code()),
                    Column.<Row>choice(
                                    "state",
                                    Row::state,
                                    "participation.state.",
                                    Arrays.stream(ParticipationState.values())
                                            .map(Enum::name)
                                            .toList())
                            .toned(row -> row.state().equals("APPLIED") ? "info" : "quiet"),
                    Column.text("internship", Row::internship),
                    Column.day("startsOn", Row::startsOn),
                    Column.day("endsOn", Row::endsOn),
                    Column.number("days", Row::days).aside(),
                    Column.moment("appliedAt", Row::appliedAt)));

    @Inject
    private MembershipService memberships;

    @Inject
    private Viewings viewings;

    @Inject
    private DeskQueries queries;

    @Override
    public Persons<Row> persons() {
        return new Persons<>(Viewing.What.PARTICIPANTS_FILE, Row::person);
    }

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        ListedRows<Row> found = queries.page(LIST, asked, scope());
        viewings.opened(
                Viewing.What.PARTICIPANTS,
                "",
                found.rows().stream().map(Row::person).distinct().toList());
        return found;
    }

    @Override
    @UseCase(allow = Role.COMPANY)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, scope(), reader);
    }

    private Map<String, Object> scope() {
        return Map.of("company", memberships.own().company().id());
    }
}
