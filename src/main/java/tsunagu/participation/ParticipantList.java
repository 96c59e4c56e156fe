package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.OwnPeopleList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.shared.Viewing;

/**
 * Who applied for a company's internships, only ever its own, the newest first. Without how to reach them: that is hidden from the company some
 * time after the last day ({@link Participation}), and a file would keep it.
 */
@ApplicationScoped
public class ParticipantList extends OwnPeopleList<ParticipantList.Row> {

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

    public ParticipantList() {
        super(LIST, Viewing.What.PARTICIPANTS, Viewing.What.PARTICIPANTS_FILE, Row::person);
    }
}
