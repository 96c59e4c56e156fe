package tsunagu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.posting.DemonstrationPostings;
import tsunagu.posting.DemonstrationPostings.Stated;

/** Words that people type first, among the postings of the demonstration city. */
class TypedWordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    private static List<Stated> postings;
    private static SearchService search;

    @BeforeAll
    static void the_city() {
        postings = DemonstrationPostings.openOn(DAY);
        search = SearchInMemory.of(
                postings.stream().map(Stated::entry).toList(),
                Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE", "システムエンジニア", "ＳＥ"})
    void system_engineers_are_a_handful(String typed) {
        assertThat(found(typed))
                .hasSizeBetween(2, 12)
                .allSatisfy(each -> assertThat(each.stated().get("occupation")).isIn("009", "010"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IT", "ＩＴ"})
    void it_is_what_has_to_do_with_computers(String typed) {
        assertThat(found(typed)).hasSizeBetween(5, 40).allSatisfy(each -> assertThat(each.stated())
                .satisfiesAnyOf(
                        stated -> assertThat(stated.get("occupation")).isIn("009", "010"),
                        stated -> assertThat(stated.get("industry")).isEqualTo("G39")));
    }

    @Test
    void two_letters_of_a_mail_address_are_no_word() {
        assertThat(found("AI"))
                .allMatch(each -> (each.stated().get("title") + each.stated().get("DUTIES")).contains("AI"));
        assertThat(search(Map.of("q", new String[] {"saiyo"})).total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "土日休み, HOLIDAYS, 土日祝日休み|土曜、日曜、祝日|（土・日）、祝日",
        "土日祝休み, HOLIDAYS, 土日祝日休み|土曜、日曜、祝日|（土・日）、祝日",
        "移住支援金, relocation, yes",
        "移住, relocation, yes",
        "家賃補助, HOUSING_ALLOWANCE, yes",
        "寮あり, DORMITORY, yes",
        "看護士, occupation, 023",
    })
    void everything_that_states_it_is_found_and_first(String typed, String field, String says) {
        Predicate<Stated> right = each -> Pattern.compile(says)
                .matcher(each.stated().getOrDefault(field, ""))
                .find();
        long all = postings.stream().filter(right).count();
        assertThat(all).isPositive();
        assertThat(found(typed).stream().limit(all))
                .as(typed)
                .hasSize((int) all)
                .allMatch(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"未経験歓迎", "未経験OK", "経験不問", "資格不要", "時短", "子育て", "介護士", "事務員", "こうじょう", "ほいくし", "事務 土日休み", "未経験 製造"
            })
    void what_people_type_finds_something(String typed) {
        assertThat(found(typed)).isNotEmpty();
    }

    @Test
    void the_station_is_the_city() {
        int city = found("いちのせき").size();
        assertThat(city).isGreaterThan(450);
        assertThat(found("一ノ関")).hasSize(city);
        assertThat(found("一の関")).hasSize(city);
    }

    @Test
    void working_at_home_comes_before_visits_to_homes() {
        List<Stated> found = found("在宅");
        assertThat(found.get(0).stated().get("REMOTE")).isEqualTo("yes");
        assertThat(found.get(found.size() - 1).stated().get("title")).isEqualTo("薬剤師");
    }

    @ParameterizedTest
    @CsvSource({"機会設計, 機械設計", "プロクラマー, プログラマー", "エンジニヤ, エンジニア"})
    void who_mistypes_is_asked_whether_another_word_was_meant(String typed, String meant) {
        SearchResult result = search(Map.of("q", new String[] {typed}));
        assertThat(result.total()).isZero();
        SearchResult.Way first = result.near().get(0);
        assertThat(first.word()).isEqualTo(meant);
        assertThat(first.total())
                .isPositive()
                .isEqualTo(search(Map.of("q", new String[] {meant})).total());
        assertThat(result.ways()).as("to drop the only word is no way").isEmpty();
    }

    /** Groups end in 他に分類されないもの: no word is near to that. */
    @Test
    void a_word_of_no_trade_leads_to_none() {
        SearchResult nothing = search(Map.of("q", new String[] {"ありえない"}));
        assertThat(nothing.total()).isZero();
        assertThat(nothing.near()).isEmpty();
    }

    @Test
    void a_word_that_every_posting_says_does_not_hide_the_few_that_are_meant() {
        SearchResult dispatched = search(Map.of("q", new String[] {"派遣"}));
        assertThat(dispatched.total()).isBetween(1, 20);
        assertThat(dispatched.aside()).as("those that say it is none").isGreaterThan(400);
        SearchResult wide = search(Map.of("q", new String[] {"派遣"}, "wide", new String[] {"yes"}));
        assertThat(wide.total()).isEqualTo(dispatched.total() + dispatched.aside());
        assertThat(wide.aside()).isZero();
    }

    @Test
    void the_number_of_the_public_employment_office_leads_to_its_posting() {
        Stated numbered = postings.stream()
                .filter(each -> !each.stated().get("number").isEmpty())
                .findFirst()
                .orElseThrow();
        String number = numbered.stated().get("number");
        assertThat(found(number)).containsExactly(numbered);
        assertThat(found(number.replace("-", ""))).containsExactly(numbered);
        assertThat(found(number.replace("-", "ー"))).containsExactly(numbered);
    }

    /** The demonstration does not deny in words what it marks. */
    @Test
    void no_posting_marks_a_housing_allowance_and_says_that_there_is_none() {
        assertThat(postings.stream()
                        .filter(each -> each.stated().get("HOUSING_ALLOWANCE").equals("yes")))
                .isNotEmpty()
                .noneMatch(each -> each.stated().get("ALLOWANCES").contains("住宅に関する手当はありません"));
    }

    private static List<Stated> found(String typed) {
        return search.all(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {typed})), Integer.MAX_VALUE).stream()
                .map(each -> postings.get((int) each.recordId() - 1))
                .toList();
    }

    private static SearchResult search(Map<String, String[]> parameters) {
        return search.find(SearchQuery.parse(Kind.JOB, parameters));
    }
}
