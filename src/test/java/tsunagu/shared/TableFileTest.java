package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
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
        for (byte[] content : new byte[][] {
            {'P', 'K', 3, 4, 1, 2, 3, 4}, {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}
        }) {
            assertThatThrownBy(() -> TableFile.text(content)).isInstanceOf(DomainException.class);
        }
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
        String sheet = row("<c r=\"A1\" s=\"0\" t=\"s\"><f>B1&amp;C1</f><v>0</v></c><c r=\"B1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>b</v></c>"
                + "<c r=\"D1\"><v>3</v><extLst><x>9</x></extLst></c><c r=\"ZZ1\" s=\"0\"/>")
                .replace("</row>", "</row>" + "<row/>".repeat(2000) + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><r><t>\u91ce</t></r><r><t>\u6ca2</t></r></is></c></row>");
        byte[] file = HostileFiles.workbook(sheet, "<sst><si><t>\u4e00</t><phoneticPr/><rPh><t>x</t></rPh></si></sst>", 1);
        assertThat(TableFile.text(file)).isEqualTo("\u4e00\tb\t\t3\n\u91ce\u6ca2");
    }

    @Test
    void more_rows_than_are_taken_are_told_and_not_cut_off() {
        String many = row("<c><v>1</v></c>").replace("</row>", "</row><row/>" + "<row><c><v>2</v></c></row>".repeat(600));
        String text = TableFile.text(HostileFiles.workbook(many, "<sst/>", 1));
        assertThatThrownBy(() -> PastedTable.of(text)).hasMessage("web.error.tableLong");
    }

    @Test
    void workbooks_with_a_password_and_old_ones_say_so() {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1}, 512);
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
        assertThatThrownBy(() -> PastedTable.of("a\n" + "x".repeat(4_000_000))).hasMessage("web.error.tableText");
        PastedTable table = PastedTable.of("a,b" + ",".repeat(1000) + "\n" + ",\n".repeat(100_000) + "1,2\n");
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("b", "2"));
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
}
