package tsunagu.registration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Registrations by where they came from. */
@ApplicationScoped
class GuestWatchQueries {

    private static final String GROUPS = "select r.origin as origin, count(*) as asked,"
            + " count(*) filter (where r.proof_until is not null) as unproven,"
            + " coalesce(sum(1 + r.companions) filter (where r.proof_until is not null), 0) as seats,"
            + " min(r.created_at) as first_at, max(r.created_at) as last_at, min(r.open_seconds) as quickest,"
            + " string_agg(distinct e.title, ', ') as events,"
            + " (array_agg(p.name order by r.id desc))[1:8] as names"
            + " from registration r join event_session s on s.id = r.session_id join event e on e.id = s.event_id"
            + " join person p on p.id = r.person_id"
            + " where r.origin is not null and r.created_at > ? and s.starts_at > ?"
            + " and r.state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED')"
            + " group by r.origin"
            + " having count(*) filter (where r.proof_until is not null) >= 5"
            + " or count(*) filter (where r.open_seconds < 3) >= 3"
            + " order by seats desc, asked desc limit 100";

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    List<GuestWatchService.Group> groups(Instant since, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(GROUPS)) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            List<GuestWatchService.Group> groups = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    groups.add(group(row));
                }
            }
            return groups;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GuestWatchService.Group group(ResultSet row) throws SQLException {
        Object[] names = (Object[]) row.getArray("names").getArray();
        return new GuestWatchService.Group(
                row.getString("origin"),
                row.getInt("asked"),
                row.getInt("unproven"),
                row.getInt("seats"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getInt("quickest"),
                row.getString("events"),
                Arrays.stream(names).filter(Objects::nonNull).map(String::valueOf).toList());
    }
}
