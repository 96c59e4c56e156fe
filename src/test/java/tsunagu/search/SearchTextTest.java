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
        assertThat(SearchText.normalise("9:00〜")).isEqualTo("9:00-").isEqualTo(SearchText.normalise("9:00～"));
    }

    /** The same words from a Mac and from Windows, from two people's habits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20万円〜25万円|20万円～25万円",
                "月〜金|月-金",
                "9時〜17時|9時～17時",
                "8:30〜\u200b17:30|8:30-17:30",
                "<b>8:30</b>〜<b>17:30</b>|8:30-17:30",
                "8:30〜〜17:30|8:30-17:30",
                "8:30━17:30|8:30-17:30",
                "Wi‐Fi|Wi-Fi",
                "Wi−Fi|Wi-Fi",
                "３ヶ月|3か月",
                "3ケ月|3箇月",
                "1,000円|1000円",
                "いすゞ|いすず",
                "佐々木|佐佐木",
                "⻑野|長野",
                "昻|昂",
                "機械（きかい）加工|機械《きかい》加工",
                "機械［きかい］加工|機械《きかい》加工",
                "<ruby>機械<rt>きかい</ruby>加工|機械《きかい》加工",
                "機械<!-- x -->加工|機械加工"
            })
    void the_same_words_written_in_two_ways_are_one(String one, String other) {
        assertThat(SearchText.normalise(one)).isEqualTo(SearchText.normalise(other));
    }

    /** Readings, markup, invisible signs and spaces stand within the word that is looked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "機械加工",
                "機械《きかい》加工《かこう》の仕事",
                "｜機械《きかい》加工",
                "機《き》械《かい》加《か》工《こう》",
                "<ruby>機械<rt>きかい</rt></ruby>加工",
                "<ruby>機<rp>(</rp><rt>き</rt><rp>)</rp>械<rp>(</rp><rt>かい</rt><rp>)</rp></ruby>加工",
                "<RUBY><RB>機械</RB><RT class='x'>きかい</RT></RUBY>加工",
                "機械（きかい）加工",
                "機械(きかい)加工",
                "機<b>械</b>加工",
                "機械<wbr>加工",
                "<span lang=\"ja\">機械</span>加工",
                "機\u200b械\u2060加\ufeff工",
                "機\ufe00械加工",
                "機\udb40\udd00械加工",
                "機\u00ad械加工",
                "機　械　加　工",
                "機 械 加 工",
                "機械\n加工",
                "機械\r\n加工",
                "機械　\n　加工"
            })
    void a_word_is_found_whatever_stands_within_it(String text) {
        assertThat(SearchText.normalise(text)).contains("機械加工");
    }

    @Test
    void readings_are_found_as_well_and_lead_back_to_where_they_stand() {
        SearchText text = SearchText.of("<ruby>機械<rt>きかい</rt></ruby>加工の仕事");
        assertThat(text.text()).isEqualTo("機械加工ノ仕事 キカイ");
        assertThat(text.origin()[text.text().indexOf("キカイ")]).isEqualTo("<ruby>機械<rt>".length());
    }

    @Test
    void what_is_looked_for_may_bring_its_reading_along() {
        assertThat(SearchText.asked("機械《きかい》加工《かこう》")).isEqualTo("機械加工");
    }

    /** What is no reading stays where it is, and words that stand beside each other stay two. */
    @ParameterizedTest
    @CsvSource({
        "急募《夜勤》製造, 急募《夜勤》製造",
        "製造(夜勤)スタッフ, 製造(夜勤)スタッフ",
        "営業 事務, 営業 事務",
        "製造　業務, 製造 業務",
        "5<6の計算, 5<6ノ計算",
        "<br>製造<br/>業務, 製造 業務",
        "<p>製造</p><p>業務</p>, 製造 業務"
    })
    void what_is_no_reading_stays(String text, String compared) {
        assertThat(SearchText.normalise(text)).isEqualTo(compared);
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
        assertThat(Word.of(typed).in(SearchText.normalise(text)))
                .as("%s in %s", typed, text)
                .isEqualTo(found);
    }

    @Test
    void a_place_in_the_compared_text_leads_back_to_the_written_one() {
        SearchQuery query = SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"ガス 株式会社"}));
        String written = "東磐㌍ｶﾞｽ株式会社";
        assertThat(written.substring(query.place(0, written)[0], query.place(0, written)[1]))
                .isEqualTo("ｶﾞｽ");
        assertThat(written.substring(query.place(1, written)[0], query.place(1, written)[1]))
                .isEqualTo("株式会社");
    }

    @Test
    void a_space_between_latin_and_japanese_is_a_matter_of_taste() {
        assertThat(SearchText.normalise("CAD オペレーター 1 名")).isEqualTo("cadオペレーター1名");
        assertThat(SearchText.normalise("製造 スタッフ"))
                .as("one between Japanese words parts them")
                .isEqualTo("製造 スタッフ");
        SearchQuery query = SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"オペレーター"}));
        String written = "設計 CAD オペレーター";
        assertThat(written.substring(query.place(0, written)[0], query.place(0, written)[1]))
                .isEqualTo("オペレーター");
    }

    @Test
    void control_signs_and_broken_letters_are_not_searched() {
        assertThat(SearchText.normalise("製\u0000造\u200b\ud800")).isEqualTo("製造");
        assertThat(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"\u0000 \u200b"}))
                        .words())
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
