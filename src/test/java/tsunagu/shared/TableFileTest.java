package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

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
