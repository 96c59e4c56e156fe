package tsunagu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Japanese is compared: what must find each other, and what must not. */
class SearchTextTest {

    /** One range of hours, whichever sign of the keyboard stands between, with space or without. */
    @ParameterizedTest
    @ValueSource(strings = {"〜", "～", "~", "-", "–", "—", "ー", "−", "－", "‐", "―", "∼", " 〜 ", "　～　", " - "})
    void a_range_of_numbers_is_found_whatever_stands_between(String sign) {
        assertThat(SearchText.normalise("勤務 8:30" + sign + "17:30 休憩")).isEqualTo("勤務8:30-17:30休憩");
        assertThat(SearchText.normalise("８：３０" + sign + "１７：３０")).isEqualTo("8:30-17:30");
    }

    @Test
    void between_words_the_signs_keep_what_they_mean() {
        assertThat(SearchText.normalise("サーバー 3名")).isEqualTo("サーバー3名");
        assertThat(SearchText.normalise("土曜 - 5名")).isEqualTo(SearchText.normalise("土曜 - 5名"));
        assertThat(SearchText.normalise("8:30〜")).isEqualTo("8:30〜");
    }

    /** Cases by hand; that 京都 finds 東京都 is the price of finding every part of a word. */
    @ParameterizedTest
    @CsvSource({
        "保育, 市内の保育園で働く, true",
        "園, 市内の保育園で働く, true",
        "車, 自動車部品の組立, true",
        "ＣＡＤ, cadオペレーター, true",
        "ｻｰﾊﾞｰ, サーバーの管理, true",
        "ユーザー, ユーザサポート, true",
        "ユーザ, ユーザー対応, true",
        "コンピュータシステム, コンピューターシステムの保守, true",
        "いちのせき, イチノセキ, true",
        "髙橋, 高橋製作所, true",
        "㈱, (株)東磐, true",
        "組み立て, 電子部品の組立て, true",
        "高等専門学校, 大卒・高専, true",
        "バイト, パート募集, true",
        "パート, パトロール, false",
        "ビル, ビール工場, false",
        "京都, 東京都の取引先, true",
        "かんご, 看護師, true",
        "㈱葦笛, 株式会社葦笛, true",
        "「看護」, 看護師, true",
        "看護士, 看護師, true",
        "事務員, 一般事務, true",
        "一ノ関, 岩手県一関市, true",
        "かんごし, 看護師, true",
        "ほいくし, 保育士, true",
        "家賃補助, 住宅手当あり, true",
        "整備士, 森林整備スタッフ, false",
    })
    void words_find_what_people_expect(String typed, String text, boolean found) {
        assertThat(Word.of(typed).in(SearchText.normalise(text))).as("%s in %s", typed, text).isEqualTo(found);
    }

    @Test
    void a_place_in_the_compared_text_leads_back_to_the_written_one() {
        SearchQuery query = SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"ガス 株式会社"}));
        String written = "東磐㌍ｶﾞｽ株式会社";
        assertThat(written.substring(query.place(0, written)[0], query.place(0, written)[1])).isEqualTo("ｶﾞｽ");
        assertThat(written.substring(query.place(1, written)[0], query.place(1, written)[1])).isEqualTo("株式会社");
    }

    @Test
    void a_space_between_latin_and_japanese_is_a_matter_of_taste() {
        assertThat(SearchText.normalise("CAD オペレーター 1 名")).isEqualTo("cadオペレーター1名");
        assertThat(SearchText.normalise("製造 スタッフ")).as("one between Japanese words parts them").isEqualTo("製造 スタッフ");
        SearchQuery query = SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"オペレーター"}));
        String written = "設計 CAD オペレーター";
        assertThat(written.substring(query.place(0, written)[0], query.place(0, written)[1])).isEqualTo("オペレーター");
    }

    @Test
    void control_signs_and_broken_letters_are_not_searched() {
        assertThat(SearchText.normalise("製\u0000造\u200b\ud800")).isEqualTo("製造");
        assertThat(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"\u0000 \u200b"})).words())
                .isEmpty();
    }

    /** Two Latin letters are a word only where no other Latin letter stands beside them; longer ones are found in longer words, too. */
    @ParameterizedTest
    @CsvSource({
        "SE, 社内SE（サーバー）, true",
        "ＳＥ, se募集, true",
        "SE, ayuse@example.jp, false",
        "SE, Sales representatives, false",
        "AI, saiyo@example.jp, false",
        "AI, 画像AIの開発, true",
        "IT, ITサポート, true",
        "IT, Illustrator, false",
        "CAD, AutoCADの操作, true",
    })
    void two_latin_letters_are_found_as_a_word(String typed, String text, boolean found) {
        Word word = Word.of(typed);
        String normalised = SearchText.normalise(text);
        assertThat(word.in(normalised)).isEqualTo(found);
        NewTexts index = new NewTexts();
        index.add(1, normalised, List.copyOf(SearchText.grams(normalised)));
        assertThat(index.holding(word).contains(1)).as("by the index").isEqualTo(found);
    }

    @Test
    void what_is_typed_without_spaces_falls_into_known_parts() {
        assertThat(Word.of("一関市介護").parts()).extracting(Word::typed).contains("介護");
        assertThat(Word.of("看護師の求人").in("正看護師")).isTrue();
        assertThat(Word.of("看護師").parts()).isEmpty();
    }

    @Test
    void quotes_stay_quoted() {
        assertThat(Word.of("a'\\b").tsquery("")).isEqualTo("('a''' & '''\\\\' & '\\\\b') | ('^a''\\\\b')");
    }
}
