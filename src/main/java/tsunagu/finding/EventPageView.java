package tsunagu.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * An event's page.
 *
 * @param companies that took part, as the organiser reported afterwards; null: not recorded
 */
public record EventPageView(
        EventCard card,
        String description,
        String access,
        String bring,
        Integer companies,
        String note,
        List<Exhibitor> exhibitors) {

    public record Exhibitor(String code, String name, String industry, String booth) {}

    static EventPageView read(ResultSet row, Instant now) throws SQLException {
        return new EventPageView(
                EventCard.read(row, now),
                row.getString("description"),
                row.getString("access"),
                row.getString("bring"),
                Rows.integer(row, "companies"),
                row.getString("note"),
                Rows.objects(Rows.array(row, "exhibitors"), each -> new Exhibitor(
                        each.getString("code"), each.getString("name"), each.getString("industry"), each.getString("booth"))));
    }
}
