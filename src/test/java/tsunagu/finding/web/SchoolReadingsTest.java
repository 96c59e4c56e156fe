package tsunagu.finding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Readings;
import tsunagu.shared.ReferenceTable;

/** 振り仮名 for a junior high school: right, or none. */
class SchoolReadingsTest {

    private static String read(String text) {
        return Readings.inBrackets(SchoolReadings.in(text, Map.of()));
    }

    @Test
    void words_read_in_one_way_have_their_reading() {
        assertThat(read("図面を確かめて、部品を機械で作る。")).isEqualTo("図面（ずめん）を確（たし）かめて、部品（ぶひん）を機械（きかい）で作（つく）る。");
        assertThat(read("先輩に教わりながら、お客様へ荷物を届けます。")).isEqualTo("先輩（せんぱい）に教（おそ）わりながら、お客様（きゃくさま）へ荷物（にもつ）を届（とど）けます。");
        assertThat(read("火を消し、灯りが消える。")).isEqualTo("火を消（け）し、灯りが消（き）える。");
    }

    /** A wrong reading is worse than none: what is read in two ways, is part of a longer word, or counts something, has none. */
    @Test
    void what_may_be_read_otherwise_has_none() {
        for (String text :
                List.of("人気の市場", "一日の上手な仕方", "今日と明日", "行って", "入る", "開く", "降りる", "町工場", "一関市内", "3人の", "５年の", "住宅課")) {
            assertThat(read(text)).isEqualTo(text);
        }
    }

    @Test
    void the_companys_own_readings_come_first() {
        Map<String, String> given =
                SchoolReadings.given(List.of("｜千厩《せんまや》の｜工場《こうば》で", "｜段取《だんど》り", "｜生物《せいぶつ》", "｜生物《なまもの》"));
        assertThat(Readings.inBrackets(SchoolReadings.in("千厩の工場で生物の段取りをする｜担当《かかり》", given)))
                .isEqualTo("千厩（せんまや）の工場（こうば）で生物の段取（だんど）りをする担当（かかり）");
        // A bracket somebody meant as a bracket stays one.
        assertThat(Readings.inBrackets(SchoolReadings.in("雑誌《工場》", Map.of()))).isEqualTo("雑誌《工場（こうじょう）》");
    }

    /** In the table a word has one reading before one kana; the words are kanji, the readings hiragana. */
    @Test
    void the_table_says_one_thing_once() {
        Map<String, String> seen = new HashMap<>();
        for (ReferenceTable.Row row : ReferenceTable.read("/reference/school-readings.csv")) {
            assertThat(row.text("word")).matches("[\\p{IsHan}々]+");
            assertThat(row.text("reading")).matches("[\\u3041-\\u3096\\u30fc]+");
            String next = row.textOrEmpty("next");
            for (String kana : next.isEmpty() ? new String[] {""} : next.split("")) {
                assertThat(seen.put(row.text("word") + "|" + kana, row.text("reading")))
                        .as(row.text("word") + kana)
                        .isNull();
            }
        }
        seen.keySet().stream().filter(key -> key.endsWith("|")).forEach(word -> assertThat(seen.keySet().stream()
                        .filter(other -> !other.equals(word) && other.startsWith(word))
                        .toList())
                .as("%s has a reading before anything: no other one", word)
                .isEmpty());
    }
}
