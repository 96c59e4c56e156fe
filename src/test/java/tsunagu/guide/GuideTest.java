package tsunagu.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
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

    /** 移住支援金: a household up to a million, and another for each child; what is not known is not counted as nothing. */
    @Test
    void what_it_comes_to_at_most_is_worked_out_for_who_moves_so() throws Exception {
        GuideService guide = at("2026-11-24T00:00:00Z");
        Map<GuideQuestion, String> tokyo =
                Map.of(GuideQuestion.LIVES, "TOKYO23", GuideQuestion.YEARS, "FIVE", GuideQuestion.STATUS, "WORKING");
        assertThat(find(guide.suggestions(tokyo), "relocation").most())
                .as("nobody said with whom")
                .isNull();
        assertThat(find(guide.suggestions(with(tokyo, GuideQuestion.HOUSEHOLD, "ALONE")), "relocation")
                        .most())
                .isEqualTo(600_000);
        List<GuideService.Suggestion> family =
                guide.suggestions(with(with(tokyo, GuideQuestion.HOUSEHOLD, "FAMILY"), GuideQuestion.CHILDREN, "C2"));
        assertThat(find(family, "relocation").most()).isEqualTo(3_000_000);
        assertThat(find(family, "home-purchase").most())
                .as("the amount is asked at the office")
                .isNull();
        assertThat(find(family, "student-move").most()).as("speaks against it").isNull();
    }

    @Test
    void information_of_more_than_a_year_ago_waits_for_staff() throws Exception {
        assertThat(at("2024-03-31T00:00:00Z").staffWork()).isEmpty();
        assertThat(at("2026-11-24T00:00:00Z").staffWork()).singleElement().satisfies(each -> assertThat(each.count())
                .isEqualTo(4));
    }

    private static Map<GuideQuestion, String> with(
            Map<GuideQuestion, String> answers, GuideQuestion question, String answer) {
        Map<GuideQuestion, String> more = new EnumMap<>(answers);
        more.put(question, answer);
        return more;
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
