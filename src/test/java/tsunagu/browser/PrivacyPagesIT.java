package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** The register of personal files, the dry run, and who read what: on the screen, as files, and what it costs a page. */
class PrivacyPagesIT {

    private final TestPortal portal = TestPortal.shared();

    private static String count(String account) {
        return "select count(*) from person_viewing v join account a on a.id = v.account_id where a.email_key = testing.mark('"
                + account + "')";
    }

    @Test
    void the_auditor_reads_and_changes_nothing() {
        for (Visitor auditor : List.of(Visitor.onPhone(portal), Visitor.atDesk(portal))) {
            try (auditor) {
                auditor.signIn("auditor@demo.example");
                for (String path : List.of("/viewings", "/official/trail/entries", "/personal-files", "/retention")) {
                    auditor.open(path);
                    auditor.finds_the_page_sound();
                    auditor.picture("privacy" + path.replace('/', '-'));
                }
                auditor.open("/personal-files");
                auditor.sees("個人情報ファイル簿", "求人への応募", "職業安定法5条の5", "終わってから2年", "だれも見ない");
                assertThat(auditor.page().locator("main form, main input").count())
                        .as("nothing to press on the register")
                        .isZero();
                String incident =
                        portal.one("select coalesce(max(id), 0) from privacy_incident where told_on is not null");
                if (!incident.equals("0")) {
                    auditor.open("/staff/privacy-incidents/" + incident);
                    auditor.sees("本人に知らせた日", "4月4日", "確報をした日");
                    auditor.finds_the_page_sound();
                }
                auditor.open("/retention");
                auditor.sees("今夜 0件", "書いてから60日");
                for (String path : List.of("/staff", "/accounts", "/my", "/company", "/evaluations", "/staff/people")) {
                    assertThat(auditor.page().request().get(portal.url(path)).status())
                            .as(path)
                            .isEqualTo(403);
                }
            }
        }
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            APIResponse pdf = staff.page().request().get(portal.url("/personal-files/register.pdf"));
            assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
            assertThat(pdf.body()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/personal-files/register.csv"))
                            .text())
                    .startsWith("\ufeff")
                    .contains("個人情報ファイルの名称", "job_application (career, message)");
        }
    }

    /** One statement for a page that shows persons, none for the same page again, and none for other pages. */
    @Test
    void a_page_of_persons_costs_one_statement_more() {
        String session = portal.one("select min(session_id) from registration");
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            String roster = "/staff/sessions/" + session + "/registrations";
            staff.open(roster);
            assertThat(Integer.parseInt(portal.one(count("staff@demo.example"))))
                    .isPositive();
            String before = portal.one(count("staff@demo.example"));
            List<String> sent = portal.fewestStatements(() -> staff.open(roster));
            assertThat(sent.stream().filter(each -> each.contains("person_viewing")))
                    .hasSize(1);
            assertThat(portal.one(count("staff@demo.example")))
                    .as("the same page within a quarter of an hour")
                    .isEqualTo(before);
            assertThat(portal.fewestStatements(() -> staff.open("/staff/events")).stream()
                            .filter(each -> each.contains("person_viewing")))
                    .isEmpty();
        }
    }

    @Test
    void a_list_of_persons_is_taken_with_a_reason() {
        String session = portal.one("select min(session_id) from registration");
        try (Visitor staff = Visitor.onPhone(portal);
                Visitor admin = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            String file = "/staff/sessions/" + session + "/registrations.csv";
            APIResponse without = staff.page().request().get(portal.url(file));
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.text()).contains("何のために書き出すか").doesNotContain("@");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.page().locator("details:has(#why-roster) > summary").click();
            staff.finds_the_page_sound();
            staff.page().fill("#why-roster", "当日の受付の名簿");
            staff.page().waitForDownload(() -> staff.page()
                    .locator("button[formaction$='registrations.csv']")
                    .click());
            assertThat(portal.one(
                            "select what || ' ' || record || ' ' || (cardinality(persons) > 0) from person_viewing"
                                    + " where why = '当日の受付の名簿' order by id desc limit 1"))
                    .isEqualTo("ROSTER_FILE " + session + " true");

            admin.signIn("admin@demo.example");
            assertThat(admin.page()
                            .request()
                            .get(portal.url("/lists/accounts/table.csv"))
                            .status())
                    .isEqualTo(400);
            admin.open("/accounts?q=staff@demo.example");
            admin.page().locator("details:has(#why-accounts) > summary").click();
            admin.page().fill("#why-accounts", "棚卸し");
            String taken = admin.page()
                    .waitForDownload(() -> admin.page()
                            .locator("button[formaction$='/lists/accounts/table.csv']")
                            .click())
                    .url();
            assertThat(taken).contains("q=staff");
            assertThat(portal.one("select what || ' ' || (taken = cardinality(persons)) || ' ' || (taken <"
                            + " (select count(*) from account where password_hash <> '')) || ' ' || record"
                            + " from person_viewing where why = '棚卸し' order by id desc limit 1"))
                    .as("those that were left by the filter, and no name that was looked for")
                    .isEqualTo("ACCOUNTS_FILE true true キーワード：…");
            staff.open("/staff/mail");
            assertThat(portal.one(count("staff@demo.example") + " and v.what = 'LETTERS'"))
                    .isNotEqualTo("0");
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/lists/letters/table.csv?state=SENT&why=" + "test-of-letters"))
                            .status())
                    .isEqualTo(200);
            assertThat(portal.one("select what || ' ' || taken || ' ' || record"
                            + " from person_viewing where why = 'test-of-letters' order by id desc limit 1"))
                    .startsWith("LETTERS_FILE ")
                    .contains("状況：送った");
        }
    }

    /** A request from the counter, from entering to its answer; what is wrong loses nothing typed. */
    @Test
    void staff_enter_extend_and_answer_a_request() {
        for (Visitor staff : List.of(Visitor.onPhone(portal), Visitor.atDesk(portal))) {
            try (staff) {
                staff.signIn("staff@demo.example");
                staff.open("/staff/privacy-cases");
                staff.finds_the_page_sound();
                staff.fill("請求した方の氏名", "窓口 花子");
                staff.press("受け付ける");
                staff.sees("請求の種類を選んでください", "連絡先を入力してください");
                assertThat(staff.page().inputValue("#name")).isEqualTo("窓口 花子");
                staff.page().selectOption("#kind", "DISCLOSURE");
                staff.page().selectOption("#channel", "COUNTER");
                staff.page().selectOption("#identity", "NONE");
                staff.page().fill("#contact", "0191-00-0000");
                staff.page().fill("#words", "参加の記録を見たい");
                staff.page().fill("#receivedOn", "2026-04-01");
                staff.press("受け付ける");
                staff.sees("請求を受け付けました", "5月1日");
                staff.finds_the_page_sound();
                staff.picture("privacy-case");
                staff.page().selectOption("#outcome", "GRANTED");
                staff.page().fill("#answer", "写しを渡した");
                staff.press("この結果で終える");
                staff.sees("本人の確認が済んでいない");
                staff.page().selectOption("#identity", "LETTER");
                staff.press("この結果で終える");
                staff.sees("結果を記録しました", "写しを渡した");

                staff.open("/staff/privacy-incidents");
                staff.finds_the_page_sound();
                staff.page().fill("#foundOn", "2026-04-01");
                staff.page().selectOption("#kind", "HUNDRED");
                staff.page().fill("#what", "名簿を誤って公開した");
                staff.press("記録する");
                staff.sees("4月6日", "4月30日");
                staff.page().fill("#closedOn", "2026-04-20");
                staff.page().fill("#measures", "手順を見直した");
                staff.press("保存する");
                staff.sees("速報と確報の日を入力するか、しなかった理由を入力してください");
                assertThat(staff.page().inputValue("#measures")).isEqualTo("手順を見直した");
                staff.finds_the_page_sound();
                staff.page().fill("#firstOn", "2026-04-03");
                staff.page().fill("#finalOn", "2026-04-15");
                staff.page().fill("#toldOn", "2026-04-04");
                String path = staff.page().url().replaceAll("[?].*", "");
                String id = path.substring(path.lastIndexOf('/') + 1);
                portal.run(
                        "set tsunagu.actor = 'system:test'; update privacy_incident set what = '名簿を誤って公開した（修正）', measures = '公開をやめた', version = version + 1"
                                + " where id = " + id);
                staff.press("保存する");
                staff.sees("公開をやめた", "手順を見直した");
                assertThat(staff.page().inputValue("#what")).isEqualTo("名簿を誤って公開した（修正）");
                assertThat(staff.page().inputValue("#measures")).isEqualTo("手順を見直した");
                staff.finds_the_page_sound();
                staff.picture("privacy-incident-both");
                staff.press("保存する");
                staff.sees("保存しました");
                assertThat(portal.one("select what || measures || told_on from privacy_incident where id = " + id))
                        .isEqualTo("名簿を誤って公開した（修正）手順を見直した2026-04-04");
                staff.finds_the_page_sound();
            }
        }
    }

    /** From the footer, without an account: what is wrong loses nothing typed; it waits for staff; a guest's ticket leads to a shorter form. */
    @Test
    void anybody_asks_by_the_form() {
        String ticket =
                portal.one("select min(ticket_token) from registration where by_token and guest_email is not null");
        for (Visitor visitor : List.of(Visitor.onPhone(portal), Visitor.atDesk(portal))) {
            try (visitor) {
                visitor.open("/privacy");
                visitor.finds_the_page_sound();
                visitor.page().locator("main a[href$='/privacy/request']").click();
                visitor.page().waitForURL(portal.url("/privacy/request"));
                visitor.finds_the_page_sound();
                visitor.fill("請求の内容", "子どもの参加の記録を見たい");
                visitor.press("請求する");
                visitor.sees("請求の種類を選んでください", "だれの情報かを選んでください", "どちらかを入力してください");
                visitor.finds_the_page_sound();
                visitor.picture("privacy-ask-wrong");
                assertThat(visitor.page().inputValue("#words")).isEqualTo("子どもの参加の記録を見たい");
                visitor.page().selectOption("#kind", "DISCLOSURE");
                visitor.page().selectOption("#asker", "GUARDIAN");
                visitor.page().fill("#name", "保護者 見本");
                visitor.page().fill("#contact", "0191-00-1111 " + System.nanoTime());
                String contact = visitor.page().inputValue("#contact");
                visitor.press("請求する");
                visitor.page().waitForURL("**/privacy/request?done=asked**");
                visitor.sees("請求を受け付けました", "までに、市の担当課からお答えします");
                visitor.finds_the_page_sound();
                String id = portal.one("select max(id) from privacy_case");
                assertThat(portal.one("select contact from privacy_case where id = " + id))
                        .isEqualTo(contact);
                String done = visitor.page().url();
                assertThat(done).contains("by=" + portal.one("select due_on from privacy_case where id = " + id));
                for (String madeUp : List.of(
                        portal.url("/privacy/request?done=asked"),
                        done.replaceFirst("by=[0-9-]+", "by=2030-01-01"),
                        done.replaceFirst("by=[0-9-]+", "by=soon"))) {
                    visitor.page().navigate(madeUp);
                    assertThat(visitor.page().innerText("main")).as(madeUp).doesNotContain("請求を受け付けました", "2030年");
                }
                assertThat(visitor.page()
                                .request()
                                .get(portal.url("/tickets/AAAAAAAAAAAAAAAAAAAAAA/request?done=asked"))
                                .status())
                        .isEqualTo(404);
                visitor.open("/en/privacy/request");
                assertThat(visitor.page()
                                .locator("main .notice a[href*='/sign-in']")
                                .getAttribute("href"))
                        .endsWith("next=/en/privacy/request");
                visitor.open("/tickets/" + ticket + "/request");
                visitor.sees("本人確認書類は要りません");
                assertThat(visitor.page().locator("#name, #mail").count())
                        .as("the link says both")
                        .isZero();
                visitor.finds_the_page_sound();
                visitor.signIn("staff@demo.example");
                visitor.open("/staff");
                visitor.page()
                        .locator("main a[href*='/staff/privacy-cases?state=OPEN']")
                        .first()
                        .click();
                visitor.page().waitForURL(portal.url("/staff/privacy-cases?state=OPEN"));
                visitor.open("/staff/privacy-cases/" + id);
                visitor.sees("このサイトのフォーム", "お子さんなど", "まだ確認していない", contact);
                visitor.picture("privacy-case-form");
                visitor.finds_the_page_sound();
            }
        }
    }

    /** Reading goes on where nothing can be written; then the server's log has the line. */
    @Test
    void a_page_opens_although_the_log_cannot_be_written() throws IOException {
        String session = portal.one("select max(session_id) from registration");
        try (Visitor staff = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            portal.run("revoke insert on person_viewing from tsunagu");
            try {
                assertThat(staff.page()
                                .request()
                                .get(portal.url("/staff/sessions/" + session + "/registrations"))
                                .status())
                        .isEqualTo(200);
            } finally {
                portal.run("grant insert on person_viewing to tsunagu");
            }
            assertThat(Files.readString(portal.log()))
                    .contains("Not written to the database")
                    .contains("ROSTER " + session);
        }
    }
}
