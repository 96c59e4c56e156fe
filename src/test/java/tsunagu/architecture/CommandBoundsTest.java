package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.UseCase;

/** What can be typed has an end: every text and every list of a command says how long it may be. */
class CommandBoundsTest {

    @Test
    void every_text_and_list_of_a_command_is_bounded() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tsunagu")) {
            if (!type.getSimpleName().endsWith("Service")) {
                continue;
            }
            for (Method method : Class.forName(type.getName()).getDeclaredMethods()) {
                if (!method.isAnnotationPresent(UseCase.class)) {
                    continue;
                }
                for (Parameter parameter : method.getParameters()) {
                    if (parameter.isAnnotationPresent(Valid.class)) {
                        bounds(parameter.getType(), seen, wrong);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_rule_bites() {
        record Bad(String text, @Size(max = 3) String good, List<String> many) {}
        List<String> wrong = new ArrayList<>();
        bounds(Bad.class, new HashSet<>(), wrong);
        assertThat(wrong).containsExactly("Bad.text", "Bad.many");
    }

    private static void bounds(Class<?> type, Set<Class<?>> seen, List<String> wrong) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent part : type.getRecordComponents()) {
            boolean open = CharSequence.class.isAssignableFrom(part.getType())
                    || java.util.Collection.class.isAssignableFrom(part.getType());
            if (open && !bounded(part, type)) {
                wrong.add(type.getSimpleName() + "." + part.getName());
            }
            bounds(part.getType(), seen, wrong);
        }
    }

    /** Constraints of a component are on its accessor and field as well. */
    private static boolean bounded(RecordComponent part, Class<?> type) {
        if (part.getType() == Set.class
                && part.getGenericType().getTypeName().matches(".*<(tsunagu|java\\.time)\\..*")) {
            return true; // of an enumeration: has as many elements as that
        }
        try {
            var field = type.getDeclaredField(part.getName());
            Size size = field.getAnnotation(Size.class);
            Pattern pattern = field.getAnnotation(Pattern.class);
            return size != null && size.max() < Integer.MAX_VALUE
                    || pattern != null
                            && !pattern.regexp().matches(".*[*+].*|.*\\{\\d+,}.*")
                            && field.getAnnotation(Email.class) == null;
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
