package tsunagu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.SamePerson.Entry;

/** Who may be one person under two entries: eleven people of an event became thirteen in the plan's figure. */
class SamePersonTest {

    private static Entry entry(long id, String name, String reading, String mail) {
        return new Entry(id, name, reading, mail, 1);
    }

    private static List<String> pairs(Entry... entries) {
        return SamePerson.alike(List.of(entries), 10).stream()
                .map(SamePerson::pair)
                .toList();
    }

    @Test
    void one_name_is_one_however_it_is_written() {
        assertThat(pairs(entry(1, "髙橋 花子", "", ""), entry(2, "高橋花子", "たかはし はなこ", "")))
                .containsExactly("1-2");
        assertThat(pairs(entry(1, "山﨑　実", "ヤマザキ ミノル", ""), entry(2, "山崎実", "やまざき みのる", "")))
                .containsExactly("1-2");
        assertThat(pairs(entry(1, "Nguyen Anh", "", ""), entry(2, "ＮＧＵＹＥＮ ＡＮＨ", "", "")))
                .containsExactly("1-2");
    }

    @Test
    void another_reading_is_another_person_unless_the_address_is_one() {
        assertThat(pairs(entry(1, "東 一", "アズマ ハジメ", ""), entry(2, "東一", "ヒガシ ハジメ", "")))
                .isEmpty();
        assertThat(pairs(entry(1, "東 一", "アズマ ハジメ", "a@example.jp"), entry(2, "東一", "ヒガシ ハジメ", "A@example.jp")))
                .containsExactly("1-2");
        assertThat(pairs(entry(1, "東 一", "", ""), entry(2, "西 一", "", ""))).isEmpty();
    }

    @Test
    void no_address_is_not_the_same_address() {
        SamePerson pair = SamePerson.alike(List.of(entry(1, "東 一", "", ""), entry(2, "東一", "", "")), 10)
                .get(0);
        assertThat(pair.sameMail()).isFalse();
        assertThat(pair.sameReading()).isFalse();
    }

    @Test
    void the_surest_come_first_then_the_newest() {
        assertThat(pairs(
                        entry(1, "東 一", "", ""),
                        entry(2, "東 一", "", ""),
                        entry(3, "西 二", "ニシ ジ", ""),
                        entry(4, "西二", "にし じ", ""),
                        entry(5, "南 三", "", "s@example.jp"),
                        entry(6, "南三", "", "s@example.jp")))
                .containsExactly("5-6", "3-4", "1-2");
    }

    private static List<String> groups(Entry... entries) {
        return SamePeople.of(SamePerson.alike(List.of(entries), 10)).stream()
                .map(SamePeople::key)
                .toList();
    }

    @Test
    void three_who_are_all_alike_are_one_question() {
        Entry[] three = {entry(1, "東 一", "", ""), entry(2, "東一", "", ""), entry(3, "東　一", "アズマ ハジメ", "")};
        assertThat(groups(three)).containsExactly("1-2-3");
        assertThat(SamePeople.of(SamePerson.alike(List.of(three), 10)).get(0).pairs())
                .hasSize(3);
        assertThat(groups(
                        entry(1, "東 一", "", ""),
                        entry(2, "東一", "", ""),
                        entry(3, "西 二", "", ""),
                        entry(4, "西二", "", "")))
                .containsExactly("3-4", "1-2");
    }

    /** Somebody without a reading is alike to two who are not alike: one answer for all three would be wrong. */
    @Test
    void who_is_only_alike_to_one_of_them_is_asked_about_for_himself() {
        assertThat(groups(entry(1, "東 一", "アズマ ハジメ", ""), entry(2, "東一", "", ""), entry(3, "東 一", "ヒガシ ハジメ", "")))
                .containsExactly("2-3", "1-2");
    }
}
