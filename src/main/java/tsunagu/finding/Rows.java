package tsunagu.finding;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads rows of the finding views: plain columns, arrays, and JSON for what belongs to a row. */
final class Rows {

    private Rows() {}

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Cards of some records, in the order of the numbers; what is not there any more is left out. */
    static <T> List<T> inOrder(
            DataSource source, String view, Collection<Long> ids, Reader<T> reader, Function<T, Long> id) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Connection connection = source.getConnection();
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
            throw new jakarta.persistence.PersistenceException(e);
        }
    }

    static <T> Optional<T> one(DataSource source, String view, String code, Reader<T> reader) {
        List<T> found = list(source, "select * from " + view + " where code = ?", List.of(code), reader);
        return found.stream().findFirst();
    }

    static <T> List<T> list(DataSource source, String select, List<?> parameters, Reader<T> reader) {
        try (Connection connection = source.getConnection();
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
            throw new jakarta.persistence.PersistenceException(e);
        }
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Integer integer(ResultSet row, String column) throws SQLException {
        return (Integer) row.getObject(column);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static JsonArray array(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        if (json == null) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    static JsonObject object(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static <T> List<T> objects(JsonArray array, Function<JsonObject, T> reader) {
        return array.getValuesAs(JsonObject.class).stream().map(reader).toList();
    }

    /** name → true or false, as stored */
    static <K extends Enum<K>> Map<K, Boolean> answers(JsonObject object, Class<K> type) {
        Map<K, Boolean> answers = new LinkedHashMap<>();
        for (K key : type.getEnumConstants()) {
            if (object.containsKey(key.name())) {
                answers.put(key, object.getBoolean(key.name()));
            }
        }
        return answers;
    }

    static boolean given(JsonObject object, String name) {
        return object.containsKey(name) && object.get(name) != JsonValue.NULL;
    }
}
