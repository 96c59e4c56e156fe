package tsunagu.finding;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.company.CompanyName;
import tsunagu.internship.Disclosure;
import tsunagu.internship.InternshipPlan;

/** An internship's page. */
public record InternshipPageView(
        InternshipCard card,
        String hours,
        String content,
        String supervision,
        String selection,
        LocalDate asOf,
        Instant publishedAt,
        Map<Disclosure, String> disclosures) {

    /** As the page of an internship would look if this were public today. */
    public static InternshipPageView preview(InternshipPlan plan, CompanyName company, Instant now) {
        return new InternshipPageView(
                InternshipCard.preview(plan, company, now),
                plan.hours(),
                plan.content(),
                plan.supervision(),
                plan.selection(),
                plan.asOf(),
                now,
                plan.disclosures());
    }

    static InternshipPageView read(ResultSet row) throws SQLException {
        JsonObject disclosed = Rows.object(row, "disclosures");
        Map<Disclosure, String> disclosures = new TreeMap<>();
        disclosed.forEach((item, words) -> disclosures.put(Disclosure.valueOf(item), disclosed.getString(item)));
        return new InternshipPageView(
                InternshipCard.read(row),
                row.getString("hours"),
                row.getString("content"),
                row.getString("supervision"),
                row.getString("selection"),
                Rows.date(row, "as_of"),
                Rows.instant(row, "published_at"),
                disclosures);
    }
}
