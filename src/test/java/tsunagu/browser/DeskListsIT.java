package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FoldedName;
import tsunagu.shared.ReferenceTable;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** The kit of the desks' lists, tried once on the style page with ten thousand rows, for all lists that are built by it. */
class DeskListsIT {

    private static final String STAFF = "staff@demo.example";

    private static final int ROWS = 10_000;

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_list_is_sorted_filtered_paged_and_chosen_by_its_address() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/style");
            staff.sees("10,000件のうち1–20件目");
            assertThat(names(staff).count()).isEqualTo(20);
            staff.finds_the_page_sound();
            staff.picture("desk-style-1280");

            sort(staff, "金額（円）");
            assertThat(staff.page().locator("th[aria-sort=ascending]").innerText())
                    .isEqualTo("金額（円）");
            String least = cell(staff, 0, 5);
            sort(staff, "金額（円）");
            assertThat(staff.page().locator("th[aria-sort=descending]").innerText())
                    .isEqualTo("金額（円）");
            assertThat(number(cell(staff, 0, 5)))
                    .isGreaterThan(number(least))
                    .isGreaterThanOrEqualTo(number(cell(staff, 19, 5)));

            // Old and new forms of a letter, hiragana and katakana are one.
            staff.enter("#q-samples", "高橋　催し");
            staff.sees("2,000件のうち1–20件目", "キーワード：高橋　催し");
            assertThat(staff.page().url()).contains("sort=-amount");

            staff.page().locator(".desk-filter > summary").first().click();
            staff.page().check("#f-samples-state-WAITING");
            staff.page().selectOption("#f-samples-area", "E");
            staff.page().fill("#f-samples-amount-from", "500,000");
            staff.page().locator(".desk-filter button").first().click();
            staff.sees("状態：確認待ち", "地域：東部", "金額（円）：500,000から");
            assertThat(staff.page().url()).doesNotContain("title=");
            assertThat(staff.page().locator(".desk-table tbody .tag").allInnerTexts())
                    .isNotEmpty()
                    .containsOnly("確認待ち");
            assertThat(number(cell(staff, 0, 5))).isGreaterThanOrEqualTo(500_000);
            staff.finds_the_page_sound();
            String kept = staff.page().url();

            staff.page()
                    .locator(".desk-chips a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("地域：東部"))
                    .click();
            assertThat(staff.text()).doesNotContain("地域：東部");
            staff.page().goBack();
            staff.sees("地域：東部");
            assertThat(staff.page().url()).as("Back leads to what was seen").isEqualTo(kept);

            staff.open("/staff/style?rows=50&page=200");
            staff.sees("10,000件のうち9,951–10,000件目");
            staff.page().locator(".pager a[rel=prev]").click();
            staff.sees("10,000件のうち9,901–9,950件目");
            staff.open("/staff/style?rows=77&page=99999&sort=-nothing&state=NOTHING&cols=nothing&heldOn.from=never");
            staff.sees("条件に合うものがありません。");
            staff.finds_the_page_sound();

            staff.open("/staff/style");
            staff.page().locator(".desk-tools summary").first().click();
            staff.page().uncheck("#c-samples-amount");
            staff.page().check("#c-samples-note");
            staff.page().locator(".desk-tools .desk-panel button").first().click();
            // What is read while the next page is on its way is an empty document.
            staff.page().waitForURL(address -> address.contains("cols="));
            assertThat(heads(staff)).contains("名称", "メモ").doesNotContain("金額（円）");
            assertThat(staff.page().url()).contains("cols=title.person.state.area.heldOn.changedAt.note");
            staff.finds_the_page_sound();
        }
    }

    @Test
    void a_view_is_kept_for_its_owner_and_is_an_address_for_everybody() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/style?state=OPEN&sort=title");
            staff.page().locator(".desk-tools summary").nth(1).click();
            staff.press("保存する");
            staff.sees("名前は1文字から60文字で入力してください");
            staff.finds_the_page_sound();
            staff.page().fill("#viewName-samples", "受付中のもの");
            staff.press("保存する");
            staff.sees("この見方を保存しました。", "状態：受付中");
            staff.open("/staff/style");
            staff.page().locator(".desk-tools summary").nth(1).click();
            staff.follow("受付中のもの");
            assertThat(staff.page().url()).endsWith("/staff/style?state=OPEN&sort=title");
            staff.page().locator(".desk-tools summary").nth(1).click();
            staff.press("受付中のもの を消す");
            staff.sees("保存した見方を消しました。");
            assertThat(portal.one("select count(*) from desk_view")).isEqualTo("0");
        }
    }

    @Test
    void what_is_ticked_stays_ticked_on_the_next_page_and_is_done_at_once() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/style?sort=title");
            staff.press("選んだ行に試す");
            staff.sees("行を選んでください");
            staff.open("/staff/style?sort=title");
            staff.page().locator("input[name=pick]").first().check();
            staff.page().locator(".pager a[rel=next]").click();
            staff.sees("1件を選んでいます");
            staff.page().locator("th input[type=checkbox]").check();
            staff.sees("21件を選んでいます");
            staff.press("選んだ行に試す");
            staff.sees("選んだ21件に行いました", "選んだ行はありません");
            assertThat(staff.page().url())
                    .as("the same page of the same list")
                    .contains("sort=title")
                    .contains("page=2");
        }
    }

    @Test
    void a_file_holds_exactly_what_is_filtered() throws Exception {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/style?cols=title.person.amount.heldOn.note");
            staff.page().locator(".desk-tools summary").nth(2).click();
            List<String> links = staff.page().locator(".desk-files a").all().stream()
                    .limit(3)
                    .map(each -> each.getAttribute("href"))
                    .toList();

            byte[] csv = file(staff, links.get(1));
            assertThat(csv).startsWith(0xef, 0xbb, 0xbf);
            List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSize(ROWS + 1);
            assertThat(lines.get(0)).isEqualTo("\ufeff名称,担当,金額（円）,開催日,メモ");
            assertThat(lines).anyMatch(each -> each.endsWith(",'=1+1")).noneMatch(each -> each.endsWith(",=1+1"));
            assertThat(lines).anyMatch(each -> each.contains("𠮷野 架空"));

            List<String> old = new String(file(staff, links.get(2)), Charset.forName("windows-31j"))
                    .lines()
                    .toList();
            assertThat(old)
                    .hasSize(ROWS + 1)
                    .anyMatch(each -> each.contains("〓野 架空"))
                    .anyMatch(each -> each.contains("髙橋 架空"));

            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(staff, links.get(0))));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                List<Row> all = rows.toList();
                assertThat(all).hasSize(ROWS + 1);
                assertThat(all.get(1).getCellAsNumber(2)).isPresent();
            }

            List<String> few = new String(
                            file(
                                    staff,
                                    "/lists/samples/table.csv?state=OPEN&area=N&q="
                                            + "%E9%AB%98%E6%A9%8B&sort=-title&page=3"),
                            StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            staff.open("/staff/style?state=OPEN&area=N&q=高橋&sort=-title");
            staff.sees(String.format("%,d件のうち", few.size() - 1));
            assertThat(few.get(1)).startsWith(names(staff).first().innerText() + ",");
        }
    }

    @Test
    void a_list_costs_four_statements_and_says_nothing_to_those_it_is_not_for() {
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor company = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            company.signIn("company@demo.example");
            for (String path : List.of(
                    "/staff/companies?q=工業&sort=-openJobs",
                    "/staff/events?state=PUBLISHED&page=2",
                    "/staff/review?sort=-days")) {
                staff.open(path);
                // Who asks, the kept views, how many there are, and the page.
                assertThat(portal.fewestStatements(() -> staff.open(path)))
                        .as(path)
                        .hasSizeLessThanOrEqualTo(4);
            }
            for (String list :
                    List.of("samples", "companies", "events", "letters", "reviews", "grants", "placements")) {
                String path = "/lists/" + list + "/table.csv?why=test";
                assertThat(staff.page().request().get(portal.url(path)).status())
                        .as(list)
                        .isEqualTo(200);
                assertThat(company.page().request().get(portal.url(path)).status())
                        .as(list)
                        .isEqualTo(404);
            }
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/lists/samples/table.pdf"))
                            .status())
                    .isEqualTo(404);
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/lists/nothing/table.csv"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_database_compares_names_as_java_does() {
        StringBuilder all = new StringBuilder("佐々木 ジョン・スミス O’Neill ヤマタ゛ 小笠原\u200b\u00ad ＡｂＣ 山田　ヤマダ ｶﾞｷﾞ ヴァ️ ヶ崎﻿");
        ReferenceTable.read("/reference/search/variants.csv")
                .forEach(each -> all.append(each.text("from")).append(each.text("to")));
        assertThat(portal.one("select folded_name('" + all + "')")).isEqualTo(FoldedName.of(all.toString()));
    }

    @Test
    void a_phone_shows_one_record_under_the_other_and_all_of_it_works_without_scripts() {
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor plain = Visitor.withoutJavaScript(portal)) {
            phone.signIn(STAFF);
            for (String path : List.of(
                    "/staff/style",
                    "/staff/style?q=ないない",
                    "/staff/companies",
                    "/staff/events",
                    "/staff/mail",
                    "/staff/review",
                    "/staff/grants",
                    "/staff/placements",
                    "/staff/sessions/" + portal.one("select min(session_id) from registration") + "/registrations")) {
                phone.open(path);
                phone.finds_the_page_sound();
            }
            phone.open("/staff/companies");
            phone.picture("desk-companies-390");
            plain.signIn(STAFF);
            plain.open("/staff/style");
            plain.follow("金額（円）");
            assertThat(plain.page().url()).endsWith("?sort=amount");
            plain.enter("#q-samples", "渡辺");
            plain.sees("2,000件のうち1–20件目");
        }
    }

    private byte[] file(Visitor staff, String address) {
        APIResponse answer = staff.page().request().get(portal.url(address));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment; filename=\"samples.");
        return answer.body();
    }

    private static void sort(Visitor staff, String column) {
        staff.page()
                .locator("#desk-samples thead a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(column))
                .click();
        staff.page().waitForLoadState();
    }

    private static Locator names(Visitor staff) {
        return staff.page().locator("#desk-samples tbody th a");
    }

    private static List<String> heads(Visitor staff) {
        return staff.page().locator("#desk-samples thead th").allInnerTexts();
    }

    /** @param place from 0; the first is the tick */
    private static String cell(Visitor staff, int row, int place) {
        return staff.page()
                .locator("#desk-samples tbody tr")
                .nth(row)
                .locator("> *")
                .nth(place)
                .innerText();
    }

    private static int number(String shown) {
        return Integer.parseInt(shown.replaceAll("[^0-9]", ""));
    }
}
