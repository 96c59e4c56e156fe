package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What offices, phones and programs write besides what anybody thinks of: each was tried from outside, and went wrong once. */
class OfficeInputsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0191-21-2111（代）|0191-21-2111",
                "(代表) 0191-21-2111|0191-21-2111",
                "0191-21-2111 代表|0191-21-2111",
                "0191-21-2111（直通）|0191-21-2111",
                "0191-21-2111(代表)(内線123)|0191-21-2111 内線 123",
                "FAX 0191-21-2112|0191-21-2112",
                "ＴＥＬ／ＦＡＸ 0191-21-2112|0191-21-2112",
                "TEL・FAX 0191-21-2112|0191-21-2112",
                "携帯090-1234-5678|090-1234-5678",
                "090-1234-5678（携帯）|090-1234-5678",
                "お電話 0191-21-2111|0191-21-2111",
                "フリーダイヤル0120-123-456|0120-123-456",
                "📞0191-21-2111|0191-21-2111",
                "0191-21-2111 内線№123|0191-21-2111 内線 123",
                "0191-21-2111 内線#123|0191-21-2111 内線 123",
                "0191-21-2111 内線（123）|0191-21-2111 内線 123",
                "0191-21-2111【内線123】|0191-21-2111 内線 123",
                "0191-21-2111 ext.123|0191-21-2111 内線 123",
                "0191-21-2111 x123|0191-21-2111 内線 123",
                "tel:+81-191-21-2111;ext=123|0191-21-2111 内線 123",
                "0191・21・2111|0191-21-2111",
                "0191一21一2111|0191-21-2111",
                "〔0191〕21-2111|0191-21-2111",
                "0191-21-2111。|0191-21-2111",
                "0191\u00ad21\u200e2111|0191-21-2111",
                "0081-191-21-2111|0191-21-2111",
                "001-1-650-253-0000|+1 650-253-0000"
            })
    void a_telephone_number_is_read(String typed, String kept) {
        assertThat(TelephoneNumber.read(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0191-21-2111(2)",
                "0191-21-2111～2",
                "0191212111.0",
                "0191-21-21111",
                "090-1234-567",
                "0000-00-0000",
                "000-0000-0000",
                "191212111",
                "9012345678"
            })
    void what_is_no_telephone_number_is_not_made_one(String typed) {
        assertThat(TelephoneNumber.read(typed)).isEmpty();
    }

    @Test
    void eaten_zeros_are_asked_about_however_a_program_writes_the_rest() {
        assertThat(EatenZero.telephone("1.91212111E8")).contains("0191-21-2111");
        assertThat(EatenZero.telephone("191-21-2111")).contains("0191-21-2111");
        assertThat(EatenZero.postcode("〒210053")).contains("021-0053");
        assertThat(EatenZero.postcode("21-0053")).contains("021-0053");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taro@example。jp|taro@example.jp", "taro@一関。日本|taro@一関.日本", "山田 <taro@example.jp>|taro@example.jp",
                        "mailto:taro@example.jp|taro@example.jp",
                "taro@example.jp。|taro@example.jp", "taro@example.jp、|taro@example.jp",
                        "\"a..b\"@docomo.ne.jp|a..b@docomo.ne.jp", "taroーyamada@example.jp|taro-yamada@example.jp",
                "taro@exam‐ple.jp|taro@exam-ple.jp"
            })
    void an_address_is_what_somebody_meant(String typed, String address) {
        assertThat(MailAddress.plausible(typed)).isTrue();
        assertThat(MailAddress.narrow(typed)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026年12月25日 金曜日",
                "2026/12/25 金",
                "2026/12/25(Fri)",
                "2026年12月25日【金】",
                "2026年12月25日(振休)",
                "令8.12.25",
                "R081225",
                "令和八年十二月二十五日",
                "西暦2026年12月25日",
                "令和8年12月25日付",
                "令和8(2026)年12月25日",
                "2026年（令和8年）12月25日",
                "2026-12-25T00:00:00.000Z",
                "2026-12-25T00:00:00+09:00",
                "2026/12/25 12:00:00 AM",
                "2026/12/25 午前0:00:00",
                "2026. 12. 25.",
                "2026・12・25",
                "2026,12,25",
                "2026∕12∕25",
                "'2026/12/25"
            })
    void a_day_is_read(String typed) {
        assertThat(Typed.day(typed).value()).isEqualTo(LocalDate.of(2026, 12, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0026-12-25", "0000-12-25", "2026年（令和9年）12月25日"})
    void a_year_before_all_calendars_or_said_twice_in_two_ways_is_none(String typed) {
        assertThat(Typed.day(typed).unreadable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"令和8年11月分", "2026年11月度", "R0811", "令8.11", "令和八年十一月"})
    void a_month_is_read(String typed) {
        assertThat(Typed.month(typed).value()).hasToString("2026-11");
        assertThat(Typed.month("000011").unreadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3ヶ月間|3",
                "2週間|2",
                "5ヶ年|5",
                "12団体|12",
                "30ブース|30",
                "8コマ|8",
                "5㎡|5",
                "1,000円|1000",
                "¥1,000-|1000",
                "\\1,000|1000",
                "金1,000円也|1000",
                "5百円|500",
                "1 000|1000",
                "1000yen|1000",
                "60min|60"
            })
    void an_amount_is_read(String typed, int amount) {
        assertThat(Typed.wholeNumber(typed).value()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5²", "3 5", "2 3名", "090 1234"})
    void two_numbers_are_not_one(String typed) {
        assertThat(Typed.wholeNumber(typed).unreadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8時30|08:30",
                "8:30 a.m.|08:30",
                "A.M. 8:30|08:30",
                "午后1時|13:00",
                "3pm|15:00",
                "午後3|15:00",
                "8:30:00.000|08:30",
                "8∶30|08:30"
            })
    void a_time_is_read(String typed, String time) {
        assertThat(Typed.time(typed).value()).hasToString(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(翌)1:30", "（翌日）1:30", "1:30（翌日）", "1:30（翌）", "午前1時30分（翌日）"})
    void the_next_day_stands_on_either_side(String typed) {
        assertThat(Typed.end(typed).value()).isEqualTo(Duration.ofMinutes(25 * 60 + 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名前;人数~山田;1,000",
                "求人一覧（一関市、花泉, 大東）~名前;人数~山田;5",
                "名前,人数~山田\t花子,5",
                "名前,人数~山田,\t5",
                "名前,人数~\ufeff山田,5~\u001a",
                "名前※,*人数~山田,5",
                "名前,人数（必須）~\u00a0山田\u00a0,5~\u00a0,\u00a0",
                "名前,人数,備考,備考~山田,5,a,b"
            })
    void a_table_has_the_columns_that_its_writer_sees(String text) {
        PastedTable table = PastedTable.of(text.replace('~', '\n'), List.of("名前", "人数"));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0)).containsKeys("名前", "人数");
        assertThat(table.rows().get(0).get("名前")).startsWith("山田");
    }

    @Test
    void a_number_that_is_guarded_keeps_its_zeros_and_an_error_is_named() {
        for (String cell : List.of("=\"0191212111\"", "\"=\"\"0191212111\"\"\"", "'0191212111")) {
            assertThat(PastedTable.of("名前,電話\n山田," + cell).rows().get(0))
                    .as(cell)
                    .containsEntry("電話", "0191212111");
        }
        assertThatThrownBy(() -> PastedTable.of("名前,電話\n#N/A,1", List.of("名前"))).hasMessage("web.error.tableError");
        assertThat(PastedTable.of("名前,電話\n山田,#N/A", List.of("名前")).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "EUC-JP", "ISO-2022-JP", "windows-31j", "UTF-8"})
    void a_file_is_read_in_the_encoding_it_is_in(String encoding) {
        String text = "会社名,法人番号,読み\r\n一関製作所（架空）,1,イチノセキ\r\nあべ商店（架空）,2,アベ\r\n";
        String mark = encoding.startsWith("UTF-16") || encoding.startsWith("UTF-32") ? "\ufeff" : "";
        String read = TableFile.text((mark + text).getBytes(Charset.forName(encoding)));
        assertThat(PastedTable.of(read).rows())
                .extracting(row -> row.get("会社名"))
                .containsExactly("一関製作所（架空）", "あべ商店（架空）");
    }

    @Test
    void what_is_no_text_is_not_taken_for_one() {
        byte[] withoutMark = "月,相談件数\r\n令和8年11月,12\r\n".getBytes(Charset.forName("UTF-16LE"));
        assertThatThrownBy(() -> TableFile.text(withoutMark)).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x/tickets/Ab_9?fbclid=tickets/x|Ab_9",
                "https://x/tickets/Ab%5F9|Ab_9",
                "https://x/tickets//Ab_9|Ab_9",
                "https://x/TICKETS/Ab_9|Ab_9",
                "{Q1Ab_9xyzuvw|Ab_9xyzuvw",
                "\\Q1Ab_9xyzuvw|Ab_9xyzuvw",
                "\"Ab_9\"|Ab_9",
                "Ab\u200b_9|Ab_9",
                "Abー9|Ab-9",
                "0123456789abcdefghijkl0123456789abcdefghijkl|0123456789abcdefghijkl"
            })
    void a_ticket_is_recognised(String read, String code) {
        assertThat(ReadTicket.in(read)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234〜5678",
                "1234～5678",
                "1234_5678",
                "1234=5678",
                "1234─5678",
                "1234/5678",
                "No.1234-5678",
                "№1234-5678",
                "受付番号 1234-5678",
                "*12345678*",
                "12345678.0",
                "'12345678",
                "1234\u200b5678"
            })
    void eight_digits_are_recognised(String read) {
        assertThat(CheckedDigits.in(read)).isEqualTo("12345678");
    }

    /** The cells of a sheet as programs write them, one below the other. */
    @Test
    void cells_say_what_their_program_shows() throws Exception {
        Map<String, String> cells = Map.ofEntries(
                Map.entry("<c t=\"str\"><f>TEXT(1,\"0\")</f><v>0191212111</v></c>", "0191212111"),
                Map.entry("<c t=\"str\" s=\"1\"><f>A</f><v>12</v></c>", "12"),
                Map.entry("<c t=\"inlineStr\"><is><t>髙橋</t><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh></is></c>", "髙橋"),
                Map.entry("<c t=\"inlineStr\"><is><t>a_x0041_b</t></is></c>", "aAb"),
                Map.entry("<c s=\"2\"><v>210053</v></c>", "021-0053"),
                Map.entry("<c s=\"3\"><v>191212111</v></c>", "0191-21-2111"),
                Map.entry("<c s=\"4\"><v>210053</v></c>", "021-0053"),
                Map.entry("<c s=\"5\"><v>0.545</v></c>", "54.5%"),
                Map.entry("<c s=\"1\"><v>0</v></c>", ""),
                Map.entry("<c t=\"d\"><v>2026-12-25</v></c>", "2026-12-25"),
                Map.entry("<c t=\"n\"><v> 5 </v></c>", "5"),
                Map.entry("<c><v>7.6999999999999993</v></c>", "7.7"));
        for (Map.Entry<String, String> each : cells.entrySet()) {
            byte[] file = HandMadeSheet.of(
                    "<row><c t=\"inlineStr\"><is><t>名前</t></is></c>" + each.getKey() + "</row>",
                    "yyyy/m/d",
                    "000\\-0000",
                    "0000-00-0000",
                    "[&lt;=999]000;[&lt;=9999]000\\-00;000\\-0000",
                    "0.0%");
            assertThat(TableFile.text(file)).as(each.getKey()).isEqualTo("名前\t" + each.getValue());
        }
    }

    @Test
    void a_row_without_height_is_hidden_and_the_first_sheet_with_cells_is_read() throws Exception {
        TableFile.Read read = TableFile.of(
                HandMadeSheet.of(
                        "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" ht=\"0\" customHeight=\"1\"><c><v>2</v></c></row>"),
                null);
        assertThat(read.text()).isEqualTo("1");
        assertThat(read.hidden()).isEqualTo(1);
        assertThat(Optional.of(TableFile.text(HandMadeSheet.withEmptyFirst("<row><c><v>7</v></c></row>"))))
                .contains("7");
    }
}
