package tsunagu.paper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import tsunagu.plan.Indicator;
import tsunagu.shared.FiscalYear;

/** A paper as JSON, as it is kept in the record of a closed year, and back. What is not there is null. */
final class PaperContent {

    private PaperContent() {}

    static JsonObject of(Paper paper) {
        return Json.createObjectBuilder()
                .add("number", paper.number())
                .add("title", paper.title())
                .add("year", paper.year().code())
                .add("standing", paper.standing())
                .add("sections", list(paper.sections(), PaperContent::section))
                .add("notes", list(paper.notes(), Json::createValue))
                .build();
    }

    static Paper paper(JsonObject json) {
        return new Paper(
                json.getString("number"),
                json.getString("title"),
                FiscalYear.parse(json.getString("year")),
                json.getString("standing"),
                objects(json.getJsonArray("sections"), PaperContent::section),
                json.getJsonArray("notes").getValuesAs(JsonString::getString));
    }

    private static JsonObject section(Paper.Section section) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        section.rows().forEach(row -> rows.add(list(row, PaperContent::cell)));
        return Json.createObjectBuilder()
                .add("policy", section.policy())
                .add("strategy", section.strategy())
                .add("columns", list(section.columns(), each -> Json.createObjectBuilder()
                        .add("heading", each.heading())
                        .add("width", each.width())
                        .build()))
                .add("rows", rows)
                .add("charts", list(section.charts(), PaperContent::indicator))
                .build();
    }

    private static Paper.Section section(JsonObject json) {
        return new Paper.Section(
                json.getString("policy"),
                json.getString("strategy"),
                objects(
                        json.getJsonArray("columns"),
                        each -> new Paper.Column(each.getString("heading"), each.getInt("width"))),
                json.getJsonArray("rows").getValuesAs(JsonArray.class).stream()
                        .map(row -> objects(row, PaperContent::cell))
                        .toList(),
                objects(json.getJsonArray("charts"), PaperContent::indicator));
    }

    private static JsonObject cell(PaperCell cell) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("kind", cell.kind().name());
        text(json, "text", cell.text());
        number(json, "value", cell.number());
        return json.add("before", cell.before())
                .add("unit", cell.unit())
                .add("mark", cell.mark())
                .add("rows", cell.rows())
                .add("opens", cell.opens())
                .build();
    }

    private static PaperCell cell(JsonObject json) {
        return new PaperCell(
                PaperCell.Kind.valueOf(json.getString("kind")),
                json.getString("text", null),
                decimal(json, "value"),
                json.getString("before"),
                json.getString("unit"),
                json.getString("mark"),
                json.getInt("rows"),
                json.getString("opens"));
    }

    private static JsonObject indicator(Indicator indicator) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("code", indicator.code());
        whole(json, "policy", indicator.policyNo());
        whole(json, "strategy", indicator.strategyNo());
        json.add("name", indicator.name()).add("unit", indicator.unit());
        json.add("accumulation", indicator.accumulation()).add("direction", indicator.direction());
        number(json, "base", indicator.base());
        whole(json, "baseYear", indicator.baseYear());
        number(json, "target", indicator.target());
        return json.add("targetYear", indicator.targetYear())
                .add("method", indicator.method())
                .add("computed", indicator.computed())
                .add("years", list(indicator.years(), PaperContent::year))
                .build();
    }

    private static Indicator indicator(JsonObject json) {
        return new Indicator(
                json.getString("code"),
                integer(json, "policy"),
                integer(json, "strategy"),
                json.getString("name"),
                json.getString("unit"),
                json.getString("accumulation"),
                json.getString("direction"),
                decimal(json, "base"),
                integer(json, "baseYear"),
                decimal(json, "target"),
                json.getInt("targetYear"),
                json.getString("method"),
                "",
                null,
                "",
                "",
                json.getBoolean("computed"),
                objects(json.getJsonArray("years"), PaperContent::year));
    }

    private static JsonObject year(Indicator.Year year) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("year", year.year().code());
        number(json, "path", year.path());
        number(json, "actual", year.actual());
        whole(json, "observed", year.observedYear());
        number(json, "numerator", year.numerator());
        number(json, "denominator", year.denominator());
        text(json, "source", year.source());
        return json.build();
    }

    private static Indicator.Year year(JsonObject json) {
        return new Indicator.Year(
                FiscalYear.parse(json.getString("year")),
                decimal(json, "path"),
                decimal(json, "actual"),
                integer(json, "observed"),
                decimal(json, "numerator"),
                decimal(json, "denominator"),
                json.getString("source", null));
    }

    private static <T> JsonArray list(List<T> all, Function<T, JsonValue> as) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(each -> array.add(as.apply(each)));
        return array.build();
    }

    private static <T> List<T> objects(JsonArray array, Function<JsonObject, T> as) {
        return array.getValuesAs(JsonObject.class).stream().map(as).toList();
    }

    private static void text(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void number(JsonObjectBuilder json, String name, BigDecimal value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void whole(JsonObjectBuilder json, String name, Integer value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static BigDecimal decimal(JsonObject json, String name) {
        JsonNumber number = json.getJsonNumber(name);
        return number == null ? null : number.bigDecimalValue();
    }

    private static Integer integer(JsonObject json, String name) {
        JsonNumber number = json.getJsonNumber(name);
        return number == null ? null : number.intValueExact();
    }
}
