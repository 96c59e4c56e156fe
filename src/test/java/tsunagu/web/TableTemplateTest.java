package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tsunagu.shared.ImportTable;
import tsunagu.shared.PastedTable;
import tsunagu.shared.TableFile;

/** What staff are given to fill in is what the portal reads. */
class TableTemplateTest {

    private static final ImportTable TABLE = new ImportTable() {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public String title() {
            return "会社を表から: 登録/する [1]";
        }

        @Override
        public boolean held() {
            return true;
        }

        @Override
        public List<Column> columns() {
            List<String> many = new ArrayList<>();
            for (int i = 0; i < 99; i++) {
                many.add("業種、その" + i);
            }
            return List.of(
                    Column.text("電話"),
                    Column.choice("業種", many),
                    Column.of("従業員の数", Kind.NUMBER),
                    Column.of("設立日", Kind.DAY),
                    Column.choice("上場", List.of("はい", "いいえ")));
        }
    };

    @Test
    void choices_are_lists_and_nothing_loses_its_zero() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TableTemplate.of(TABLE, "")))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(book.getSheetVisibility(1)).isEqualTo(SheetVisibility.HIDDEN);
            assertThat(sheet.getDataValidations())
                    .extracting(DataValidation::getErrorBoxText)
                    .hasSize(2);
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getFormula1())
                    .isEqualTo("'選択肢'!$A$1:$A$99");
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getRegions()
                            .getCellRangeAddress(0)
                            .formatAsString())
                    .startsWith("B2:B");
            assertThat(book.getSheetAt(1).getRow(98).getCell(0).getStringCellValue())
                    .isEqualTo("業種、その98");
            assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getColumnStyle(3).getDataFormatString()).isEqualTo("yyyy/mm/dd");
        }
    }

    @Test
    void what_is_filled_in_is_read() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TableTemplate.of(TABLE, "")))) {
            XSSFSheet sheet = book.getSheetAt(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < 5; i++) {
                row.createCell(i).setCellStyle(sheet.getColumnStyle(i));
            }
            row.getCell(0).setCellValue("0191212111");
            row.getCell(1).setCellValue("業種、その7");
            row.getCell(2).setCellValue(12_000);
            row.getCell(3).setCellValue(java.time.LocalDate.of(2026, 12, 25));
            row.getCell(4).setCellValue("はい");
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            book.write(out);
            TableFile.Read read = TableFile.of(out.toByteArray(), null);
            assertThat(read.sheets()).hasSize(1);
            PastedTable table = PastedTable.of(
                    read.text(),
                    TABLE.columns().stream().map(ImportTable.Column::label).toList());
            assertThat(table.lines()).containsExactly(2);
            assertThat(table.rows().get(0).values())
                    .containsExactly("0191212111", "業種、その7", "12000", "2026-12-25", "はい");
        }
    }
}
