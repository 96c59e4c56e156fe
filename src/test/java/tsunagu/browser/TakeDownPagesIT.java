package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** An unlawful posting is reported: the city takes it down from its page, everybody sees it at once, and the company is told why. */
class TakeDownPagesIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void staff_take_a_posting_down_from_its_page() {
        String title = "止められる求人" + System.nanoTime();
        String code = CompanyIT.published(portal, title);
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor company = Visitor.onPhone(portal);
                Visitor student = Visitor.onPhone(portal)) {
            student.open("/jobs/" + code);
            assertThat(student.text()).doesNotContain("公開を止める");
            staff.signIn("staff@demo.example");
            staff.open("/jobs/" + code);
            staff.follow("市の職員：公開を止める");
            staff.sees("もう一度公開できません", "会社の担当者全員に");
            staff.finds_the_page_sound();
            staff.press("公開を止める");
            staff.sees("会社に知らせる理由を500字までで入力してください。");
            staff.finds_the_page_sound();
            staff.page().fill("#why", "賃金の記載が事実と異なります。");
            staff.press("公開を止める");
            staff.sees("公開を止めました。会社に理由を知らせます。", "賃金の記載が事実と異なります。");
            assertThat(staff.page().locator("#take-down").count()).isZero();

            student.open("/jobs/" + code);
            student.sees("募集は終わりました。");
            assertThat(student.text()).as("the reason is the company's").doesNotContain("事実と異なります");
            student.open("/jobs?q=" + title);
            assertThat(student.page()
                            .locator("main a[href$='/jobs/" + code + "']")
                            .count())
                    .isZero();
            student.open("/sitemaps/job-0.xml");
            assertThat(student.page().content()).doesNotContain("/jobs/" + code);
            student.open("/api/v1/jobs?q=" + title);
            assertThat(student.page().content()).doesNotContain(code);

            company.signIn("company@demo.example");
            company.open("/company");
            company.sees("市が停止", "賃金の記載が事実と異なります。");
            assertThat(company.page()
                            .locator("[aria-label='" + title + " 変更する']")
                            .count())
                    .as("what was ended is not changed")
                    .isZero();
            company.open("/mailbox?to=company@demo.example");
            company.sees("求人の公開を止めました：" + title, "賃金の記載が事実と異なります。", "市の担当課へご相談ください");
        }
    }

    @Test
    void staff_take_an_internship_down_from_its_page() {
        String code = portal.one(
                "select code from internship where opens_on < cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) + 1"
                        + " and ended_at is null order by id desc limit 1");
        try (Visitor staff = Visitor.onPhone(portal);
                Visitor student = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/internships/" + code);
            staff.follow("市の職員：公開を止める");
            staff.finds_the_page_sound();
            staff.page().fill("#why", "内容が告知と異なります。");
            staff.press("公開を止める");
            staff.sees("公開を止めました。");
            student.open("/internships/" + code);
            student.sees("受付は終わりました。");
        }
    }
}
