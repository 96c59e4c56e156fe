package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A city the portal was not made for begins: its name, its areas, its plan from a workbook, its first paper. */
class SecondCityIT {

    private static final String ADMINISTRATOR = "first@city.example";

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FiscalYear year = FiscalYear.of(LocalDate.now(Clock.system(FiscalYear.ZONE)));

    @Test
    void another_city_begins_with_its_own_plan() throws Exception {
        try (TestPortal portal = TestPortal.otherCity(
                        "second-city",
                        Map.of("TSUNAGU_ADMIN_EMAIL", ADMINISTRATOR, "TSUNAGU_ADMIN_PASSWORD", TestPortal.PASSWORD));
                Visitor admin = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            admin.signIn(ADMINISTRATOR);
            admin.sees("はじめの準備", "市の名前と問い合わせ先を入れる", "計画を入れる", "はじめてのイベントを公開する");
            admin.finds_the_page_sound();
            admin.picture("first-day-1280");
            assertThat(admin.page().locator(".first-day li.done").count()).isZero();
            admin.page().locator(".first-day a[href$='/staff/contact']").click();
            admin.fill("担当課の名前", "産業部 しごと課");
            admin.fill("電話", "000-000-0000");
            admin.page().fill("#municipality-name", "あけぼの市");
            admin.page().fill("#municipality-reading", "アケボノ");
            admin.page().fill("#municipality-english", "Akebono");
            admin.page().fill("#municipality-code", "999997");
            admin.page().fill("#municipality-prefecture", "仮想県");
            admin.page().fill("#municipality-prefectureReading", "かそうけん");
            admin.page().fill("#municipality-prefectureEnglish", "Kasou");
            admin.press("保存する");
            admin.sees("よみがなを、ひらがなで書いてください。");
            admin.page().fill("#municipality-reading", "あけぼのし");
            admin.press("保存する");
            for (String path :
                    List.of("/", "/plan", "/jobs", "/events", "/companies", "/uij", "/for-companies", "/privacy")) {
                phone.open(path);
                assertThat(phone.text()).as(path).doesNotContain("一関", "岩手", "架空", "見本");
            }
            phone.open("/");
            phone.sees("あけぼの市");
            phone.open("/plan");
            phone.sees("計画は、まだ入っていません。");
            phone.finds_the_page_sound();
            phone.open("/jobs");
            assertThat(phone.page().content()).doesNotContain("花泉");

            admin.open("/staff/plan-book");
            admin.sees("この市の計画は、まだ入っていません。");
            admin.page().locator("summary:has-text('使い方')").click();
            Download example = admin.page().waitForDownload(() -> admin.follow("記入例をダウンロードする（Excel）"));
            try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(example.path()))) {
                assertThat(book.getSheet("推進事業").getLastRowNum()).isGreaterThan(40);
            }
            Download empty = admin.page().waitForDownload(() -> admin.follow("いまの内容をダウンロードする（Excel）"));
            admin.page()
                    .setInputFiles(
                            "#table-file",
                            new FilePayload("plan.xlsx", WORKBOOK, filled(Files.readAllBytes(empty.path()))));
            admin.page().waitForFunction("() => document.querySelector('#text').value.includes('つなぐフェア')");
            admin.press("読み取って確かめる");
            admin.sees("17行が、新しく入るか変わります", "つなぐフェア", "北地区");
            assertThat(admin.text())
                    .as("what the file brought is what was typed")
                    .doesNotContain("送る前の入力が残っています");
            admin.finds_the_page_sound();
            admin.press("17行を取り込む");
            admin.sees("市と計画の表から、17行を取り込みました。", "あけぼの市 にぎわい計画");

            phone.open("/plan?year=" + year.code());
            phone.sees("あけぼの市 にぎわい計画", "人が集まるまち");
            assertThat(phone.page().content()).contains("つなぐフェア");
            phone.finds_the_page_sound();

            // The page was looked at before and is kept: it follows the city all the same.
            phone.open("/companies");
            phone.sees("北地区");
            phone.open("/uij");
            phone.sees("帰ってくる人の支援");
            phone.open("/consultations");
            phone.sees("しごと相談室");
            phone.open("/no-such-page");
            phone.sees("平日 9時から17時まで");

            admin.open("/accounts");
            admin.page().fill("#name", "あけぼの 職員");
            admin.page().fill("#email", "staff@city.example");
            admin.tick("市の職員");
            admin.press("アカウントを開く");
            staff.open(portal.link("staff@city.example", "/password/"));
            staff.page().fill("#password", TestPortal.PASSWORD);
            staff.press("このパスワードにする");
            staff.open("/staff");
            staff.sees("はじめの準備");
            assertThat(staff.page().locator(".first-day li.done").allInnerTexts())
                    .as("ticked off by what was done")
                    .anyMatch(each -> each.contains("計画を入れる"))
                    .anyMatch(each -> each.contains("地域を入れる"))
                    .anyMatch(each -> each.contains("職員を招く"))
                    .anyMatch(each -> each.contains("市の名前"))
                    .noneMatch(each -> each.contains("企業を登録する"));
            staff.finds_the_page_sound();
            staff.open("/papers/2?year=" + year.code());
            staff.sees("つなぐフェア");
            try (PDDocument pdf = Loader.loadPDF(staff.page()
                    .request()
                    .get(portal.url("/papers/2/print.pdf?year=" + year.code()))
                    .body())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("つなぐフェア", "人が集まるまち", "1,200人", year.reiwa() + "年度のにぎわい")
                        .doesNotContain("一関", "成果・効果", "（なし）");
            }
        }
    }

    /** The template with the rows of a small plan, as somebody fills it in. */
    private byte[] filled(byte[] template) throws IOException {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>(Map.of(
                "計画", List.of(List.of(year.code(), year.next().next().code(), "あけぼの市 にぎわい計画")),
                "基本方針", List.of(List.of("1", "", "人が集まるまち")),
                "戦略", List.of(List.of("1", "1", "", "出会いの場")),
                "推進事業", List.of(List.of("fair", "1", "つなぐフェア", "年に一度の催し")),
                "事業の番号", List.of(List.of("fair", year.code(), "1", "1-1-1", "")),
                "評価指標", List.of(List.of("fair", "visitors", "来場者数", "人")),
                "数え方", List.of(List.of("fair", "visitors", year.code(), "延べ人数", "このサイトの記録", "", "", "", "多いほどよい", "")),
                "目標", List.of(List.of("fair", "visitors", year.code(), "", "1200", "計画書")),
                "成果指標",
                        List.of(List.of(
                                "jobs",
                                "1",
                                "",
                                "1",
                                "新しい就職者",
                                "人",
                                "年度ごとの数",
                                "目標以上がよい",
                                "10",
                                year.code(),
                                "20",
                                year.next().next().code(),
                                "",
                                "",
                                "",
                                "",
                                "")),
                "成果指標の計算", List.of(List.of("jobs", year.code(), "fair/visitors", "計画書のとおり"))));
        rows.put(
                "市",
                List.of(List.of(
                        "あけぼの市",
                        "あけぼのし",
                        "Akebono",
                        "999997",
                        "仮想県",
                        "かそうけん",
                        "Kasou",
                        "産業部 しごと課",
                        "000-000-0000",
                        "平日 9時から17時まで",
                        "")));
        rows.put(
                "地域",
                List.of(
                        List.of("KITA", "北地区", "きたちく", "North", "999997", "○", "1", "1"),
                        List.of("MINAMI", "南地区", "みなみちく", "South", "999997", "○", "1", "2")));
        rows.put("相談の窓口", List.of(List.of("work", "しごと相談室", "仕事の相談", "市役所", "", "")));
        rows.put(
                "支援制度",
                List.of(List.of(
                        "come-back",
                        "帰ってくる人の支援",
                        "引っ越しの費用です。",
                        "10万円まで",
                        "市に住むこと",
                        "",
                        "",
                        "",
                        "",
                        "2020-04-01",
                        "2099-03-31",
                        "2026-04-01",
                        "市の要綱",
                        "しごと課")));
        rows.put("資料の言葉", List.of(List.of("title.2", "令和{0}年度のにぎわい"), List.of("col.outcome", "（なし）")));
        try (InputStream in = new ByteArrayInputStream(template);
                XSSFWorkbook book = new XSSFWorkbook(in);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            rows.forEach((title, lines) -> {
                XSSFSheet sheet = book.getSheet(title);
                for (int i = 0; i < lines.size(); i++) {
                    var row = sheet.createRow(at(sheet, lines.get(i).get(0), i + 1));
                    for (int j = 0; j < lines.get(i).size(); j++) {
                        row.createCell(j).setCellValue(lines.get(i).get(j));
                    }
                }
            });
            book.write(out);
            return out.toByteArray();
        }
    }

    /** @return the row that begins like this, or the place of a new one */
    private static int at(XSSFSheet sheet, String first, int otherwise) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && first.equals(row.getCell(0).toString())) {
                return row.getRowNum();
            }
        }
        return otherwise;
    }
}
