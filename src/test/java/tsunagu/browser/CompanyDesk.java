package tsunagu.browser;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagu.shared.CorporateNumber;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A company and its people at their desk, and the city that admits and publishes. */
abstract class CompanyDesk {

    static final LocalDate TODAY = LocalDate.now(FiscalYear.ZONE);

    final TestPortal portal = TestPortal.shared();

    /** A job written by the company and published by the city, as they do. @return its code */
    static String published(TestPortal portal, String title) {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/new");
            company.page().fill("#title", title);
            fill(company.page(), sheet());
            company.press("市に提出する");
            company.sees("市に提出しました。");
            staff.signIn("staff@demo.example");
            staff.open("/staff/review?q=" + title);
            staff.follow(title);
            staff.press("公開する");
            staff.sees("公開しました。");
        }
        return portal.one("select code from posting where title = '" + title + "'");
    }

    /** A job nobody objects to, open from today on. */
    static Map<String, String> sheet() {
        Map<String, String> sheet = new LinkedHashMap<>();
        sheet.put("occupation", "062");
        sheet.put("employment", "REGULAR");
        sheet.put("term-DUTIES", "農機の部品を旋盤で削ります。");
        sheet.put("term-DUTIES_CHANGE", "変更なし");
        sheet.put("fixedTerm", "no");
        sheet.put("term-PERIOD", "期間の定めなし");
        sheet.put("term-TRIAL", "3か月（条件は同じ）");
        sheet.put("area", "ICHINOSEKI");
        sheet.put("term-PLACE", "本社工場");
        sheet.put("term-PLACE_CHANGE", "変更なし");
        sheet.put("term-SMOKING", "屋内禁煙");
        sheet.put("term-HOURS", "8:30〜17:30");
        sheet.put("dailyHours", "８");
        sheet.put("term-BREAK", "60分");
        sheet.put("term-OVERTIME", "月平均5時間");
        sheet.put("term-HOLIDAYS", "土日。年間休日110日");
        sheet.put("daysOff", "110");
        sheet.put("wageUnit", "MONTH");
        sheet.put("wageMin", "２２０，０００円");
        sheet.put("term-WAGE", "月給220,000円（基本給）");
        sheet.put("fixedOvertime", "no");
        sheet.put("term-INSURANCE", "健康保険、厚生年金、雇用保険、労災保険");
        sheet.put("term-CONTACT", "0191-00-0000");
        sheet.put("opensOn", TODAY.toString());
        sheet.put("closesOn", TODAY.plusDays(60).toString());
        return sheet;
    }

    static void fill(Page page, Map<String, String> sheet) {
        sheet.forEach((id, answer) -> {
            if (page.locator("#" + id).evaluate("e => e.tagName").equals("SELECT")
                    || "combobox".equals(page.locator("#" + id).getAttribute("role"))) {
                Visitor.pick(page, id, answer);
            } else {
                page.fill("#" + id, answer);
            }
        });
        page.check("#audience-GENERAL");
        page.check("#lawful");
    }

    static String number(String email) {
        String base = String.format("%012d", Math.abs((long) email.hashCode()) % 1_000_000_000_000L);
        return CorporateNumber.checkDigit(base) + base;
    }
}
