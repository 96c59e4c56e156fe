package tsunagu.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A company on a list.
 *
 * @param plainWords for children, with readings in 《》
 * @param areas head office first
 * @param features what it offers
 * @param picture number of its first picture, or null
 */
public record CompanyCard(
        long id,
        String code,
        String name,
        String reading,
        String industry,
        String summary,
        String plainWords,
        Integer employees,
        Integer founded,
        List<String> areas,
        List<String> features,
        Integer picture,
        Instant changedAt) {

    static CompanyCard read(ResultSet row) throws SQLException {
        return new CompanyCard(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("reading"),
                row.getString("industry"),
                row.getString("summary"),
                row.getString("plain_words"),
                Rows.integer(row, "employees"),
                Rows.integer(row, "founded"),
                Rows.texts(row, "areas"),
                Rows.texts(row, "features"),
                Rows.integer(row, "picture"),
                Rows.instant(row, "changed_at"));
    }
}
