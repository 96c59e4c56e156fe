package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnMethodsTest {

    /** What pages call. */
    public static final class Bean {

        public String greet(String name) {
            return "hello " + name;
        }

        public int twice(int number) {
            return 2 * number;
        }

        public String several(String one) {
            return "text " + one;
        }

        public String several(Long one) {
            return "number " + one;
        }

        public String fails() {
            throw new IllegalStateException("no");
        }
    }

    private final OwnMethods methods = new OwnMethods();
    /** The server's own turns numbers into each other; nothing else is asked of it here. */
    private final ELContext context = new ELContext() {
        @Override
        public <T> T convertToType(Object value, Class<T> type) {
            @SuppressWarnings("unchecked")
            T number = (T) (Object) ((Number) value).intValue();
            return number;
        }

        @Override
        public ELResolver getELResolver() {
            return methods;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    private Object call(Object base, String name, Object... given) {
        context.setPropertyResolved(false);
        return methods.invoke(context, base, name, null, given);
    }

    @Test
    void the_only_method_of_a_name_is_called_with_what_was_given() {
        assertThat(call(new Bean(), "greet", "city")).isEqualTo("hello city");
        assertThat(context.isPropertyResolved()).isTrue();
        assertThat(call(new Bean(), "twice", 21L)).as("as pages give numbers").isEqualTo(42);
        assertThat(call("a", "concat", "b")).isEqualTo("ab");
    }

    @Test
    void what_is_not_sure_is_left_to_the_others() {
        assertThat(call(new Bean(), "several", "x")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
        call(List.of(1), "size");
        assertThat(context.isPropertyResolved())
                .as("a class that is not public")
                .isFalse();
        call(new Bean(), "greet");
        assertThat(context.isPropertyResolved())
                .as("another number of parameters")
                .isFalse();
    }

    @Test
    void what_a_method_throws_is_the_cause() {
        assertThatThrownBy(() -> call(new Bean(), "fails"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
