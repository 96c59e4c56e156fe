package tsunagu.opendata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private final Schemas schemas = new Schemas();

    public ListAnswer<JobAnswer> jobs() {
        return null;
    }

    @Test
    void a_list_is_named_after_its_records_and_they_after_their_class() throws Exception {
        assertThat(schemas.of(returned("jobs")).build()).isEqualTo(json("{'$ref': '#/components/schemas/JobList'}"));
        JsonObject named = schemas.components().build();
        assertThat(named.keySet()).containsExactly("CompanyReference", "Job", "JobList");
        assertThat(named.getJsonObject("JobList").getJsonObject("properties").getJsonObject("items"))
                .isEqualTo(json("{'type': 'array', 'items': {'$ref': '#/components/schemas/Job'}}"));
    }

    @Test
    void what_is_optional_is_not_required_and_what_may_be_null_says_so() {
        assertThat(schemas.of(PlanAnswer.Year.class).build())
                .isEqualTo(
                        json(
                                "{'type': 'object', 'properties': {"
                                        + "'fiscalYear': {'type': 'string'}, 'path': {'type': ['number', 'null']}, 'actual': {'type': ['number', 'null']},"
                                        + " 'observed': {'type': 'string'}, 'source': {'type': 'string'}}, 'required': ['fiscalYear', 'path', 'actual']}"));
    }

    @Test
    void codes_are_listed_and_days_are_days() {
        assertThat(schemas.of(JobAnswer.Wage.class)
                        .build()
                        .getJsonObject("properties")
                        .getJsonObject("unit"))
                .isEqualTo(json("{'type': 'string', 'enum': ['MONTH', 'DAY', 'HOUR', 'YEAR']}"));
        schemas.of(JobAnswer.class);
        assertThat(schemas.components()
                        .build()
                        .getJsonObject("Job")
                        .getJsonObject("properties")
                        .getJsonObject("asOf"))
                .isEqualTo(json("{'type': 'string', 'format': 'date'}"));
    }

    /** JSON-B would write one, in a form that nobody decided. */
    @Test
    void a_type_of_which_nobody_said_how_it_is_written_is_refused() {
        assertThatThrownBy(() -> schemas.of(Instant.class)).hasMessageContaining("Instant");
    }

    private static Type returned(String method) throws NoSuchMethodException {
        return SchemasTest.class.getMethod(method).getGenericReturnType();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
