package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tsunagu.company.OwnPeopleList;
import tsunagu.desk.Column;
import tsunagu.desk.Listing;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Viewing;

/** A company's applications, only ever its own: those nobody answered first, the oldest of them first; then the newest. */
@ApplicationScoped
public class ApplicantList extends OwnPeopleList<ApplicantList.Row> {

    /** After as many days without an answer an application is marked. */
    private static final int PATIENCE_DAYS = 3;

    /**
     * @param todo what the company has to do: ANSWER, READ a message, or say the OUTCOME of a closed posting; null: nothing
     * @param rank what the list is ordered by
     * @param days since it came, as long as nobody has answered; null afterwards
     */
    public record Row(
            long id,
            String code,
            long person,
            String name,
            String state,
            String todo,
            long rank,
            Integer days,
            String posting,
            Instant appliedAt,
            Instant movedAt,
            int version) {

        /** What the company may say next on the board: forward. A no is said on the application's own page, where it is read before. */
        public List<String> forward() {
            return ApplicationState.valueOf(state).next().stream()
                    .filter(each -> each != ApplicationState.DECLINED)
                    .map(Enum::name)
                    .toList();
        }

        private String tone() {
            return todo == null
                    ? ""
                    : todo.equals("ANSWER") && (days == null || days < PATIENCE_DAYS) ? "info" : "warn";
        }
    }

    private static final String SELECT =
            """
            select a.id, a.code, a.person_id as person, a.name, a.state,
                case when a.state = 'RECEIVED' then 'ANSWER'
                    when exists (select from job_application_message m
                        where m.application_id = a.id and not m.by_company and m.read_at is null) then 'READ'
                    when a.state in ('IN_PROGRESS', 'INTERVIEW', 'OFFER')
                        and (p.ended_at is not null or p.closes_on < cast(:today as date)) then 'OUTCOME' end as todo,
                case when a.state = 'RECEIVED' then extract(epoch from a.applied_at)::bigint
                    else 100000000000 - extract(epoch from a.moved_at)::bigint end as rank,
                case when a.state = 'RECEIVED'
                    then floor(extract(epoch from cast(:now as timestamptz) - a.applied_at) / 86400)::int end as days,
                p.title as posting, a.applied_at, a.moved_at, a.version
            from job_application a
            join posting p on p.id = a.posting_id
            where a.company_id = :company""";

    private static final Listing<Row> LIST = new Listing<>(
            "applications",
            "application.list.",
            Row.class,
            "id",
            SELECT,
            "todo",
            List.of(
                    Column.text("name", Row::name).opens(row -> "/company/applications/" + row.code()),
                    Column.<Row>choice(
                                    "todo", Row::todo, "application.list.todo.", List.of("ANSWER", "READ", "OUTCOME"))
                            .sortedBy("rank")
                            .toned(Row::tone),
                    Column.number("days", Row::days),
                    Column.choice(
                            "state",
                            Row::state,
                            "application.state.",
                            Arrays.stream(ApplicationState.values())
                                    .map(Enum::name)
                                    .toList()),
                    Column.text("posting", Row::posting),
                    Column.moment("appliedAt", Row::appliedAt),
                    Column.moment("movedAt", Row::movedAt).aside()));

    @Inject
    private Clock clock;

    public ApplicantList() {
        super(LIST, Viewing.What.APPLICANTS, Viewing.What.APPLICANTS_FILE, Row::person);
    }

    @Override
    public String board() {
        return "state";
    }

    @Override
    protected Map<String, Object> values() {
        Instant now = clock.instant();
        return Map.of("now", now, "today", LocalDate.ofInstant(now, FiscalYear.ZONE));
    }
}
