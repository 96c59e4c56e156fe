package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.desk.RowsInHand;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.web.Dates;

/** Exceptions from the lock, the latest first. */
@ApplicationScoped
@Transactional
public class LockExceptionList implements DeskList<LockExceptionList.Row> {

    /** @param record its place in the chain @param revokedAt null while it holds */
    public record Row(
            long id,
            String programme,
            String year,
            int yearNumber,
            String reason,
            long record,
            Instant at,
            Instant revokedAt) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "lock-exceptions",
            "evaluation.exceptions.",
            Row.class,
            "id",
            "-at",
            List.of(
                    Column.number("record", Row::record)
                            .opens(row -> "/official?seq.from=" + row.record() + "&seq.to=" + row.record()),
                    Column.text("programme", Row::programme),
                    Column.<Row>text("year", Row::year).sortedBy("yearNumber"),
                    Column.text("reason", Row::reason),
                    Column.moment("at", Row::at),
                    Column.moment("revokedAt", Row::revokedAt)));

    @Inject
    private LockExceptionService exceptions;

    @Override
    public Listing<Row> listing() {
        return LIST;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public ListedRows<Row> find(Asked asked, String of) {
        return RowsInHand.page(LIST, asked, rows(of));
    }

    @Override
    @UseCase(allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE})
    public void each(Asked asked, String of, Consumer<Row> reader) {
        RowsInHand.each(LIST, asked, rows(of), reader);
    }

    private List<Row> rows(String of) {
        return exceptions.all().stream()
                .map(each -> new Row(
                        each.id(),
                        each.programme(),
                        Dates.fiscalYear(each.year(), Locale.JAPANESE),
                        each.year().year(),
                        each.reason(),
                        each.record(),
                        each.at(),
                        each.revokedAt()))
                .toList();
    }
}
