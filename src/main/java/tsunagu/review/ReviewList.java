package tsunagu.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.company.PublicName;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Everything of companies that waits for the city's word, the oldest first: who wants to be registered, other names, jobs, internships. */
@ApplicationScoped
@Transactional
public class ReviewList implements DeskList<ReviewList.Row> {

    private static final String OFFICIAL = "OFFICIAL";

    /**
     * @param kind COMPANY, NAME, JOB, JOB_CHANGE, INTERNSHIP or INTERNSHIP_CHANGE
     * @param days since it came
     * @param reading of a name that is reviewed, and its website; "" of everything else
     */
    public record Row(
            long id,
            String code,
            String kind,
            String title,
            String company,
            Instant since,
            int days,
            String reading,
            String website) {

        public String path() {
            String desk =
                    switch (kind) {
                        case "COMPANY" -> "companies/";
                        case "NAME" -> "names/";
                        case "JOB", "JOB_CHANGE" -> "jobs/";
                        default -> "internships/";
                    };
            return "/staff/review/" + desk + code;
        }

        /** A mark for those who decide, and no more. */
        private String mark() {
            boolean named = kind.equals("COMPANY") || kind.equals("NAME");
            return named && new PublicName(title, reading, website).looksOfficial() ? OFFICIAL : null;
        }
    }

    private static final String SELECT =
            """
            select w.id, w.code, w.kind, coalesce(nullif(btrim(w.title), ''), w.code) as title, w.company, w.since,
                floor(extract(epoch from cast(:now as timestamptz) - w.since) / 86400)::int as days, w.reading, w.website
            from (
                select a.id, a.code, 'COMPANY' as kind, a.name as title, a.name as company, a.submitted_at as since, a.reading, a.website
                from company_admission a where a.state = 'SUBMITTED'
                union all
                select n.id, n.code, 'NAME', n.name, c.name, n.asked_at, n.reading, n.website
                from company_name_change n join company c on c.id = n.company_id where n.state = 'WAITING'
                union all
                select p.id, p.code, case when p.posting_id is null then 'JOB' else 'JOB_CHANGE' end, t.answer, c.name, p.submitted_at, '', ''
                from posting_submission p join company c on c.id = p.company_id
                left join posting_submission_answer t on t.submission_id = p.id and t.field = 'title' where p.state = 'SUBMITTED'
                union all
                select p.id, p.code, case when p.internship_id is null then 'INTERNSHIP' else 'INTERNSHIP_CHANGE' end, t.answer, c.name,
                    p.submitted_at, '', ''
                from internship_submission p join company c on c.id = p.company_id
                left join internship_submission_answer t on t.submission_id = p.id and t.field = 'title' where p.state = 'SUBMITTED'
            ) w""";

    private static final Listing<Row> LIST = new Listing<>(
            "reviews",
            "review.list.",
            Row.class,
            "id",
            SELECT,
            "since",
            List.of(
                    Column.text("title", Row::title).opens(Row::path),
                    Column.<Row>choice(
                                    "kind",
                                    Row::kind,
                                    "review.list.kind.",
                                    List.of("COMPANY", "NAME", "JOB", "JOB_CHANGE", "INTERNSHIP", "INTERNSHIP_CHANGE"))
                            .toned(row -> "info"),
                    Column.text("company", Row::company),
                    Column.moment("since", Row::since),
                    Column.number("days", Row::days),
                    Column.<Row>choice("mark", Row::mark, "review.list.mark.", List.of(OFFICIAL))
                            .toned(row -> row.mark() == null ? "" : "warn")
                            .unsorted()
                            .unfiltered()));

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
        return queries.page(LIST, asked, Map.of("now", clock.instant()));
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, Map.of("now", clock.instant()), reader);
    }
}
