package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** Participants whom the company may speak to about jobs, and nobody else: what the view says ({@code recruitable_participant}). */
@ApplicationScoped
@Transactional
public class RecruitableList implements DeskList<RecruitableList.Row> {

    /** @param days on which they were there */
    public record Row(
            long id, long person, String name, String email, String school, String internship, Integer days) {}

    private static final String SELECT =
            """
            select p.id, p.person_id as person, p.name, p.email, p.email_key, p.school, i.title as internship, p.days
            from recruitable_participant r
            join participation p on p.id = r.id
            join internship i on i.id = p.internship_id
            where r.company_id = :company""";

    private static final Listing<Row> LIST = new Listing<>(
            "recruitable",
            "participation.recruitableList.",
            Row.class,
            "id",
            SELECT,
            "name",
            List.of(
                    Column.text("name", Row::name),
                    Column.text("email", Row::email).sealed(),
                    Column.choice(
                            "school",
                            Row::school,
                            "participation.school.",
                            Arrays.stream(School.values()).map(Enum::name).toList()),
                    Column.text("internship", Row::internship),
                    Column.number("days", Row::days)));

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
