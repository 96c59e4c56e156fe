package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Public pages at both widths and in both languages. */
class PublicPagesIT {

    private static final List<String> PUBLIC = List.of(
            "/",
            "/events",
            "/events?when=past",
            "/events?q=%E3%82%BB%E3%83%9F%E3%83%8A%E3%83%BC&seats=yes",
            "/companies",
            "/companies?industry=E&dormitory=yes&page=2",
            "/jobs",
            "/jobs?q=%E8%A3%BD%E9%80%A0+%E6%AD%A3%E7%A4%BE%E5%93%A1&area=SENMAYA&area=ICHINOSEKI&wage=200000",
            "/jobs?q=%E3%81%82%E3%82%8A%E5%BE%97%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89&area=MURONE",
            "/internships?type=3",
            "/companies/compare",
            "/jobs/compare",
            "/keep",
            "/class",
            "/class?industry=E",
            "/events/guidance-15",
            "/events/chutohoku-3",
            "/plan",
            "/opendata",
            "/plan?year=R8&q=ガイダンス",
            "/plan/programmes/youth-job-retention",
            "/plan/programmes/company-pr",
            "/plan/programmes/company-charm/measures/tour?year=R5",
            "/plan/programmes/job-cafe/measures/placed?year=R5",
            "/plan/programmes/sdgs-seminar/measures/held?year=R8",
            "/plan/indicators/plan-3",
            "/plan/indicators/strategy-6",
            "/uij",
            "/consultations",
            "/consultations/job-cafe",
            "/uij?lives=TOKYO23&years=FIVE&status=WORKING",
            "/stop/AAAAAAAAAAAAAAAAAAAAAA",
            "/privacy",
            "/sign-in",
            "/sign-up");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void public_pages_are_sound_on_a_phone_and_at_a_desk() {
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor visitor : List.of(phone, desk)) {
                for (String path : PUBLIC) {
                    visitor.open(path);
                    visitor.finds_the_page_sound();
                }
            }
        }
    }

    /** How do you know it was 409? From the figure down to who was counted, by whom. */
    @Test
    void a_figure_opens_down_to_the_heads_it_rests_on() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/plan/programmes/company-info-guidance/measures/held?year=R5");
            visitor.follow("第15回地域企業情報ガイダンス");
            assertThat(visitor.page().locator("#presences tbody tr").allInnerTexts().stream()
                            .map(each -> each.replaceAll("\\s+", " ").strip()))
                    .containsExactly(
                            "高専学生 195 資料2", "高校生 0 資料2", "保護者 35 資料2", "出展企業 143 資料2", "スタッフ 36 資料2", "合計 409");
            visitor.open("/en/events/guidance-15");
            visitor.sees("Who was there", "Exhibitor", "143");
        }
    }

    @Test
    void the_front_page_shows_what_is_new_and_a_job_is_applied_for_within_reach() throws Exception {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/");
            visitor.sees("あなたに合うイベント", "新しい求人", "もうすぐ締め切りの求人", "写真で見る企業");
            assertThat(visitor.page().locator("[aria-labelledby=closing] li").allInnerTexts())
                    .as("the first to close first")
                    .hasSizeGreaterThan(2)
                    .allMatch(each -> each.contains("まで"));
            visitor.page().locator("[aria-labelledby=fresh] li a").first().click();
            // On a phone it stands at the foot of the screen, wherever one reads.
            assertThat(visitor.page().locator(".reach a.button").boundingBox().y)
                    .isBetween(600d, 900d);
            visitor.page().locator(".reach a.button").click();
            assertThat(visitor.page().url()).contains("/sign-in");
            String job = portal.one("select code from posting where opens_on < now() and closes_on > now()"
                    + " and ended_at is null order by id limit 1");
            byte[] sheet = visitor.page()
                    .request()
                    .get(portal.url("/jobs/" + job + "/sheet.pdf"))
                    .body();
            try (PDDocument pdf = Loader.loadPDF(sheet)) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                        .contains("ハローワークの求人票ではありません", "就業場所の変更の範囲", "/jobs/" + job)
                        .contains(portal.one("select title from posting where code = '" + job + "'")
                                .replaceAll("\\s", ""));
            }
        }
    }

    @Test
    void public_pages_speak_English_under_en() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            for (String path : PUBLIC) {
                visitor.open("/en" + (path.equals("/") ? "" : path));
                assertThat(visitor.page().getAttribute("html", "lang")).as(path).isEqualTo("en");
                visitor.finds_the_page_sound();
            }
            visitor.open("/en/plan");
            visitor.page().click(".site-menu > summary");
            visitor.finds_the_page_sound();
            visitor.follow("日本語");
            assertThat(visitor.page().url()).isEqualTo(portal.url("/plan"));
        }
    }
}
