package tsunagu.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
        List<Exhibitor> exhibitors,
        String series,
        List<Attachment> files,
        List<Sibling> siblings) {

    public record Exhibitor(String code, String name, String industry, String booth, String staff) {}

    /** 配布資料 */
    public record Attachment(long id, String name) {}

    /** Another event of the series. */
    public record Sibling(String code, String title, LocalDate day) {}

    static EventPageView read(ResultSet row, Instant now) throws SQLException {
        return new EventPageView(
                EventCard.read(row, now),
                row.getString("description"),
                row.getString("access"),
                row.getString("bring"),
                Rows.integer(row, "companies"),
                row.getString("note"),
                Rows.objects(
                        Rows.array(row, "exhibitors"),
                        each -> new Exhibitor(
                                each.getString("code"),
                                each.getString("name"),
                                each.getString("industry"),
                                each.getString("booth"),
                                each.getString("staff"))),
                row.getString("series"),
                Rows.objects(
                        Rows.array(row, "files"),
                        each -> new Attachment(each.getJsonNumber("id").longValue(), each.getString("name"))),
                Rows.objects(
                        Rows.array(row, "siblings"),
                        each -> new Sibling(
                                each.getString("code"),
                                each.getString("title"),
                                LocalDate.parse(each.getString("day")))));
    }
}
