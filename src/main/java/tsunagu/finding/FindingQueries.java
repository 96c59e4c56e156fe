package tsunagu.finding;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tsunagu.search.Kind;
import tsunagu.shared.Sql;

/**
 * Asks the finding views: plain JDBC, because half of their rows is JSON and these are the pages that are asked for most. What is no
 * view is asked by {@link Sql}.
 */
@ApplicationScoped
class FindingQueries {

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @Inject
    private Sql sql;

    /** The one value of a question. */
    private interface Value {
        Object of(Connection connection) throws SQLException;
    }

    private record Changed(long id, Instant at) {}

    /** Cards of some records, in the order of the numbers; what is not there any more is left out. */
    <T> List<T> inOrder(String view, Collection<Long> ids, Rows.Reader<T> reader, Function<T, Long> id) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, T> found = new HashMap<>();
        rows(view, "id = any (?)", connection -> connection.createArrayOf("bigint", ids.toArray()), reader)
                .forEach(card -> found.put(id.apply(card), card));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    <T> Optional<T> one(String view, String code, Rows.Reader<T> reader) {
        return rows(view, "code = ?", connection -> code, reader).stream().findFirst();
    }

    /** In whatever order; unknown codes are left out. */
    <T> List<T> byCode(String view, List<String> codes, Rows.Reader<T> reader) {
        return rows(view, "code = any (?)", connection -> connection.createArrayOf("text", codes.toArray()), reader);
    }

    private <T> List<T> rows(String view, String where, Value value, Rows.Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from " + view + " where " + where)) {
            statement.setObject(1, value.of(connection));
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The code of the company into which that one was merged. */
    Optional<String> mergedInto(String companyCode) {
        return sql.of(
                        """
                        select i.code
                        from company c
                        join company i on i.id = c.merged_into
                        where c.code = :code
                        """)
                .with("code", companyCode)
                .first(String.class);
    }

    Map<Long, Instant> changedAt(Kind kind, Collection<Long> ids) {
        String select =
                switch (kind) {
                    case COMPANY -> "select id, greatest(changed_at, public_since) as at from company";
                    case JOB -> "select id, greatest(changed_at, public_since) as at from posting";
                    case INTERNSHIP -> "select id, greatest(changed_at, public_since) as at from internship";
                    case EVENT -> "select id, published_at as at from event";
                };
        return sql.of(select + " where id = any(:ids)").withNumbers("ids", ids).list(Changed.class).stream()
                .collect(Collectors.toMap(Changed::id, Changed::at));
    }

    Optional<Catalogue.StoredPicture> picture(String companyCode, int number) {
        return sql.of(
                        """
                        select p.media_type, p.content
                        from company_picture p
                        join company c on c.id = p.company_id
                        where c.code = :code and p.number = :number
                        """)
                .with("code", companyCode)
                .with("number", number)
                .first(Catalogue.StoredPicture.class);
    }
}
