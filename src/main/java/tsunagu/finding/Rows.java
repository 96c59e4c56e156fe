package tsunagu.finding;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a row of the finding views: plain columns, arrays, and JSON for what belongs to a row. */
final class Rows {

    private Rows() {}

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
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
