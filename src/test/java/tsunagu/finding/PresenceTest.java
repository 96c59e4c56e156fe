package tsunagu.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.finding.EventPageView.Presence;

/** Who was at an event, as everybody may read it. */
class PresenceTest {

    @Test
    void kinds_of_three_and_more_and_of_nobody_are_shown_as_they_are() {
        List<Presence> kinds = List.of(kind("KOSEN_STUDENT", 195), kind("HIGH_SCHOOL_STUDENT", 0), kind("STAFF", 3));
        assertThat(EventPageView.disclosed(kinds)).isEqualTo(kinds);
    }

    @Test
    void kinds_of_few_people_are_together_and_nothing_is_subtracted_back() {
        assertThat(EventPageView.disclosed(
                        List.of(kind("KOSEN_STUDENT", 20), kind("GUARDIAN", 2), kind("STAFF", 0), kind("TEACHER", 5))))
                .containsExactly(kind("KOSEN_STUDENT", 20), kind("STAFF", 0), new Presence("FEW", 7, List.of()));
        assertThat(EventPageView.disclosed(List.of(kind("GUARDIAN", 1), kind("TEACHER", 2), kind("PUPIL", 9))))
                .containsExactly(kind("PUPIL", 9), new Presence("FEW", 3, List.of()));
    }

    private static Presence kind(String role, int persons) {
        return new Presence(role, persons, List.of("A"));
    }
}
