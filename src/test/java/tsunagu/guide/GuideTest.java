package tsunagu.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;

/** The guide says why it suggests something, and suggests nothing whose time is over. */
class GuideTest {

    @Test
    void answers_speak_for_and_against() throws Exception {
        List<GuideService.Suggestion> found = at("2026-11-24T00:00:00Z")
                .suggestions(Map.of(
                        GuideQuestion.LIVES, "TOKYO23", GuideQuestion.YEARS, "FIVE", GuideQuestion.STATUS, "WORKING"));
        GuideService.Suggestion first = find(found, "relocation");
        assertThat(first.mayApply()).isTrue();
        assertThat(first.fitting()).containsExactly(GuideQuestion.LIVES, GuideQuestion.YEARS, GuideQuestion.STATUS);
        GuideService.Suggestion students = find(found, "student-move");
        assertThat(students.mayApply()).isFalse();
        assertThat(students.against()).containsExactly(GuideQuestion.STATUS);
        assertThat(found)
                .as("what may apply stands first")
                .isSortedAccordingTo((one, other) -> Boolean.compare(other.mayApply(), one.mayApply()));
    }

    @Test
    void an_unanswered_question_excludes_nothing_and_is_named() throws Exception {
        List<GuideService.Suggestion> found =
                at("2026-11-24T00:00:00Z").suggestions(Map.of(GuideQuestion.LIVES, "MARS"));
        assertThat(found).allMatch(GuideService.Suggestion::mayApply);
        assertThat(find(found, "relocation").open()).contains(GuideQuestion.LIVES);
    }

    @Test
    void what_has_ended_is_not_there_any_more() throws Exception {
        assertThat(at("2024-03-31T14:59:59Z").suggestions(Map.of()))
                .anyMatch(each -> each.programme().code().equals("rent"));
        assertThat(at("2024-03-31T15:00:00Z").suggestions(Map.of()))
                .noneMatch(each -> each.programme().code().equals("rent"));
    }

    private static GuideService.Suggestion find(List<GuideService.Suggestion> found, String code) {
        return found.stream()
                .filter(each -> each.programme().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static GuideService at(String instant) throws Exception {
        GuideService guide = new GuideService();
        Field clock = GuideService.class.getDeclaredField("clock");
        clock.setAccessible(true);
        clock.set(guide, Clock.fixed(Instant.parse(instant), FiscalYear.ZONE));
        Field support = GuideService.class.getDeclaredField("support");
        support.setAccessible(true);
        support.set(guide, new SupportRegister() {
            @Override
            List<SupportProgramme> all() {
                return shipped();
            }
        });
        return guide;
    }
}
