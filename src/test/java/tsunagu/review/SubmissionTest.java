package tsunagu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.DomainException;

/** A draft's life between company and city. */
class SubmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    @Test
    void while_the_city_looks_nobody_writes() {
        Submission draft = new Plain();
        draft.write(Map.of("title", "a"), Set.of("x"), 1L, NOW);
        draft.submit(NOW);
        assertThatThrownBy(() -> draft.write(Map.of("title", "b"), Set.of(), 1L, NOW))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> draft.submit(NOW)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> draft.discard(NOW)).isInstanceOf(DomainException.class);
        draft.takeBack();
        draft.write(Map.of("title", "b"), Set.of(), 1L, NOW);
        assertThat(draft.answers()).containsOnly(Map.entry("title", "b"));
        assertThat(draft.acknowledged()).isEmpty();
    }

    @Test
    void sent_back_it_goes_on_and_the_city_says_why() {
        Submission draft = new Plain();
        draft.submit(NOW);
        assertThatThrownBy(() -> draft.sendBack(" ", 2L, NOW)).isInstanceOf(DomainException.class);
        Submission again = new Plain();
        again.submit(NOW);
        again.sendBack("the hours", 2L, NOW);
        assertThat(again.comment()).isEqualTo("the hours");
        again.write(Map.of(), Set.of(), 1L, NOW);
        again.submit(NOW);
        again.published(3, 2L, NOW);
        assertThat(again.comment()).isEmpty();
    }

    @Test
    void it_is_decided_once() {
        Submission refused = new Plain();
        assertThatThrownBy(() -> refused.refuse("no", 2L, NOW))
                .as("never submitted")
                .isInstanceOf(DomainException.class);
        refused.submit(NOW);
        refused.refuse("no", 2L, NOW);
        assertThatThrownBy(() -> refused.published(3, 2L, NOW)).isInstanceOf(DomainException.class);
        assertThatThrownBy(refused::takeBack).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> refused.write(Map.of(), Set.of(), 1L, NOW)).isInstanceOf(DomainException.class);
    }

    @Test
    void an_answer_without_end_is_refused_and_the_old_ones_stay() {
        Submission draft = new Plain();
        draft.write(Map.of("title", "a"), Set.of(), 1L, NOW);
        assertThatThrownBy(() -> draft.write(Map.of("title", "x".repeat(4001)), Set.of(), 1L, NOW))
                .isInstanceOf(DomainException.class);
        assertThat(draft.answers()).containsEntry("title", "a");
    }

    private static final class Plain extends Submission {

        private final Map<String, String> answers = new HashMap<>();
        private final Set<String> acknowledged = new HashSet<>();

        Plain() {
            super("code", 1, null);
        }

        @Override
        protected Map<String, String> kept() {
            return answers;
        }

        @Override
        protected Set<String> keptAcknowledged() {
            return acknowledged;
        }
    }
}
