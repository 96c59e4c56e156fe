package tsunagu.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReport.Way;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.EventView;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.print.PdfPrinter;
import tsunagu.print.PrintFonts;
import tsunagu.shared.Words;
import tsunagu.testing.Chromium;

/** Excel, CSV and PDF of 開催の報告 are read back: every number that is a sum is the sum in each of them, and all say the same. */
class EventReportFilesTest {

    private static final String TITLE = "<架空> 就職フェア & 相談会";

    /** 56 have a seat; 35 of them came, 3 of the line, 15 walk-ins; of the 53, 12 + 25 + 13 + 3 by kind; 21 did not come. */
    private static final EventReport.Numbers FIRST = new EventReport.Numbers(
            56,
            Map.of(Way.REGISTERED, 35, Way.LINE, 3, Way.WALK_IN, 15),
            Map.of(
                    AttendanceRole.KOSEN_STUDENT, 12,
                    AttendanceRole.HIGH_SCHOOL_STUDENT, 25,
                    AttendanceRole.JOB_SEEKER, 13,
                    AttendanceRole.EXHIBITOR, 3),
            Map.of(),
            Map.of(
                    AttendanceRole.KOSEN_STUDENT, 12,
                    AttendanceRole.HIGH_SCHOOL_STUDENT, 25,
                    AttendanceRole.JOB_SEEKER, 13),
            false,
            20,
            2);

    private static final EventReport.Numbers SECOND = new EventReport.Numbers(
            1200,
            Map.of(Way.REGISTERED, 1100, Way.MORE, 4, Way.IMPORT, 6, Way.CANCELLED, 1, Way.OTHER_SESSION, 2),
            Map.of(AttendanceRole.KOSEN_STUDENT, 1113),
            Map.of(AttendanceRole.GUARDIAN, 40, AttendanceRole.STAFF, 9),
            Map.of(AttendanceRole.KOSEN_STUDENT, 1113, AttendanceRole.GUARDIAN, 40),
            true,
            300,
            0);

    private static final ReportSheet SHEET = EventReportFiles.sheet(report());

    @BeforeAll
    static void the_fonts_are_there() {
        Chromium.require();
    }

    private static EventReport report() {
        List<EventReport.Session> sessions = List.of(
                new EventReport.Session(session(1, LocalDate.of(2026, 10, 3)), FIRST),
                new EventReport.Session(session(2, LocalDate.of(2026, 10, 4)), SECOND));
        EventView event =
                new EventView("fair", TITLE, EventType.JOINT_BRIEFING, "", "", null, false, null, null, "", List.of());
        return new EventReport(event, Instant.parse("2026-10-06T01:30:00Z"), sessions, total(), 1150);
    }

    private static EventReport.Numbers total() {
        return EventReport.Numbers.sum(List.of(FIRST, SECOND));
    }

    private static SessionView session(int number, LocalDate day) {
        return new SessionView(
                number,
                number,
                "第" + number + "日",
                SessionTimes.exact(day, LocalTime.of(10, 0), LocalTime.of(16, 0)),
                "",
                false,
                null,
                0,
                null,
                null,
                null,
                List.of(),
                "fair",
                TITLE,
                EventType.JOINT_BRIEFING,
                0,
                null,
                null,
                "",
                false,
                "",
                List.of());
    }

    @Test
    void the_spreadsheet_adds_up_and_counts_with_numbers() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(ReportWorkbook.of(SHEET)))) {
            addsUp(numbers(book.getSheetAt(1)));
            rolesAddUp(numbers(book.getSheetAt(2)));
            assertThat(book.getSheetAt(0).getDrawingPatriarch().getCharts())
                    .as("from a seat to an answer")
                    .hasSize(1);
            Map<String, List<Integer>> steps = numbers(book.getSheetAt(0));
            assertThat(steps.get(word("event.report.registered"))).containsExactly(1256);
            assertThat(steps.get(word("event.report.came"))).containsExactly(1135);
            assertThat(steps.get(word("event.report.inAll"))).containsExactly(1215);
            assertThat(steps.get(word("event.report.answers"))).containsExactly(320);
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(TITLE);
        }
    }

    @Test
    void the_csv_adds_up() {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        ReportDocument.csv(SHEET).lines().forEach(line -> {
            String[] cells = line.split(",");
            List<Integer> numbers = new ArrayList<>();
            for (int i = 1; i < cells.length && cells[i].matches("[0-9]+"); i++) {
                numbers.add(Integer.valueOf(cells[i]));
            }
            lines.putIfAbsent(cells[0], numbers);
        });
        addsUp(lines);
        rolesAddUp(lines);
    }

    @Test
    void the_pdf_adds_up_and_says_what_is_the_sum_of_what() throws IOException {
        String text;
        try (PDDocument pdf = Loader.loadPDF(ReportDocument.of(SHEET, new PdfPrinter(new PrintFonts())))) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            text = reader.getText(pdf);
        }
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        Pattern line = Pattern.compile("(\\S+?)((?: +[0-9,]+){3,4})");
        text.lines().forEach(each -> {
            Matcher found = line.matcher(each.strip());
            if (found.matches()) {
                List<Integer> numbers = new ArrayList<>();
                for (String number : found.group(2).strip().split(" +")) {
                    numbers.add(Integer.valueOf(number.replace(",", "")));
                }
                lines.putIfAbsent(found.group(1), numbers);
            }
        });
        addsUp(lines);
        rolesAddUp(lines);
        assertThat(text)
                .contains(TITLE, "2026年（令和8年）10月6日（火）に閉じた、確定した報告です。")
                .contains("1,256人 ＝ 来た人 1,135人 ＋ 来ていない人 121人", "1,215人 ＝ 受付した人 1,166人 ＋ 頭数 49人")
                .contains("1,215人 ＝ 対象の人 1,203人 ＋ 対象でない人 12人", "受付した人の27%");
    }

    private static void addsUp(Map<String, List<Integer>> lines) {
        assertThat(lines.get(word("event.report.registered"))).containsExactly(56, 1200, 1256);
        for (int column = 0; column < 3; column++) {
            int recorded = at(lines, "recorded", column);
            assertThat(at(lines, "registered", column))
                    .isEqualTo(at(lines, "came", column) + at(lines, "noShows", column));
            int ways = at(lines, "came", column);
            for (Way way : Way.values()) {
                ways += way == Way.REGISTERED ? 0 : at(lines, "way." + way, column);
            }
            assertThat(recorded).isEqualTo(ways);
            assertThat(at(lines, "inAll", column)).isEqualTo(recorded + at(lines, "heads", column));
            assertThat(at(lines, "inAll", column))
                    .isEqualTo(at(lines, "audience", column) + at(lines, "others", column));
        }
        lines.values().stream().filter(each -> each.size() == 3).forEach(each -> assertThat(each.get(2))
                .isEqualTo(each.get(0) + each.get(1)));
        assertThat(lines.get(word("event.report.noShows"))).containsExactly(21, 100, 121);
        assertThat(lines.get(word("event.report.answersOfOthers"))).containsExactly(2, 0, 2);
    }

    private static int at(Map<String, List<Integer>> lines, String name, int column) {
        return lines.get(word("event.report." + name)).get(column);
    }

    private static void rolesAddUp(Map<String, List<Integer>> lines) {
        int[] sums = new int[4];
        for (AttendanceRole role : AttendanceRole.values()) {
            List<Integer> numbers = lines.getOrDefault(word("event.role." + role), List.of(0, 0, 0, 0));
            assertThat(numbers.get(2)).as(role.name()).isEqualTo(numbers.get(0) + numbers.get(1));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += numbers.get(i);
            }
        }
        assertThat(lines.get(word("event.report.total"))).containsExactly(sums[0], sums[1], sums[2], sums[3]);
        assertThat(sums).containsExactly(1166, 49, 1215, 1203);
    }

    private static Map<String, List<Integer>> numbers(XSSFSheet sheet) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        sheet.forEach(row -> {
            List<Integer> numbers = new ArrayList<>();
            row.forEach(cell -> {
                if (cell.getCellType() == CellType.NUMERIC) {
                    numbers.add((int) cell.getNumericCellValue());
                }
            });
            lines.put(row.getCell(0).getStringCellValue(), numbers);
        });
        return lines;
    }

    private static String word(String key) {
        return Words.japanese(key);
    }
}
