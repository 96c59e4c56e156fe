package tsunagu.evaluation.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsunagu.evaluation.DifferenceService;
import tsunagu.evaluation.LockExceptionService;
import tsunagu.evaluation.OfficialService;
import tsunagu.seal.Seals;
import tsunagu.seal.Verifier;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;

/**
 * The whole chain to take away: one file for each entry, their signatures, and the command that verifies them with nothing but these
 * files, sha256sum and openssl; beside them, what differs from them today and which exceptions from the lock were made.
 */
@WebServlet("/internal/official-records")
public class OfficialRecords extends HttpServlet {

    @Inject
    private transient OfficialService official;

    @Inject
    private transient DifferenceService differences;

    @Inject
    private transient LockExceptionService exceptions;

    @Inject
    private transient Seals seals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var chain = official.chain();
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"official-records.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            for (OfficialService.Entry entry : chain) {
                add(
                        zip,
                        String.format("%06d.json", entry.seq()),
                        entry.content().getBytes(StandardCharsets.UTF_8));
            }
            add(zip, "signatures.txt", signatures(chain).getBytes(StandardCharsets.UTF_8));
            add(zip, "heads.txt", heads().getBytes(StandardCharsets.UTF_8));
            for (Seals.PublicKey key : seals.keys()) {
                add(zip, "key-" + key.keyId() + ".pem", key.pem().getBytes(StandardCharsets.UTF_8));
            }
            add(zip, "differences.csv", differences());
            add(zip, "exceptions.csv", exceptions());
            try (var script = getServletContext().getResourceAsStream("/assets/verify.js")) {
                String page = Verifier.document(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                add(zip, "verify.html", page.getBytes(StandardCharsets.UTF_8));
            }
            try (var script = OfficialRecords.class.getResourceAsStream("/official/verify.sh")) {
                add(zip, "verify.sh", script.readAllBytes());
            }
        }
    }

    /** A line for each record that was signed: its number, the key, the signature. */
    private static String signatures(List<OfficialService.Entry> chain) {
        return chain.stream()
                .filter(each -> each.signature().made())
                .map(each -> each.seq() + " " + each.signature().keyId() + " "
                        + each.signature().value() + "\n")
                .collect(Collectors.joining());
    }

    /** A line for each day on which the end of the chain was signed, the newest last: the day, how many records, the last hash, key, signature. */
    private String heads() {
        StringBuilder lines = new StringBuilder();
        for (Seals.Head head : seals.heads()) {
            if (head.chain().equals("official")) {
                lines.insert(
                        0,
                        head.day() + " " + head.no() + " " + head.hash() + " " + head.keyId() + " " + head.signature()
                                + "\n");
            }
        }
        return lines.toString();
    }

    /** What differs from the records today, and what did; the records themselves are untouched by it. */
    private byte[] differences() throws IOException {
        return table(csv -> {
            csv.writeRecord(
                    "approval",
                    "number",
                    "fiscal_year",
                    "programme",
                    "measure",
                    "kind",
                    "approved",
                    "now",
                    "why",
                    "reason",
                    "found",
                    "ended",
                    "record");
            differences
                    .differences()
                    .forEach(each -> csv.writeRecord(
                            String.valueOf(each.approval()),
                            String.valueOf(each.number()),
                            each.year().code(),
                            SpreadsheetCell.safe(each.programme()),
                            SpreadsheetCell.safe(each.measure()),
                            each.kind(),
                            plain(each.frozen()),
                            plain(each.live()),
                            each.why(),
                            SpreadsheetCell.safe(each.reason()),
                            each.found().toString(),
                            each.ended() == null ? "" : each.ended().toString(),
                            each.record() == null ? "" : each.record().toString()));
        });
    }

    private byte[] exceptions() throws IOException {
        return table(csv -> {
            csv.writeRecord("fiscal_year", "programme", "reason", "made", "by", "revoked", "record");
            exceptions
                    .all()
                    .forEach(each -> csv.writeRecord(
                            each.year().code(),
                            SpreadsheetCell.safe(each.programme()),
                            SpreadsheetCell.safe(each.reason()),
                            here(each.at()),
                            SpreadsheetCell.safe(each.by()),
                            each.revokedAt() == null ? "" : here(each.revokedAt()),
                            String.valueOf(each.record())));
        });
    }

    /** In Japan, as a spreadsheet reads it. */
    private static String here(Instant instant) {
        return instant.atZone(FiscalYear.ZONE).toLocalDateTime().withNano(0).toString();
    }

    private static byte[] table(Consumer<CsvWriter> lines) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            lines.accept(csv);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
