package tsunagu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.shared.FoldedName;
import tsunagu.shared.ReferenceTable;

/** What is asked before a text is folded leaves out no text that has the word. The letters are read by Java here; PostgreSQL reads the same. */
class FoldedWordTest {

    private static final int DRAWN = 60_000;

    @ParameterizedTest
    @CsvSource({
        "髙橋 花子, 高橋",
        "㈱つなぐ, （株）",
        "ｻﾞﾘｶﾞﾆ, ざりがに",
        "ヤマタ゛, やまだ",
        "佐々木, 佐佐",
        "𠮷野, 吉野",
        "辻\uFE00, 辻",
        "ＡＢＣ①, abc1",
        "O’Neill, oneill",
        "Cafe\u0301, café",
        "㍿北上, 株式会社",
        "⻑谷川, 長谷川",
        "100%の_\\仕事, %の_\\"
    })
    void a_text_with_the_word_is_folded_and_found(String text, String word) {
        assertThat(mayHave(text, word)).isTrue();
        assertThat(FoldedName.of(text)).contains(FoldedName.of(word));
    }

    @Test
    void no_text_that_has_the_word_is_left_out() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Integer> letters = letters();
        int found = 0;
        for (int i = 0; i < DRAWN; i++) {
            String text = drawn(random, letters, 1 + random.nextInt(6));
            // The same again in other letters, so that many words are there.
            List<Integer> again = new ArrayList<>();
            FoldedName.of(text).codePoints().forEach(each -> {
                List<Integer> others = new ArrayList<>(FoldedWord.Others.OF.getOrDefault(each, java.util.Set.of()));
                others.add(each);
                again.add(others.get(random.nextInt(others.size())));
            });
            StringBuilder word = new StringBuilder();
            again.stream().limit(1 + random.nextInt(4)).forEach(word::appendCodePoint);
            String folded = FoldedName.of(word.toString());
            if (!folded.isEmpty() && FoldedName.of(text).contains(folded)) {
                found++;
                assertThat(mayHave(text, word.toString()))
                        .as("seed " + seed + ": " + text + " has " + word)
                        .isTrue();
            }
        }
        assertThat(found).isGreaterThan(DRAWN / 4);
    }

    @Test
    void most_texts_without_the_word_are_not_folded() {
        assertThat(mayHave("北上製作所 きたかみせいさくしょ 一関市", "高橋")).isFalse();
        assertThat(mayHave("Iwate Works", "zoo")).isFalse();
        assertThat(FoldedWord.in("x", "w", "　")).isEqualTo("true");
    }

    private static boolean mayHave(String text, String word) {
        for (Map.Entry<String, String> each : FoldedWord.values("w", word).entrySet()) {
            if (each.getKey().startsWith("wLetter")
                    && !java(each.getValue()).matcher(text).find()) {
                return false;
            }
        }
        return true;
    }

    /** Java writes letters beyond the first plane in another way. */
    private static Pattern java(String letters) {
        return Pattern.compile(letters.replaceAll("\\\\U0*([0-9A-F]+)", "\\\\x{$1}"));
    }

    private static String drawn(Random random, List<Integer> letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters.get(random.nextInt(letters.size())));
        }
        return text.toString();
    }

    private static List<Integer> letters() {
        StringBuilder all = new StringBuilder(
                "ｱｶﾞｻﾞﾊﾟアガザパヴぁがぽー゛゜\u3099\u309a\u0301\u0308々・'’ 　\u200b\ufe00㈱㍿㌔㋿①⑩１Ⅻ%_\\[]^-.ABCｘｙzÉéèﬀßİıΣ가한ㄱｶ");
        ReferenceTable.read("/reference/search/variants.csv")
                .forEach(each -> all.append(each.text("from")).append(each.text("to")));
        return all.codePoints().boxed().toList();
    }
}
