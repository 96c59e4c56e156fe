package tsunagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tsunagu.evaluation.EvaluationSheetForm.Decision;

/** Whether a programme goes on is a choice, and never read out of a sentence. */
class FutureDirectionTest {

    @Test
    void what_is_abolished_ended_or_merged_does_not_go_on() {
        assertThat(Arrays.stream(FutureDirection.values()).filter(FutureDirection::ends))
                .containsExactly(FutureDirection.MERGE, FutureDirection.ABOLISH, FutureDirection.END);
        assertThat(decision(FutureDirection.ABOLISH, "", true).goesOn()).isFalse();
    }

    @Test
    void a_sentence_that_begins_with_abolishing_abolishes_nothing() {
        assertThat(decision(FutureDirection.CONTINUE, "廃止を求める声もあるが、続ける", true).goesOn())
                .isTrue();
        assertThat(decision(FutureDirection.BLANK, "廃止", true).goesOn()).isTrue();
    }

    @Test
    void what_nobody_decided_goes_on_and_what_has_no_line_does_not() {
        assertThat(decision(null, "", true).goesOn()).isTrue();
        assertThat(decision(FutureDirection.BLANK, "", false).goesOn()).isFalse();
    }

    @Test
    void the_paper_prints_the_word_and_what_is_said_about_it() {
        assertThat(decision(FutureDirection.EXPAND, "令和6年度から", true).directionWords())
                .isEqualTo("拡充（令和6年度から）");
        assertThat(decision(FutureDirection.EXPAND, "", true).directionWords()).isEqualTo("拡充");
        assertThat(decision(FutureDirection.BLANK, "", true).directionWords()).isEmpty();
        assertThat(decision(null, "", true).directionWords()).isEmpty();
    }

    private static Decision decision(FutureDirection direction, String detail, boolean listed) {
        return new Decision(Papers.NEXT_YEAR, null, direction, detail, "", listed);
    }
}
