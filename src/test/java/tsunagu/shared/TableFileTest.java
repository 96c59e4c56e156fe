package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.testing.HostileFiles;

class TableFileTest {

    @Test
    void a_sheet_of_excel_is_the_table_that_was_typed() throws Exception {
        PastedTable table = PastedTable.of(TableFile.text(workbook()));
        assertThat(table.header()).containsExactly("求人の名前", "締切", "人数", "説明");
        assertThat(table.rows().get(0))
                .containsEntry("求人の名前", "組立スタッフ")
                .containsEntry("締切", "2026-12-25")
                .containsEntry("人数", "2")
                .containsEntry("説明", "一行目\n二行目\t\"引用\"");
    }

    @Test
    void csv_is_read_in_both_encodings() {
        String csv = "名前,住所\n髙橋製作所,一関市①\n";
        assertThat(TableFile.text(csv.getBytes(StandardCharsets.UTF_8))).isEqualTo(csv);
        assertThat(TableFile.text(csv.getBytes(Charset.forName("windows-31j")))).isEqualTo(csv);
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        for (byte[] content :
                new byte[][] {{'P', 'K', 3, 4, 1, 2, 3, 4}, {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}
                }) {
            assertThatThrownBy(() -> TableFile.text(content)).isInstanceOf(DomainException.class);
        }
    }

    @Test
    void numbers_that_LibreOffice_wrote_are_numbers() throws Exception {
        assertThat(PastedTable.of(file("lo-att")).rows().get(0)).containsEntry("受付番号", "87821484");
        assertThat(PastedTable.of(file("lo-companies")).rows().get(0)).containsValue("株式会社試験製作所（架空）");
        assertThat(PastedTable.of(file("lo-companies")).rows().get(0).get("法人番号"))
                .matches("[0-9]{13}");
        assertThat(PastedTable.of(file("lo-monthly")).rows().get(0))
                .containsEntry("月", "2026-11-01")
                .containsEntry("相談件数", "12")
                .containsEntry("新規登録者数", "3");
    }

    @Test
    void the_names_of_the_columns_are_found_wherever_they_stand() throws Exception {
        List<String> names = List.of("お名前", "氏名", "よみ", "区分");
        PastedTable blank = PastedTable.of(file("att-blank-first"), names);
        assertThat(blank.rows().get(0))
                .containsEntry("氏名", "先頭空 太郎")
                .containsEntry("区分", "一般")
                .hasSize(3);
        PastedTable title = PastedTable.of(file("title-row"), names);
        assertThat(title.headerLine()).isEqualTo(3);
        assertThat(title.lines()).containsExactly(4);
        assertThat(title.rows().get(0)).containsEntry("お名前", "題名 太郎");
        PastedTable broken = PastedTable.of(file("att-newline-header"));
        assertThat(broken.header()).containsExactly("氏名（漢字）", "区分");
        assertThat(broken.rows().get(0)).containsEntry("氏名(漢字)", "改行 太郎");
        assertThat(PastedTable.of(file("jobs-b2")).rows().get(0))
                .containsEntry("求人の見出し", "ずれる求人")
                .containsEntry("休憩", "60分");
    }

    @Test
    void what_is_hidden_is_left_out_and_counted() throws Exception {
        TableFile.Read rows = TableFile.of(bytes("hidden-rows"), null);
        assertThat(rows.hidden()).isEqualTo(1);
        assertThat(rows.text()).doesNotContain("隠した 二");
        PastedTable table = PastedTable.of(rows.text());
        assertThat(table.rows()).hasSize(2);
        assertThat(table.lines()).as("as the spreadsheet numbers them").containsExactly(2, 4);
        TableFile.Read sheet = TableFile.of(bytes("hidden-sheet"), null);
        assertThat(sheet.sheets()).containsExactly("Sheet1");
        assertThat(sheet.sheet()).isEqualTo("Sheet1");
        assertThat(TableFile.of(bytes("hidden-sheet"), "master").sheet())
                .as("what is hidden is not chosen")
                .isEqualTo("Sheet1");
    }

    @Test
    void a_workbook_without_styles_is_one_too() throws Exception {
        TableFile.Read read = TableFile.of(bytes("no-styles"), null);
        assertThat(read.sheets()).containsExactly("令和8年度の求人（製造部・組立課）", "来春の求人");
        PastedTable table = PastedTable.of(read.text(), List.of("求人の見出し", "雇用形態"));
        assertThat(table.headerLine()).isEqualTo(2);
        assertThat(table.lines()).containsExactly(3, 5);
        assertThat(read.hidden()).isEqualTo(1);
    }

    @Test
    void one_of_several_sheets_is_chosen() throws Exception {
        byte[] two = sheets("一枚目", "二枚目");
        assertThat(TableFile.of(two, null).sheets()).containsExactly("一枚目", "二枚目");
        assertThat(TableFile.of(two, null).text()).contains("一枚目");
        assertThat(TableFile.of(two, "二枚目").text()).contains("二枚目");
        assertThat(TableFile.of(two, "三枚目").sheet()).isEqualTo("一枚目");
    }

    /** 46381.35416667 is 25 December 2026, 8:30 (ECMA-376, 18.17.4.1). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|General|12",
                "87821484|General|87821484",
                "9012345678901|General|9012345678901",
                "12|G/標準|12",
                "12|G/標準\"人\"|12",
                "12|0\"年\"|12",
                "8|0\"年度\"|8",
                "12|0\"ページ (page)\"|12",
                "12|#,##0\"名\"|12",
                "12|0\\日|12",
                "12|[Red]0;[Blue]0|12",
                "12|[$¥-411]#,##0|12",
                "12.5|0.0|12.5",
                "1234567|#,##0_);(#,##0)|1234567",
                "12|0_m|12",
                "12|* #,##0|12",
                "12|@|12",
                "12|[DBNum3]0|12",
                "12|\"第\"0\"号\"|12",
                "-3|yyyy/m/d|-3",
                "46381|yyyy/m/d|2026-12-25",
                "46381|yyyy\"年\"m\"月\"d\"日\"|2026-12-25",
                "46381|[$-411]ggge\"年\"m\"月\"d\"日\"|2026-12-25",
                "46381|[$-411]ge.m.d|2026-12-25",
                "46381|[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|2026-12-25",
                "46381|m\"月\"d\"日\"|2026-12-25",
                "46381|m/d|2026-12-25",
                "46381|d-mmm-yy|2026-12-25",
                "46381|yyyy/m/d;@|2026-12-25",
                "46381|m/d/yy|2026-12-25",
                "46381|aaa|46381",
                "46381|e|2026-12-25",
                "46327|yyyy\"年\"m\"月\"|2026-11",
                "46327|mmm-yy|2026-11",
                "46327|[$-411]ggge\"年\"m\"月\"|2026-11",
                "46381|yyyy年m月d日|2026-12-25",
                "0.354166666666667|h:mm|8:30",
                "0.0416666666666667|h:mm|1:00",
                "0.354166666666667|h\"時\"mm\"分\"|8:30",
                "0.75|h:mm AM/PM|18:00",
                "0.75|[$-411]AM/PM h:mm|18:00",
                "0.354166666666667|hh:mm:ss|8:30",
                "0.5|mm:ss.0|12:00",
                "1.0625|[h]:mm|25:30",
                "0.0416666666666667|[h]:mm:ss|1:00",
                "46381.3541666667|yyyy/m/d h:mm|2026-12-25 8:30",
                "46381|yyyy/m/d h:mm|2026-12-25",
                "60|yyyy/m/d|1900-03-01",
                "1|yyyy/m/d|1900-01-01",
                "87821484|yyyy/m/d|87821484"
            })
    void a_number_is_what_its_format_shows(BigDecimal number, String format, String written) {
        assertThat(CellFormat.written("164", format, number, false)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0,12,12",
        "1,12,12",
        "9,0.5,50%",
        "10,0.545,54.5%",
        "14,46381,2026-12-25",
        "17,46327,2026-11",
        "20,0.354166666666667,8:30",
        "22,46381.3541666667,2026-12-25 8:30",
        "27,46381,2026-12-25",
        "28,46381,2026-12-25",
        "30,46381,2026-12-25",
        "31,46381,2026-12-25",
        "32,0.354166666666667,8:30",
        "33,0.354166666666667,8:30",
        "34,46327,2026-11",
        "35,46381,2026-12-25",
        "36,46381,2026-12-25",
        "45,0.354166666666667,8:30",
        "46,1.0625,25:30",
        "49,12,12",
        "50,46381,2026-12-25",
        "51,46381,2026-12-25",
        "52,46327,2026-11",
        "53,46381,2026-12-25",
        "54,46381,2026-12-25",
        "55,46327,2026-11",
        "56,46381,2026-12-25",
        "57,46381,2026-12-25",
        "58,46381,2026-12-25",
        "163,12,12"
    })
    void formats_that_are_known_by_number_are_those_of_a_Japanese_Excel(String id, BigDecimal number, String written) {
        assertThat(CellFormat.written(id, null, number, false)).isEqualTo(written);
    }

    @Test
    void a_workbook_may_count_its_days_from_1904() {
        assertThat(CellFormat.written("14", null, new BigDecimal("44919"), true))
                .isEqualTo("2026-12-25");
    }

    @Test
    void a_file_that_is_something_else_is_called_what_it_is() {
        assertThatThrownBy(() -> TableFile.text("%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("web.error.tablePdf");
        assertThatThrownBy(() -> TableFile.text(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .hasMessage("web.error.tablePicture");
    }

    private static byte[] bytes(String name) throws Exception {
        return TableFileTest.class
                .getResourceAsStream("/tables/" + name + ".xlsx")
                .readAllBytes();
    }

    private static String file(String name) throws Exception {
        return TableFile.text(bytes(name));
    }

    private static byte[] sheets(String... names) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Tsunagu", "1.0")) {
            for (String name : names) {
                Worksheet sheet = book.newWorksheet(name);
                sheet.value(0, 0, "見出し");
                sheet.value(1, 0, name);
            }
        }
        return out.toByteArray();
    }

    /** Met in a security test: 1.5 GB of shared strings ended the portal. */
    @Test
    void a_workbook_that_unpacks_to_gigabytes_is_refused_in_words() throws Exception {
        byte[] bomb = HostileFiles.bomb();
        assertThat(bomb.length).isLessThan(3_000_000);
        assertThat(SmallHeap.read(128, "table", bomb, bomb, bomb)).containsOnly("web.error.tableUnpacked");
    }

    @Test
    void what_is_packed_a_hundred_to_one_is_refused_before_all_of_it_is_unpacked() {
        byte[] blank = HostileFiles.workbook("<worksheet/>", "<si>" + " ".repeat(1 << 19) + "</si>", 40);
        assertThatThrownBy(() -> TableFile.text(blank)).hasMessage("web.error.tableRatio");
    }

    /** Each of them cost the reader all memory, or went on for ever. */
    @Test
    void small_workbooks_that_say_large_numbers_are_refused_in_words() throws Exception {
        String far = row("<c r=\"ZZZZZZ1\"><v>1</v></c>");
        String number = row("<c r=\"A1\" t=\"s\"><v>2000000000</v></c>");
        String hidden = row("<c r=\"A1\" t=\"s\"><x><v>20<y/>00000000</v></x></c>");
        String nested = row("<c t=\"s\"><c><v>2000000000</v></c></c>");
        String exponent = row("<c r=\"A1\"><v>1E999999999</v></c>");
        String digits = row("<c r=\"A1\"><v>" + "9".repeat(5000) + "</v></c>");
        String wide = row("<c r=\"GT1\"><v>1</v></c>");
        String cells = row("<c><v>1</v></c>".repeat(1_000_000));
        String deep = row("<a>".repeat(100_000));
        String words = row("<c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(10_001) + "</t></is></c>");
        String tag = row("<c " + "x".repeat(100_000) + "=\"1\"/>");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            names.append("<n").append(i).append("/>");
        }
        List<String> sheets = List.of(
                far, number, hidden, nested, exponent, digits, wide, cells, deep, words, tag, row(names.toString()));
        byte[][] files = sheets.stream()
                .map(sheet -> HostileFiles.workbook(sheet, "<sst><si><t>a</t></si></sst>", 1))
                .toArray(byte[][]::new);
        assertThat(SmallHeap.read(128, "table", files))
                .containsExactly(
                        "web.error.tableFile",
                        "web.error.tableFile",
                        "web.error.tableFile",
                        "web.error.tableFile",
                        "web.error.tableFile",
                        "web.error.tableFile",
                        "web.error.tableWide",
                        "web.error.tableWide",
                        "web.error.tableFile",
                        "web.error.tableCell",
                        "web.error.tableFile",
                        "web.error.tableFile");
    }

    @Test
    void what_a_workbook_holds_beside_the_table_does_not_matter() {
        String sheet =
                row("<c r=\"A1\" s=\"0\" t=\"s\"><f>B1&amp;C1</f><v>0</v></c><c r=\"B1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>b</v></c>"
                                + "<c r=\"D1\"><v>3</v><extLst><x>9</x></extLst></c><c r=\"ZZ1\" s=\"0\"/>")
                        .replace(
                                "</row>",
                                "</row>" + "<row/>".repeat(2000)
                                        + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><r><t>\u91ce</t></r><r><t>\u6ca2</t></r></is></c></row>");
        byte[] file =
                HostileFiles.workbook(sheet, "<sst><si><t>\u4e00</t><phoneticPr/><rPh><t>x</t></rPh></si></sst>", 1);
        assertThat(TableFile.text(file)).isEqualTo("\u4e00\tb\t\t3" + "\n".repeat(8) + "\u91ce\u6ca2");
    }

    @Test
    void more_rows_than_are_taken_are_told_and_not_cut_off() {
        String many =
                row("<c><v>1</v></c>").replace("</row>", "</row><row/>" + "<row><c><v>2</v></c></row>".repeat(600));
        String text = TableFile.text(HostileFiles.workbook(many, "<sst/>", 1));
        assertThatThrownBy(() -> PastedTable.of(text)).hasMessage("web.error.tableLong");
    }

    @Test
    void workbooks_with_a_password_and_old_ones_say_so() {
        byte[] old =
                Arrays.copyOf(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1}, 512);
        assertThatThrownBy(() -> TableFile.text(old)).hasMessage("web.error.tableOld");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 100, name.length);
        assertThatThrownBy(() -> TableFile.text(old)).hasMessage("web.error.tablePassword");
    }

    @Test
    void broken_workbooks_are_refused_in_words() throws Exception {
        String sheet = row("<c><v>1</v></c>");
        for (String strings : List.of(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><sst/>",
                "<sst><si><t>&unknown;</t></si></sst>",
                "<sst><si>")) {
            assertThatThrownBy(() -> TableFile.text(HostileFiles.workbook(sheet, strings, 1)))
                    .as(strings)
                    .hasMessage("web.error.tableFile");
        }
        byte[] whole = workbook();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] changed = i % 2 == 0 ? Arrays.copyOf(whole, 5 + random.nextInt(whole.length - 5)) : whole.clone();
            changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt(256);
            try {
                PastedTable.of(TableFile.text(changed));
            } catch (DomainException sentence) {
                assertThat(sentence.key()).startsWith("web.error.");
            }
        }
    }

    @Test
    void a_pasted_table_is_bounded_in_every_direction() {
        assertThatThrownBy(() -> PastedTable.of("a,b\n" + "1,2\n".repeat(501))).hasMessage("web.error.tableLong");
        assertThatThrownBy(() -> PastedTable.of("a" + ",a".repeat(200) + "\n1")).hasMessage("web.error.tableWide");
        assertThatThrownBy(() -> PastedTable.of("a\n" + "x".repeat(10_001))).hasMessage("web.error.tableCell");
        assertThatThrownBy(() -> PastedTable.of("a\n" + "x".repeat(12_000_000))).hasMessage("web.error.tableText");
        PastedTable table = PastedTable.of("a,b" + ",".repeat(1000) + "\n" + ",\n".repeat(100_000) + "1,2\n");
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("b", "2"));
    }

    /** The register of a city's companies as a spreadsheet writes it: 20,000 rows of eleven columns, nearly every cell another text. */
    @Test
    void the_longest_table_is_read_whole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("a");
            for (int r = 0; r <= PastedTable.MOST_KEPT_ROWS; r++) {
                for (int c = 0; c < 11; c++) {
                    sheet.value(r, c, r == 0 ? "column" + c : "株式会社見本" + r + "-" + c);
                }
            }
        }
        byte[] content = out.toByteArray();
        String text = TableFile.text(content);
        assertThat(PastedTable.rows(text)).isEqualTo(PastedTable.MOST_KEPT_ROWS);
        PastedTable table = PastedTable.of(text, List.of("column3"), PastedTable.MOST_KEPT_ROWS);
        assertThat(table.rows().get(19_999)).containsEntry("column10", "株式会社見本20000-10");
        assertThat(table.lines().get(19_999)).isEqualTo(20_001);
        assertThatThrownBy(() -> PastedTable.of(text)).hasMessage("web.error.tableLong");
        assertThatThrownBy(() -> PastedTable.rows(text + "\none more".repeat(PastedTable.MOST_ABOVE + 1)))
                .hasMessage("web.error.tableLong");
    }

    private static String row(String cells) {
        return "<worksheet><sheetData><row r=\"1\">" + cells + "</row></sheetData></worksheet>";
    }

    /** A file that asks the reader to fetch another one, or to blow itself up. */
    @Test
    void entities_in_a_sheet_are_not_followed() throws Exception {
        String doctype = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        ByteArrayOutputStream bad = new ByteArrayOutputStream();
        Path file = Files.createTempFile("table", ".xlsx");
        Files.write(file, workbook());
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bad)) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    content = content.replaceFirst("\\?>", "?>" + doctype).replace("組立スタッフ", "&c;");
                }
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        String read;
        try {
            read = TableFile.text(bad.toByteArray());
        } catch (DomainException refused) {
            return;
        }
        assertThat(read).doesNotContain("root:");
    }

    private static byte[] workbook() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("一枚目");
            String[] names = {"求人の名前", "締切", "人数", "説明"};
            for (int i = 0; i < names.length; i++) {
                sheet.value(0, i, names[i]);
            }
            sheet.value(1, 0, "組立スタッフ");
            sheet.value(1, 1, LocalDate.of(2026, 12, 25));
            sheet.style(1, 1).format("yyyy/mm/dd").set();
            sheet.value(1, 2, 2);
            sheet.value(1, 3, "一行目\n二行目\t\"引用\"");
        }
        return out.toByteArray();
    }

    /** Files that are no tables are called what they are. */
    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "[Content_Types].xml|word/document.xml, web.error.tableWord",
                "[Content_Types].xml|ppt/presentation.xml, web.error.tableSlides",
        "Index/Document.iwa, web.error.tableNumbers", "readme.txt, web.error.tableZip"
    })
    void a_packed_file_is_called_what_it_is(String parts, String key) throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            for (String part : parts.split("[|]")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> TableFile.text(out.toByteArray())).hasMessage(key);
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "GIF89a..., web.error.tablePicture",
        "....ftypheic, web.error.tablePicture",
        "RIFF....WEBPVP8 , web.error.tablePicture",
        "{\\rtf1 x}, web.error.tableWord",
        "<html><table><tr><td>会社</td></tr></table></html>, web.error.tableHtml",
        "'<?xml version=\"1.0\"?><Workbook/>', web.error.tableHtml"
    })
    void so_is_every_other(String content, String key) {
        assertThatThrownBy(() -> TableFile.text(content.getBytes(StandardCharsets.UTF_8)))
                .hasMessage(key);
    }
}
