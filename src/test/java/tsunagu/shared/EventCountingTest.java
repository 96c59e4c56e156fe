package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.EventCounting.Measure;

/** Which events and roles a measure counts. */
class EventCountingTest {

    @Test
    void a_measure_takes_its_types_and_roles_or_those_of_the_session() {
        Measure guidance = new Measure("参加者数", true, Set.of("GUIDANCE"), Set.of("UNIVERSITY_STUDENT"));
        assertThat(guidance.takes("GUIDANCE")).isTrue();
        assertThat(guidance.takes("JOINT_BRIEFING")).isFalse();
        assertThat(guidance.counted(Set.of("UNIVERSITY_STUDENT", "GENERAL"))).containsExactly("UNIVERSITY_STUDENT");
        Measure all = new Measure("延べ", true, Set.of(), Set.of());
        assertThat(all.takes("SEMINAR")).isTrue();
        assertThat(all.counted(Set.of("GENERAL"))).containsExactly("GENERAL");
        assertThat(new Measure("開催回数", false, Set.of(), Set.of()).counted(Set.of("GENERAL")))
                .isEmpty();
    }
}
