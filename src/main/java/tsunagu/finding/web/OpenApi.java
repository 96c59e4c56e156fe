package tsunagu.finding.web;

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
                            .add("get", operation("One record; a closed one is still there", "404")
                                    .add("parameters", Json.createArrayBuilder()
                                            .add(parameter("code", "path", string().build(), "The last part of its address")
                                                    .add("required", true)))));
        }
        paths.add(
                "/api/v1/plan",
                Json.createObjectBuilder()
                        .add("get", operation("Targets and actuals of the plan's programmes for a fiscal year", "404")
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
                .build();
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
        return operation("Open records, with exact counts by facet", "400").add("parameters", parameters);
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

    private static JsonObjectBuilder operation(String summary, String refusal) {
        JsonObjectBuilder good = Json.createObjectBuilder()
                .add("description", "As asked")
                .add("content", Json.createObjectBuilder()
                        .add("application/json", Json.createObjectBuilder()
                                .add("schema", Json.createObjectBuilder().add("type", "object"))));
        JsonObjectBuilder bad = Json.createObjectBuilder()
                .add("description", "A problem (RFC 9457)")
                .add("content", Json.createObjectBuilder()
                        .add("application/problem+json", Json.createObjectBuilder()
                                .add("schema", Json.createObjectBuilder().add("type", "object"))));
        return Json.createObjectBuilder()
                .add("summary", summary)
                .add("responses", Json.createObjectBuilder()
                        .add("200", good)
                        .add("304", Json.createObjectBuilder().add("description", "Nothing has changed"))
                        .add(refusal, bad));
    }
}
