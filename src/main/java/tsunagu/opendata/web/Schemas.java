package tsunagu.opendata.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON Schema of the records that JSON-B writes, drawn from their components: what is optional is left out of an answer, what is nillable is
 * null in it, and everything else is always there. A record of a file of its own is a schema with a name, "Job" of {@code JobAnswer}.
 */
final class Schemas {

    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class,
            "string",
            LocalDate.class,
            "string",
            int.class,
            "integer",
            Integer.class,
            "integer",
            Long.class,
            "integer",
            BigDecimal.class,
            "number",
            boolean.class,
            "boolean",
            Boolean.class,
            "boolean");

    private final Map<String, JsonObject> named = new TreeMap<>();

    /** A schema of the type, which names others that it needs. */
    JsonObjectBuilder of(Type type) {
        return of(type, Map.of());
    }

    /** Those that were named so far. */
    JsonObjectBuilder components() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        named.forEach(all::add);
        return all;
    }

    /** @param bound what the letters of a generic record stand for */
    private JsonObjectBuilder of(Type type, Map<String, Type> bound) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic((Class<?>) generic.getRawType(), bound.getOrDefault(last.getTypeName(), last));
        }
        Class<?> plain = (Class<?>) bound.getOrDefault(type.getTypeName(), type);
        if (plain.isRecord()) {
            return plain.isMemberClass() ? record(plain, Map.of()) : reference(name(plain), plain, Map.of());
        }
        if (plain.isEnum()) {
            return type("string")
                    .add(
                            "enum",
                            Json.createArrayBuilder(Arrays.stream(plain.getEnumConstants())
                                    .map(each -> ((Enum<?>) each).name())
                                    .toList()));
        }
        if (!PLAIN.containsKey(plain)) {
            throw new IllegalArgumentException("no schema of " + plain);
        }
        return plain == LocalDate.class ? type("string").add("format", "date") : type(PLAIN.get(plain));
    }

    private JsonObjectBuilder generic(Class<?> raw, Type last) {
        if (raw == Optional.class) {
            return of(last);
        }
        if (raw == List.class) {
            return type("array").add("items", of(last));
        }
        if (raw == Map.class) {
            return type("object").add("additionalProperties", of(last));
        }
        return reference(name((Class<?>) last) + "List", raw, Map.of(raw.getTypeParameters()[0].getName(), last));
    }

    private JsonObjectBuilder reference(String name, Class<?> type, Map<String, Type> bound) {
        if (!named.containsKey(name)) {
            named.put(name, record(type, bound).build());
        }
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name);
    }

    private JsonObjectBuilder record(Class<?> type, Map<String, Type> bound) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonObjectBuilder property = of(component.getGenericType(), bound);
            JsonbProperty written = component.getAccessor().getAnnotation(JsonbProperty.class);
            if (written != null && written.nillable()) {
                property.add(
                        "type",
                        Json.createArrayBuilder()
                                .add(PLAIN.get(component.getType()))
                                .add("null"));
            }
            properties.add(component.getName(), property);
            if (component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        return type("object").add("properties", properties).add("required", required);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("Answer$", "");
    }

    private static JsonObjectBuilder type(String type) {
        return Json.createObjectBuilder().add("type", type);
    }
}
