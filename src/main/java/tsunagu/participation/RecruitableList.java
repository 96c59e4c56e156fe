package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.OwnPeopleList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.shared.Viewing;

/** Participants whom the company may speak to about jobs, and nobody else: what the view says ({@code recruitable_participant}). */
@ApplicationScoped
public class RecruitableList extends OwnPeopleList<RecruitableList.Row> {

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

    public RecruitableList() {
        super(LIST, Viewing.What.PARTICIPANTS, Viewing.What.PARTICIPANTS_FILE, Row::person);
    }
}
