package tsunagu.opendata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JSON-B needs of a record that it cannot say at compile time. */
class AnswersTest {

    @Test
    void every_record_names_its_properties_in_their_order_and_can_be_read() {
        List<Class<?>> answers = answers();
        assertThat(answers).contains(JobAnswer.class, JobAnswer.Wage.class, PlanAnswer.Year.class, ProblemAnswer.class);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(Modifier.isPublic(answer.getModifiers()))
                    .as("JSON-B reads public types only: " + answer)
                    .isTrue();
            // Without it, or with a name left out or misspelt, the properties come in alphabetical order or at the end.
            assertThat(answer.getAnnotation(JsonbPropertyOrder.class))
                    .as(answer + " has an order")
                    .isNotNull();
            assertThat(answer.getAnnotation(JsonbPropertyOrder.class).value())
                    .containsExactly(Arrays.stream(answer.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toArray(String[]::new));
        });
    }

    private static List<Class<?>> answers() {
        return new ClassFileImporter()
                .importPackagesOf(ListAnswer.class).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(each -> each.getNestHost().getSimpleName().matches(".*Answer|CompanyReference"))
                        .toList();
    }
}
