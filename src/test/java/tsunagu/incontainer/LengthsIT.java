package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The bounds of commands count what people count: 𠮷 is one character. */
@ArquillianTest
class LengthsIT {

    @Inject
    private Validator validator;

    public record Bounded(@Size(min = 2, max = 3) String text, @Size(max = 1) List<String> list) {}

    @Test
    void a_text_is_as_long_as_its_characters_are_many() {
        assertEquals(0, wrong("𠮷𠮷𠮷", List.of("a")));
        assertEquals(1, wrong("𠮷𠮷𠮷𠮷", List.of()));
        assertEquals(1, wrong("𠮷", List.of()));
        assertEquals(1, wrong("abc", List.of("a", "b")));
        assertEquals(0, wrong(null, null));
    }

    private int wrong(String text, List<String> list) {
        return validator.validate(new Bounded(text, list)).size();
    }
}
