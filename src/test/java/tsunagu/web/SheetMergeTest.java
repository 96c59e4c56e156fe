package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two people and one form: nobody's change is lost without a word. */
class SheetMergeTest {

    private static final Map<String, String> BASE = Map.of("pay", "200000", "hours", "8", "place", "Senmaya");

    @Test
    void what_only_one_of_them_changed_is_kept_without_a_question() {
        SheetMerge merge = SheetMerge.of(
                BASE,
                Map.of("pay", "210000", "hours", "8", "place", "Senmaya"),
                Map.of("pay", "200000", "hours", "7", "place", "Senmaya"));
        assertThat(merge.answers())
                .containsEntry("pay", "210000")
                .containsEntry("hours", "7")
                .containsEntry("place", "Senmaya");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void what_both_changed_keeps_the_own_and_shows_the_others() {
        SheetMerge merge = SheetMerge.of(
                BASE,
                Map.of("pay", "210000", "hours", "8", "place", "Senmaya"),
                Map.of("pay", "220000", "hours", "8", "place", "Senmaya"));
        assertThat(merge.answers()).containsEntry("pay", "210000");
        assertThat(merge.conflicts()).containsExactly(new SheetMerge.Conflict("pay", "210000", "220000"));
    }

    @Test
    void the_same_change_by_both_is_no_conflict() {
        SheetMerge merge = SheetMerge.of(BASE, Map.of("pay", "1"), Map.of("pay", "1"));
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void emptied_is_a_change_and_a_new_field_is_one_too() {
        SheetMerge merge = SheetMerge.of(
                BASE,
                Map.of("hours", "8", "place", "Senmaya", "note", "mine"),
                Map.of("pay", "300000", "hours", "8", "place", "Senmaya"));
        assertThat(merge.answers()).containsEntry("pay", "").containsEntry("note", "mine");
        assertThat(merge.conflicts()).containsExactly(new SheetMerge.Conflict("pay", "", "300000"));
    }
}
