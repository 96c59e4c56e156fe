package tsunagu.finding;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.internship.Disclosure;

/** An internship's page. */
public record InternshipPageView(
        InternshipCard card,
        String content,
        String supervision,
        String selection,
        LocalDate asOf,
        Instant publishedAt,
        Map<Disclosure, String> disclosures) {

    static InternshipPageView read(ResultSet row) throws SQLException {
        JsonObject disclosed = Rows.object(row, "disclosures");
        Map<Disclosure, String> disclosures = new TreeMap<>();
        disclosed.forEach((item, words) -> disclosures.put(Disclosure.valueOf(item), disclosed.getString(item)));
        return new InternshipPageView(
                InternshipCard.read(row),
                row.getString("content"),
                row.getString("supervision"),
                row.getString("selection"),
                Rows.date(row, "as_of"),
                Rows.instant(row, "published_at"),
                disclosures);
    }
}
