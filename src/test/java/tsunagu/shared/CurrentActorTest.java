package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is remembered within a request, and for whom. */
class CurrentActorTest {

    private static final List<String> KEY = List.of("members");

    private final CurrentActor current = new CurrentActor();

    /** How often it was really read. */
    private final AtomicInteger reading = new AtomicInteger();

    private int read() {
        return current.once(KEY, reading::incrementAndGet);
    }

    private static Actor account(long id) {
        return new Actor(id, id, "someone", Set.of(Role.COMPANY));
    }

    private <T> T request(Long company, Supplier<T> work) {
        return current.actingFor(new CurrentActor.Acting(company, false), work);
    }

    @Test
    void the_same_is_read_once_in_a_request_and_anew_in_the_next() {
        Supplier<Integer> twice = () -> read() + read();
        assertThat(request(null, twice)).isEqualTo(2);
        assertThat(request(null, twice)).isEqualTo(4);
        assertThat(read()).as("outside of a request nothing is remembered").isEqualTo(3);
        assertThat(read()).isEqualTo(4);
    }

    @Test
    void nobody_gets_what_was_read_for_somebody_else() {
        assertThat(request(null, () -> current.as(account(1), this::read))).isEqualTo(1);
        request(null, () -> {
            assertThat(current.as(account(1), this::read)).isEqualTo(2);
            assertThat(current.as(account(2), this::read)).isEqualTo(3);
            assertThat(current.as(account(1), this::read)).isEqualTo(2);
            return null;
        });
        assertThat(request(7L, () -> current.as(account(1), this::read)))
                .as("for another company")
                .isEqualTo(4);
    }

    @Test
    void a_change_reads_for_itself_and_after_it_everything_is_read_anew() {
        request(null, () -> {
            assertThat(read()).isEqualTo(1);
            current.changeBegins();
            current.changeBegins();
            assertThat(read()).isEqualTo(2);
            current.changeEnds();
            assertThat(read()).as("still within the outer one").isEqualTo(3);
            current.changeEnds();
            assertThat(read()).isEqualTo(4);
            assertThat(read()).isEqualTo(4);
            return null;
        });
    }
}
