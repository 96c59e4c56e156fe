package tsunagu.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long list in parts: everybody is on exactly one of them. */
class RosterPartTest {

    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, 303).boxed().toList();

    @Test
    void everybody_is_on_one_page() {
        assertThat(IntStream.rangeClosed(1, 4).boxed().flatMap(page -> RosterPart.of(ALL, page).shown().stream()))
                .isEqualTo(ALL);
        RosterPart<Integer> last = RosterPart.of(ALL, 4);
        assertThat(List.of(last.first(), last.last(), last.total(), last.pages()))
                .containsExactly(301, 303, 303, 4);
    }

    @Test
    void a_page_that_is_not_there_is_the_next_one_that_is() {
        assertThat(RosterPart.of(ALL, 99).page()).isEqualTo(4);
        assertThat(RosterPart.of(ALL, -1).page()).isEqualTo(1);
        assertThat(RosterPart.of(List.of(), 3).several()).isFalse();
        assertThat(RosterPart.of(ALL.subList(0, 100), 1).several()).isFalse();
        assertThat(RosterPart.of(IntStream.range(0, 2_000).boxed().toList(), 10).numbers())
                .containsExactly(1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20);
    }
}
