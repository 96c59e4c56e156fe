package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 就職決定の台帳 as staff work with it: the latest first, and nobody's name. */
@ApplicationScoped
@Transactional
public class PlacementList implements DeskList<PlacementList.Row> {

    /** Years to choose from: what is older is found by its day. */
    private static final int YEARS = 10;

    /**
     * @param year of the first day of work, "R8"
     * @param place IN_CITY or OUTSIDE
     * @param route null until the person has confirmed
     * @param state COUNTS, WAITS or DENIED
     * @param said PERSON, or ADVISER who asked them and said it for them; null: nobody has
     * @param programme what the hire is a result of; null: of none
     */
    public record Row(
            long id,
            String title,
            String company,
            LocalDate hiredOn,
            String year,
            String place,
            String route,
            String state,
            String said,
            String programmeId,
            String programme,
            int version) {

        public boolean waits() {
            return "WAITS".equals(state);
        }
    }

    private static final String SELECT =
            """
            select l.id, p.title, c.name as company, l.hired_on,
                'R' || (extract(year from l.hired_on - interval '3 months')::int - 2018) as year,
                case when l.in_city then 'IN_CITY' else 'OUTSIDE' end as place, l.route,
                case when l.person_said_at is not null then 'COUNTS' when l.person_denied_at is not null then 'DENIED' else 'WAITS' end as state,
                case when l.adviser_said_by is not null then 'ADVISER' when l.person_said_at is not null then 'PERSON' end as said,
                coalesce(l.programme_id, '') as programme_id, g.name as programme, l.version
            from placement l
            join posting p on p.id = l.posting_id
            join company c on c.id = l.company_id
            left join programme g on g.id = l.programme_id""";

    @Inject
    private DeskQueries queries;

    @Inject
    private Clock clock;

    @Override
    public Listing<Row> listing() {
        return new Listing<>(
                "placements",
                "application.placementList.",
                Row.class,
                "id",
                SELECT,
                "-hiredOn",
                List.of(
                        Column.text("title", Row::title),
                        Column.text("company", Row::company),
                        Column.day("hiredOn", Row::hiredOn),
                        Column.choice("year", Row::year, this::years),
                        Column.choice(
                                "place", Row::place, "application.placementList.place.", List.of("IN_CITY", "OUTSIDE")),
                        Column.choice(
                                "route",
                                Row::route,
                                "application.route.",
                                Arrays.stream(PlacementRoute.values())
                                        .map(Enum::name)
                                        .toList()),
                        Column.<Row>choice(
                                        "state",
                                        Row::state,
                                        "application.placementList.state.",
                                        List.of("WAITS", "COUNTS", "DENIED"))
                                .toned(row -> switch (row.state()) {
                                    case "COUNTS" -> "good";
                                    case "WAITS" -> "info";
                                    default -> "warn";
                                }),
                        Column.choice(
                                        "said",
                                        Row::said,
                                        "application.placementList.said.",
                                        List.of("PERSON", "ADVISER"))
                                .aside(),
                        Column.text("programme", Row::programme)));
    }

    private Map<String, Object> years() {
        Map<String, Object> years = new LinkedHashMap<>();
        // A hire is written down before the first day of work, which may be next year's.
        FiscalYear last = FiscalYear.current(clock).next();
        Stream.iterate(last, FiscalYear::previous)
                .limit(Math.min(YEARS, last.reiwa()))
                .forEach(each -> years.put(each.code(), each.code()));
        return years;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(listing(), asked, Map.of());
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(listing(), asked, Map.of(), reader);
    }
}
