package tsunagu.opendata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.Sort;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;

/**
 * The API described (OpenAPI 3.1), drawn from the methods that answer, the records they answer with, and the very facets and sorts the
 * lists are made of, so that it cannot lag.
 */
@ApplicationScoped
@Path("openapi")
@Produces(Api.JSON)
public class OpenApiResource {

    @Inject
    private PublicAddress address;

    @GET
    public JsonObject description() {
        Schemas schemas = new Schemas();
        JsonObjectBuilder paths = Json.createObjectBuilder();
        for (Kind kind : Kind.values()) {
            paths.add("/api/v1/" + kind.path(), get(list(kind, schemas)));
            paths.add("/api/v1/" + kind.path() + "/{code}", get(one(kind, schemas)));
        }
        paths.add("/api/v1/plan", get(plan(schemas)));
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        Json.createObjectBuilder()
                                .add("title", Words.of("web.portal", Locale.ENGLISH))
                                .add("version", "1")
                                .add("description", "Read only. Answers carry an ETag; If-None-Match gives 304."))
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", address.of(""))))
                .add("paths", paths)
                .add("components", Json.createObjectBuilder().add("schemas", schemas.components()))
                .build();
    }

    private static JsonObjectBuilder list(Kind kind, Schemas schemas) {
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
                        string().add(
                                        "enum",
                                        Json.createArrayBuilder(kind.sorts().stream()
                                                .map(Sort::word)
                                                .toList()))
                                .build(),
                        "Order"));
        for (Facet facet : kind.facets()) {
            parameters.add(parameter(facet.parameter(), "query", schema(facet), "Several values are alternatives")
                    .add("explode", true));
        }
        return operation(
                        "Open records, with exact counts by facet",
                        "400",
                        answer(RecordsResource.class, kind.path()),
                        schemas)
                .add("parameters", parameters);
    }

    private static JsonObject schema(Facet facet) {
        JsonObjectBuilder value = string();
        if (!facet.fixedValues().isEmpty()) {
            List<String> values = new ArrayList<>(facet.fixedValues());
            facet.fixedValues().forEach(each -> values.addAll(facet.below(each)));
            values.add(Facet.UNSTATED);
            value.add("enum", Json.createArrayBuilder(values));
        }
        return Json.createObjectBuilder()
                .add("type", "array")
                .add("items", value)
                .build();
    }

    private static JsonObjectBuilder one(Kind kind, Schemas schemas) {
        return operation(
                        "One record; a closed one is still there",
                        "404",
                        answer(RecordsResource.class, kind.path() + "/{code}"),
                        schemas)
                .add(
                        "parameters",
                        Json.createArrayBuilder()
                                .add(parameter("code", "path", string().build(), "The last part of its address")
                                        .add("required", true)));
    }

    private static JsonObjectBuilder plan(Schemas schemas) {
        return operation(
                        "Targets and actuals of the plan's programmes for a fiscal year",
                        "400",
                        PlanAnswer.class,
                        schemas)
                .add(
                        "parameters",
                        Json.createArrayBuilder()
                                .add(parameter(
                                        "year",
                                        "query",
                                        string().add("pattern", "^R[0-9]{1,2}$").build(),
                                        "Fiscal year as the papers write it, R5")));
    }

    /** What the method answers with that has the path. */
    private static Type answer(Class<?> resource, String path) {
        return Arrays.stream(resource.getMethods())
                .filter(each -> each.isAnnotationPresent(Path.class)
                        && each.getAnnotation(Path.class).value().equals(path))
                .map(Method::getGenericReturnType)
                .findFirst()
                .orElseThrow();
    }

    private static JsonObjectBuilder get(JsonObjectBuilder operation) {
        return Json.createObjectBuilder().add("get", operation);
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

    private static JsonObjectBuilder operation(String summary, String refusal, Type answer, Schemas schemas) {
        return Json.createObjectBuilder()
                .add("summary", summary)
                .add(
                        "responses",
                        Json.createObjectBuilder()
                                .add("200", answered("As asked", "application/json", schemas.of(answer)))
                                .add("304", Json.createObjectBuilder().add("description", "Nothing has changed"))
                                .add(
                                        refusal,
                                        answered(
                                                "A problem (RFC 9457)",
                                                Problems.TYPE,
                                                schemas.of(ProblemAnswer.class))));
    }

    private static JsonObjectBuilder answered(String description, String type, JsonObjectBuilder schema) {
        return Json.createObjectBuilder()
                .add("description", description)
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(type, Json.createObjectBuilder().add("schema", schema)));
    }
}
