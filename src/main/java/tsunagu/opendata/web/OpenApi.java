package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.Sort;
import tsunagu.shared.Words;
import tsunagu.web.Json9457;
import tsunagu.web.PublicAddress;

/** The API described (OpenAPI 3.1), drawn from the very facets and sorts the lists are made of, so that it cannot lag. */
@WebServlet("/internal/openapi")
public class OpenApi extends HttpServlet {

    /** What a record on a list has; ! is always there, what is not stated is left out. A test compares with the answers. */
    private static final Map<Kind, String> PROPERTIES = Map.of(
            Kind.COMPANY,
            "code:string! name:string! reading:string! industry:string! summary:string! areas:array! features:array!"
                    + " employees:integer url:string!",
            Kind.JOB,
            "code:string! title:string! open:boolean! occupation:string! industry:string! employment:string! area:string!"
                    + " wage:object! audiences:array! features:array! relocationGrant:boolean! opensOn:string!"
                    + " closesOn:string! company:object! daysOff:integer url:string!",
            Kind.INTERNSHIP,
            "code:string! title:string! open:boolean! type:integer! mayBeCalledInternship:boolean!"
                    + " dataUsedInRecruiting:boolean! area:string! startsOn:string! endsOn:string! days:integer!"
                    + " workplaceDays:integer! audiences:array! subsidy:string! closesOn:string! company:object!"
                    + " capacity:integer url:string!",
            Kind.EVENT,
            "code:string! title:string! type:string! cancelled:boolean! sessions:array! area:string url:string!");

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json9457.answer(response, description());
    }

    JsonObject description() {
        JsonObjectBuilder paths = Json.createObjectBuilder();
        for (Kind kind : Kind.values()) {
            paths.add("/api/v1/" + kind.path(), Json.createObjectBuilder().add("get", list(kind)));
            paths.add(
                    "/api/v1/" + kind.path() + "/{code}",
                    Json.createObjectBuilder()
                            .add("get", operation("One record; a closed one is still there", "404", name(kind))
                                    .add("parameters", Json.createArrayBuilder()
                                            .add(parameter("code", "path", string().build(), "The last part of its address")
                                                    .add("required", true)))));
        }
        paths.add(
                "/api/v1/plan",
                Json.createObjectBuilder()
                        .add("get", operation("Targets and actuals of the plan's programmes for a fiscal year", "400", null)
                                .add("parameters", Json.createArrayBuilder()
                                        .add(parameter("year", "query", string().add("pattern", "^R[0-9]{1,2}$").build(),
                                                "Fiscal year as the papers write it, R5")))));
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", Json.createObjectBuilder()
                        .add("title", Words.of("web.portal", Locale.ENGLISH))
                        .add("version", "1")
                        .add("description", "Read only. Answers carry an ETag; If-None-Match gives 304."))
                .add("servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", address.of(""))))
                .add("paths", paths)
                .add("components", Json.createObjectBuilder().add("schemas", schemas()))
                .build();
    }

    private static JsonObjectBuilder schemas() {
        JsonObjectBuilder schemas = Json.createObjectBuilder();
        for (Kind kind : Kind.values()) {
            JsonObjectBuilder properties = Json.createObjectBuilder();
            JsonArrayBuilder required = Json.createArrayBuilder();
            for (String property : PROPERTIES.get(kind).split(" ")) {
                String[] parts = property.replace("!", "").split(":");
                properties.add(parts[0], Json.createObjectBuilder().add("type", parts[1]));
                if (property.endsWith("!")) {
                    required.add(parts[0]);
                }
            }
            schemas.add(name(kind), object(properties).add("required", required));
            schemas.add(
                    name(kind) + "List",
                    object(Json.createObjectBuilder()
                            .add("total", type("integer"))
                            .add("page", type("integer"))
                            .add("pages", type("integer"))
                            .add(
                                    "items",
                                    type("array")
                                            .add("items", reference(name(kind))))
                            .add("facets", type("object"))
                            .add("links", type("object"))));
        }
        schemas.add(
                "Problem",
                object(Json.createObjectBuilder()
                        .add("type", type("string"))
                        .add("title", type("string"))
                        .add("status", type("integer"))
                        .add("detail", type("string"))));
        return schemas;
    }

    private static JsonObjectBuilder reference(String schema) {
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + schema);
    }

    private static JsonObjectBuilder object(JsonObjectBuilder properties) {
        return type("object").add("properties", properties);
    }

    private static JsonObjectBuilder type(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    private static String name(Kind kind) {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static JsonObjectBuilder list(Kind kind) {
        JsonArrayBuilder parameters = Json.createArrayBuilder()
                .add(parameter("q", "query", string().add("maxLength", 100).build(), "Words; all must match"))
                .add(parameter(
                        "page",
                        "query",
                        Json.createObjectBuilder()
                                .add("type", "integer")
                                .add("minimum", 1)
                                .add("maximum", SearchQuery.LAST_PAGE)
                                .build(),
                        SearchQuery.PAGE_SIZE + " records each"))
                .add(parameter(
                        "sort",
                        "query",
                        string().add("enum", Json.createArrayBuilder(kind.sorts().stream().map(Sort::word).toList()))
                                .build(),
                        "Order"));
        for (Facet facet : kind.facets()) {
            parameters.add(parameter(facet.parameter(), "query", schema(facet), "Several values are alternatives")
                    .add("explode", true));
        }
        return operation("Open records, with exact counts by facet", "400", name(kind) + "List").add("parameters", parameters);
    }

    private static JsonObject schema(Facet facet) {
        JsonObjectBuilder value = string();
        if (!facet.fixedValues().isEmpty()) {
            List<String> values = new ArrayList<>(facet.fixedValues());
            facet.fixedValues().forEach(each -> values.addAll(facet.below(each)));
            values.add(Facet.UNSTATED);
            value.add("enum", Json.createArrayBuilder(values));
        }
        return Json.createObjectBuilder().add("type", "array").add("items", value).build();
    }

    private static JsonObjectBuilder string() {
        return Json.createObjectBuilder().add("type", "string");
    }

    private static JsonObjectBuilder parameter(String name, String in, JsonObject schema, String description) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("in", in)
                .add("description", description)
                .add("schema", schema);
    }

    /** @param schema of the answer, or null for any object */
    private static JsonObjectBuilder operation(String summary, String refusal, String schema) {
        JsonObjectBuilder good = Json.createObjectBuilder()
                .add("description", "As asked")
                .add("content", Json.createObjectBuilder()
                        .add("application/json", Json.createObjectBuilder()
                                .add("schema", schema == null ? type("object") : reference(schema))));
        JsonObjectBuilder bad = Json.createObjectBuilder()
                .add("description", "A problem (RFC 9457)")
                .add("content", Json.createObjectBuilder()
                        .add("application/problem+json", Json.createObjectBuilder()
                                .add("schema", reference("Problem"))));
        return Json.createObjectBuilder()
                .add("summary", summary)
                .add("responses", Json.createObjectBuilder()
                        .add("200", good)
                        .add("304", Json.createObjectBuilder().add("description", "Nothing has changed"))
                        .add(refusal, bad));
    }
}
