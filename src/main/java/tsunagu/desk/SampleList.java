package tsunagu.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.shared.Demonstration;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** Ten thousand rows of no table: what the style page and its test show lists with. In a demonstration only. */
@ApplicationScoped
@Transactional
public class SampleList implements DeskList<SampleList.Row> {

    public static final int ROWS = 10_000;

    /** @param state OPEN, WAITING or CLOSED @param amount yen; null for a row that has none */
    public record Row(
            long id,
            String title,
            String person,
            String state,
            String area,
            Long amount,
            LocalDate heldOn,
            Instant changedAt,
            String note,
            int version) {}

    /** Everything a column can be: empty, long, a formula, letters that Shift_JIS has not got. */
    private static final String SELECT =
            """
            select i as id, :title || ' ' || i as title, (string_to_array(:persons, ','))[1 + i % 5] as person,
                (array['OPEN', 'WAITING', 'CLOSED'])[1 + i % 3] as state, (array['N', 'E', 'S', 'W', 'C', 'X'])[1 + i % 6] as area,
                case when i % 4 > 0 then (i * 7919) % 1000000 end as amount, cast(:today as date) + (i % 400)::int - 200 as held_on,
                cast(:now as timestamptz) - make_interval(mins => i::int * 7) as changed_at,
                case i % 9 when 0 then :note when 1 then '=1+1' else '' end as note, 1 as version
            from generate_series(1, """
                    + ROWS + """
            ::bigint) i""";

    private static final Listing<Row> LIST = new Listing<>(
            "samples",
            "desk.style.",
            Row.class,
            "id",
            SELECT,
            "-changedAt",
            List.of(
                    Column.text("title", Row::title).opens(row -> "/staff/style"),
                    Column.text("person", Row::person),
                    Column.choice("state", Row::state, "desk.style.state.", List.of("OPEN", "WAITING", "CLOSED"))
                            .toned(row -> row.state().equals("OPEN")
                                    ? "good"
                                    : row.state().equals("WAITING") ? "warn" : "quiet"),
                    Column.choice("area", Row::area, "desk.style.area.", List.of("N", "E", "S", "W", "C", "X")),
                    Column.number("amount", Row::amount),
                    Column.day("heldOn", Row::heldOn),
                    Column.moment("changedAt", Row::changedAt),
                    Column.text("note", Row::note).aside().unsorted()));

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
        if (!Demonstration.on()) {
            throw new NotFoundException("samples");
        }
        return Map.of(
                "title", Words.japanese("desk.style.sampleTitle"),
                "persons", Words.japanese("desk.style.samplePersons"),
                "note", Words.japanese("desk.style.sampleNote"),
                "today", LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE),
                "now", clock.instant());
    }
}
