package tsunagu.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionView;
import tsunagu.question.Results;

/** What was answered, as a file: every answer is in it, numbers are numbers, and nothing that was typed is a formula. */
class ResultsTableTest {

    private static final List<Results> RESULTS = List.of(
            new Results(
                    question(AnswerKind.ONE, "満足しましたか", List.of("はい", "いいえ")),
                    4,
                    List.of(new Results.Share("はい", 3, 75), new Results.Share("いいえ", 1, 25)),
                    List.of(),
                    null),
            new Results(question(AnswerKind.TEXT, "ご意見", List.of()), 1, List.of(), List.of("=1+1"), null),
            new Results(question(AnswerKind.NUMBER, "何社と話しましたか", List.of()), 2, List.of(), List.of(), 2.5));

    @Test
    void every_answer_is_a_line_with_numbers() throws IOException {
        List<List<?>> lines = ResultsTable.lines(RESULTS, null);
        assertThat(lines).hasSize(5);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TableFile.workbook("結果", lines)))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("はい");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(5).getNumericCellValue()).isEqualTo(25);
            assertThat(sheet.getRow(4).getCell(6).getNumericCellValue()).isEqualTo(2.5);
        }
        assertThat(new String(TableFile.csv(lines), StandardCharsets.UTF_8))
                .startsWith("\ufeff")
                .contains("満足しましたか,4,はい,3,75")
                .doesNotContain(",=1+1");
    }

    @Test
    void of_a_closed_event_each_line_says_when_its_numbers_became_final() throws IOException {
        List<List<?>> lines = ResultsTable.lines(RESULTS, Instant.parse("2026-10-05T01:30:00Z"));
        String csv = new String(TableFile.csv(lines), StandardCharsets.UTF_8);
        assertThat(csv).contains("閉じたとき（数はこのときのもの）");
        assertThat(csv.lines().skip(1))
                .hasSize(4)
                .allMatch(line -> line.matches(".*,2026\\D10\\D0?5\\D.*10:30.*"), csv);
        assertThat(new String(TableFile.csv(ResultsTable.lines(RESULTS, null)), StandardCharsets.UTF_8))
                .doesNotContain("閉じたとき");
    }

    private static QuestionView question(AnswerKind kind, String text, List<String> options) {
        return new QuestionView(1, 1, Moment.AFTERWARDS, kind, text, options, false, null, null, "");
    }
}
