package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Somebody in the office of a small company looks for people and invites them. */
class ScoutPagesIT {

    private static final String INVITE = "button[name='act']";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void from_conditions_to_an_invitation() {
        String search;
        try (Visitor firm = Visitor.atDesk(portal)) {
            firm.signIn("company@demo.example");
            firm.open("/company/scout");
            firm.sees("あと10回探せます", "あと10通送れます");
            assertThat(firm.page().locator("input[value='DRIVING']").count()).isEqualTo(1);
            assertThat(firm.page().locator("input[value='IT']").count())
                    .as("one alone has it")
                    .isZero();
            firm.page().locator("main summary").first().click();
            firm.finds_the_page_sound();
            firm.picture("scout-desk-1280");

            firm.tick("普通自動車運転免許");
            firm.press("この条件で探す");
            firm.sees("普通自動車運転免許", "条件に合う人が20人以上います", "あと9回探せます");
            assertThat(firm.page().locator(INVITE).count()).isEqualTo(10);
            List<String> first = firm.page().locator("form li strong").allInnerTexts();
            firm.page().locator(".pager a").nth(1).click();
            firm.page().waitForURL("**&page=2#found");
            assertThat(firm.page().locator(INVITE).count()).isEqualTo(10);
            assertThat(firm.page().locator("form li strong").allInnerTexts()).doesNotContainAnyElementsOf(first);
            firm.finds_the_page_sound();

            String alias =
                    firm.page().locator("form li strong").nth(2).innerText().replace("候補 ", "");
            invite(firm, 2);
            firm.sees("誘いの言葉を1000文字以内で書いてください。");
            firm.finds_the_page_sound();
            firm.fill("誘いの言葉", "運転免許をお持ちの方を探しています。");
            invite(firm, 2);
            firm.sees("誘いを送りました。", "あと9通送れます", "誘いました");
            assertThat(firm.page()
                            .locator("form li")
                            .filter(new Locator.FilterOptions().setHasText("誘いました"))
                            .allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains(alias);
            assertThat(portal.one("select alias from scout_invitation order by id desc limit 1"))
                    .isEqualTo(alias);
            firm.finds_the_page_sound();
            firm.picture("scout-found-1280");
            search = firm.page().url().replaceFirst(".*answer=([a-z0-9]+).*", "$1");

            firm.open("/company/scout");
            firm.tick("介護福祉士");
            firm.tick("大東地域");
            firm.press("この条件で探す");
            firm.sees("大東地域、介護福祉士", "合う人が少ないか", "示せません");
            firm.finds_the_page_sound();
            firm.picture("scout-few-1280");
            assertThat(firm.page()
                            .request()
                            .get(portal.url("/company/scout?answer=nobodys"))
                            .status())
                    .isEqualTo(404);
        }
        try (Visitor firm = Visitor.onPhone(portal)) {
            firm.signIn("company@demo.example");
            firm.open("/company/scout?answer=" + search);
            firm.sees("条件に合う人が20人以上います", "あと8回探せます");
            firm.finds_the_page_sound();
            firm.picture("scout-found-390");
        }
        try (Visitor seeker = Visitor.onPhone(portal)) {
            seeker.signIn("seeker@demo.example");
            seeker.open("/my/scout");
            seeker.sees("企業が選んだ地域・仕事・資格に合う人が、5人以上いること", "2～3週間");
            seeker.finds_the_page_sound();
            seeker.picture("scout-mine-390");
        }
    }

    /** Asked once: an invitation cannot be taken back. */
    private static void invite(Visitor firm, int line) {
        firm.page().locator("form li .sure > summary").nth(line).click();
        firm.page().locator("form li .sure[open] " + INVITE).click();
    }
}
