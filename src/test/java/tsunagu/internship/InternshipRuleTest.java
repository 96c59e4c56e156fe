package tsunagu.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tsunagu.review.Finding;
import tsunagu.review.Severity;

/** Each rule with a sheet that breaks it and the same sheet mended. */
class InternshipRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private record Case(
            String rule, Severity severity, String field, Map<String, String> broken, Map<String, String> mended) {}

    private static final List<Case> CASES = List.of(
            blocks("I1", "title", Map.of("title", ""), Map.of("title", "部品づくり体験")),
            blocks("I1", "area", Map.of("area", "TOKYO"), Map.of("area", "DAITO")),
            blocks("I1", "audience", Map.of("audience-KOSEN", ""), Map.of("audience-UNIVERSITY", "yes")),
            blocks(
                    "I2",
                    "title",
                    Map.of("type", "CAREER_EDUCATION", "title", "ＩＮＴＥＲＮＳＨＩＰ"),
                    Map.of("type", "CAREER_EDUCATION", "title", "仕事体験")),
            blocks(
                    "I2",
                    "title",
                    Map.of("type", "CAREER_EDUCATION", "title", "1dayインターン"),
                    Map.of("title", "冬のインターンシップ")),
            blocks("I3", "days", Map.of("days", "4", "workplaceDays", "3"), Map.of("days", "5", "workplaceDays", "3")),
            blocks("I3", "days", Map.of("days", "6", "workplaceDays", "3"), Map.of("days", "6", "workplaceDays", "4")),
            blocks(
                    "I3",
                    "days",
                    Map.of("type", "OPEN_COMPANY", "title", "見学", "days", "2", "workplaceDays", "0"),
                    Map.of("type", "OPEN_COMPANY", "title", "見学", "days", "1", "workplaceDays", "0")),
            blocks(
                    "I3",
                    "endsOn",
                    Map.of("type", "ADVANCED", "endsOn", "2027-03-31"),
                    Map.of("type", "ADVANCED", "endsOn", "2027-04-07")),
            blocks("I3", "workplaceDays", Map.of("workplaceDays", "9"), Map.of("workplaceDays", "5")),
            warns(
                    "I4",
                    "startsOn",
                    Map.of("startsOn", "2027-05-10", "endsOn", "2027-05-14"),
                    Map.of("startsOn", "2026-12-28", "endsOn", "2027-01-08")),
            blocks("I5", "supervision", Map.of("supervision", ""), Map.of("supervision", "製造課長が毎日")),
            blocks("I6", "disclosure-PAST", Map.of("disclosure-PAST", ""), Map.of("disclosure-PAST", "初めてです")),
            blocks(
                    "I7",
                    "dataUsed",
                    Map.of("type", "CAREER_EDUCATION", "title", "体験", "dataUsed", "yes"),
                    Map.of("dataUsed", "yes")),
            blocks("I8", "endsOn", Map.of("endsOn", "2027-02-01"), Map.of("endsOn", "2027-02-20")),
            blocks("I8", "days", Map.of("days", "30", "workplaceDays", "20"), Map.of("days", "5")),
            blocks(
                    "I8",
                    "closesOn",
                    Map.of("closesOn", "2026-11-20", "opensOn", "2026-11-01"),
                    Map.of("closesOn", "2026-11-23", "opensOn", "2026-11-01")),
            warns("I8", "closesOn", Map.of("closesOn", "2027-02-10"), Map.of("closesOn", "2027-02-08")),
            blocks("I8", "asOf", Map.of("asOf", "2026-11-24"), Map.of("asOf", "2026-11-23")),
            warns(
                    "I9",
                    "pay",
                    Map.of("pay", "無給", "workplaceDays", "5"),
                    Map.of("pay", "日給9,000円", "workplaceDays", "5")),
            warns(
                    "I10",
                    "audience",
                    Map.of("type", "ADVANCED", "endsOn", "2027-05-30"),
                    Map.of(
                            "type",
                            "ADVANCED",
                            "endsOn",
                            "2027-05-30",
                            "audience-KOSEN",
                            "",
                            "audience-UNIVERSITY",
                            "yes")));

    @TestFactory
    Stream<DynamicTest> a_broken_sheet_is_found_and_a_mended_one_is_not() {
        return CASES.stream()
                .map(each -> DynamicTest.dynamicTest(each.rule + " " + each.broken, () -> {
                    assertThat(check(each.broken)).anySatisfy(finding -> {
                        assertThat(finding.rule()).isEqualTo(each.rule);
                        assertThat(finding.field()).isEqualTo(each.field);
                        assertThat(finding.severity()).isEqualTo(each.severity);
                    });
                    assertThat(check(each.mended))
                            .noneMatch(finding -> finding.rule().equals(each.rule)
                                    && finding.field().equals(each.field));
                }));
    }

    @Test
    void every_rule_has_a_case() {
        assertThat(CASES.stream().map(Case::rule).toList())
                .contains(Stream.of(InternshipRule.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void a_good_sheet_has_nothing_to_mend_and_comes_back_the_same() {
        assertThat(check(Map.of())).isEmpty();
        InternshipPlan plan = ReadInternship.of(new InternshipSheet(good(Map.of())), (field, problem) -> {})
                .plan();
        assertThat(InternshipSheet.of(plan).answers()).isEqualTo(good(Map.of()));
    }

    private static List<Finding> check(Map<String, String> changes) {
        return InternshipRule.check(new InternshipSheet(good(changes)), TODAY);
    }

    private static Map<String, String> good(Map<String, String> changes) {
        Map<String, String> sheet = new HashMap<>(Map.of(
                "type", "GENERAL_OR_SPECIAL",
                "title", "冬のインターンシップ",
                "content", "旋盤で部品を削ります。",
                "area", "DAITO",
                "startsOn", "2027-02-08",
                "endsOn", "2027-02-12",
                "days", "5",
                "workplaceDays", "4",
                "supervision", "製造課長が毎日ふりかえりをします。",
                "dataUsed", "no"));
        sheet.putAll(Map.of(
                "pay", "無給",
                "selection", "先着順",
                "opensOn", "2026-12-01",
                "closesOn", "2027-01-31",
                "asOf", "2026-11-23",
                "audience-KOSEN", "yes"));
        for (Disclosure item : Disclosure.values()) {
            sheet.put("disclosure-" + item, "あり");
        }
        sheet.putAll(changes);
        sheet.values().removeIf(String::isEmpty);
        return sheet;
    }

    private static Case blocks(String rule, String field, Map<String, String> broken, Map<String, String> mended) {
        return new Case(rule, Severity.BLOCK, field, broken, mended);
    }

    private static Case warns(String rule, String field, Map<String, String> broken, Map<String, String> mended) {
        return new Case(rule, Severity.WARN, field, broken, mended);
    }
}
