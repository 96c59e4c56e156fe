package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.DeskQueries;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Long works of whoever is signed in, the newest first. */
@ApplicationScoped
@Transactional
public class LongWorkList implements DeskList<LongWorkList.Row> {

    /**
     * @param result records made
     * @param problem why it failed; "" otherwise
     */
    public record Row(
            String code, String kind, String state, Instant begunAt, Instant endedAt, int result, String problem) {}

    private static final String SELECT =
            """
            select w.code, w.kind, w.state, w.begun_at, w.ended_at, w.result, w.problem from long_work w
            where w.account_id = :account and w.state <> 'KEPT'
            """;

    private static final Listing<Row> LIST = new Listing<>(
            "long-works",
            "job.list.",
            Row.class,
            "code",
            SELECT,
            "-begunAt",
            List.of(
                    Column.choice("kind", Row::kind, "job.work.kind.", List.of("companies", "attendance"))
                            .opens(row -> "/staff/long-work/" + row.code()),
                    Column.choice(
                                    "state",
                                    Row::state,
                                    "job.work.state.",
                                    List.of("WAITING", "RUNNING", "DONE", "FAILED", "STOPPED"))
                            .toned(row -> switch (row.state()) {
                                case "DONE" -> "good";
                                case "FAILED" -> "warn";
                                default -> "info";
                            }),
                    Column.moment("begunAt", Row::begunAt),
                    Column.moment("endedAt", Row::endedAt),
                    Column.number("result", Row::result),
                    Column.text("problem", Row::problem)));

    @Inject
    private DeskQueries queries;

    @Inject
    private CurrentActor currentActor;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return queries.page(LIST, asked, mine());
    }

    @Override
    @UseCase(allow = Role.STAFF)
    public void each(Asked asked, String of, Consumer<Row> reader) {
        queries.each(LIST, asked, mine(), reader);
    }

    private Map<String, Object> mine() {
        return Map.of("account", currentActor.get().accountId());
    }
}
