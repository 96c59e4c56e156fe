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
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** The chain of official records, checked link by link, the latest first. */
@ApplicationScoped
@Transactional
public class OfficialRecordList implements DeskList<OfficialRecordList.Row> {

    public record Row(
            long id,
            long seq,
            String kind,
            String year,
            Integer yearNumber,
            String programme,
            Instant at,
            String hash,
            String whole,
            String key,
            String intact) {}

    private static final Listing<Row> LIST = Listing.inHand(
            "official-records",
            "evaluation.records.",
            Row.class,
            "id",
            "-seq",
            List.of(
                    Column.text("programme", Row::programme),
                    Column.number("seq", Row::seq),
                    Column.choice(
                            "kind",
                            Row::kind,
                            "evaluation.official.kind.",
                            List.of("APPROVAL", "REOPENING", "YEAR", "EXCEPTION", "REVOCATION", "DIFFERENCES")),
                    Column.<Row>text("year", Row::year).sortedBy("yearNumber"),
                    Column.moment("at", Row::at),
                    Column.text("hash", Row::hash).unfiltered().unsorted(),
                    Column.text("whole", Row::whole).aside().unsorted(),
                    Column.text("key", Row::key),
                    Column.choice("intact", Row::intact, "evaluation.records.intact.", List.of("YES", "NO"))
                            .toned(row -> row.intact().equals("NO") ? "warn" : "good")));

    @Inject
    private OfficialService official;

    @Override
    public Listing<Row> listing() {
        return LIST;
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
        return official.chain().stream()
                .map(each -> new Row(
                        each.seq(),
                        each.seq(),
                        each.kind(),
                        each.year() == null ? "" : Dates.fiscalYear(each.year(), Locale.JAPANESE),
                        each.year() == null ? null : each.year().year(),
                        each.programme().isEmpty() ? Words.japanese("evaluation.official.whole") : each.programme(),
                        each.at(),
                        each.hash().substring(0, BEGIN) + "\u2026",
                        each.hash(),
                        each.signature().made()
                                ? each.signature().keyId()
                                : Words.japanese("evaluation.official.unsigned"),
                        each.intact() ? "YES" : "NO"))
                .toList();
    }

    /** Letters of a hash that are enough to compare two by eye. */
    private static final int BEGIN = 16;
}
