package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void what_people_type_is_left_alone() {
        for (String text : new String[] {
            "",
            " ",
            "山田 𠮷子",
            "髙﨑",
            "ﾔﾏﾀﾞ",
            "か\u3099",
            "1行目\r\n2行目\t次",
            "👩‍🎓 🇯🇵",
            "한국어",
            "Nguyễn",
            "می\u200cخواهم",
            "葛\udb40\udd00"
        }) {
            assertThat(CleanText.of(text)).isSameAs(text);
        }
        assertThat(CleanText.of(null)).isNull();
    }

    @Test
    void what_nobody_sees_goes() {
        assertThat(CleanText.of("よろしく\u0001お願い\u000bします")).isEqualTo("よろしくお願いします");
        assertThat(CleanText.of("\u200b")).isEmpty();
        assertThat(CleanText.of("\ufeff名前\u2060")).isEqualTo("名前");
        assertThat(CleanText.of("abc\u202egnp.exe\u2066x\u2069")).isEqualTo("abcgnp.exex");
        assertThat(CleanText.of("a\ud800b\udc00c")).isEqualTo("abc");
        assertThat(CleanText.of("a\uffffb\ufdd0c\u0085d\u007fe\u2028f")).isEqualTo("abcdef");
        assertThat(CleanText.of(new String(Character.toChars(0x1fffe)) + "x")).isEqualTo("x");
    }
}
