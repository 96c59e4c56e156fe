package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Every posting that was ever published, for staff: which are hidden because nobody said that they are still correct, and which soon will be. */
@ApplicationScoped
@Transactional
public class PostingDeskList implements DeskList<PostingDeskList.Row> {

    /**
     * @param state SCHEDULED, OPEN, SOON (open, and its company has to say within {@link StillCorrectService#AHEAD} that it is correct),
     *     HIDDEN (its company did not), EXPIRED (its last day is past) or ENDED (before its last day)
     * @param confirmBefore when it is hidden, or was; null of what is over
     * @param members who act for its company now
     * @param applications of all that were made to it
     */
    public record Row(
            long id,
            String code,
            String title,
            String company,
            String state,
            String ended,
            String employment,
            LocalDate opensOn,
            LocalDate closesOn,
            Instant confirmedAt,
            Instant confirmBefore,
            long members,
            long applications,
            Instant changedAt,
            int version) {

        /** Its company can be asked: it has to say something, and somebody there gets the letter. */
        public boolean askable() {
            return members > 0 && (state.equals("SOON") || state.equals("HIDDEN"));
        }
    }

    private static final String SELECT =
            """
            select p.id, p.code, p.title, c.name as company,
                case when p.ended_at is not null then 'ENDED' when p.closes_on < :today then 'EXPIRED'
                    when p.opens_on > :today then 'SCHEDULED' when s.since <= :hiddenSince then 'HIDDEN'
                    when s.since <= :askedSince then 'SOON' else 'OPEN' end as state,
                p.ended_because as ended, p.employment, p.opens_on, p.closes_on, p.confirmed_at,
                case when p.ended_at is null and p.closes_on >= :today
                    then s.since + make_interval(days => :confirmedDays) end as confirm_before,
                (select count(*) from company_member m where m.company_id = c.id and m.left_at is null) as members,
                (select count(*) from job_application a where a.posting_id = p.id) as applications, p.changed_at, p.version
            from posting p
            join company c on c.id = p.company_id
            -- A posting that opens later is not asked about before it opens (Posting.confirmBefore).
            cross join lateral (select greatest(p.confirmed_at, p.opens_on::timestamp at time zone 'Asia/Tokyo') as since) s""";

    private static final Listing<Row> LIST = new Listing<>(
            "postings",
            "posting.desklist.",
            Row.class,
            "id",
            SELECT,
            "confirmBefore",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/jobs/" + row.code()),
                    Column.text("company", Row::company),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "posting.desklist.state.",
                                    List.of("HIDDEN", "SOON", "OPEN", "SCHEDULED", "EXPIRED", "ENDED"))
                            .toned(row -> switch (row.state()) {
                                case "OPEN" -> "good";
                                case "HIDDEN", "SOON" -> "warn";
                                default -> "quiet";
                            }),
                    Column.moment("confirmBefore", Row::confirmBefore),
                    Column.day("closesOn", Row::closesOn),
                    Column.number("applications", Row::applications),
                    Column.day("opensOn", Row::opensOn).aside(),
                    Column.moment("confirmedAt", Row::confirmedAt).aside(),
                    Column.number("members", Row::members).aside(),
                    Column.choice(
                                    "ended",
                                    Row::ended,
                                    "posting.endReason.",
                                    Arrays.stream(EndReason.values())
                                            .map(Enum::name)
                                            .toList())
                            .aside(),
                    Column.choice(
                                    "employment",
                                    Row::employment,
                                    "posting.employment.",
                                    Arrays.stream(Employment.values())
                                            .map(Enum::name)
                                            .toList())
                            .aside(),
                    Column.moment("changedAt", Row::changedAt).aside()));

    @Inject
    private DeskQueries queries;

    @Inject
    private Clock clock;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, scope());
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, scope(), reader);
    }

    private Map<String, Object> scope() {
        Instant hiddenSince = clock.instant().minus(Posting.CONFIRMED_FOR);
        return Map.of(
                "today",
                LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE),
                "hiddenSince",
                hiddenSince,
                "askedSince",
                hiddenSince.plus(StillCorrectService.AHEAD),
                "confirmedDays",
                (int) Posting.CONFIRMED_FOR.toDays());
    }
}
