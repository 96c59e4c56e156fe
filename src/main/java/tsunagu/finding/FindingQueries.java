package tsunagu.finding;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Asks the finding views: plain JDBC, because their rows hold arrays and JSON. */
@ApplicationScoped
class FindingQueries {

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    /** Cards of some records, in the order of the numbers; what is not there any more is left out. */
    <T> List<T> inOrder(String view, Collection<Long> ids, Rows.Reader<T> reader, Function<T, Long> id) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from " + view + " where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            Map<Long, T> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    T card = reader.read(rows);
                    found.put(id.apply(card), card);
                }
            }
            return ids.stream().map(found::get).filter(Objects::nonNull).toList();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    <T> Optional<T> one(String view, String code, Rows.Reader<T> reader) {
        List<T> found = list("select * from " + view + " where code = ?", List.of(code), reader);
        return found.stream().findFirst();
    }

    <T> List<T> list(String select, List<?> parameters, Rows.Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                if (value instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                } else if (value instanceof Long[] numbers) {
                    statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                } else {
                    statement.setObject(i + 1, value);
                }
            }
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
}
