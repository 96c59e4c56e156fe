package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Visitor;

/** A company comes, is admitted, gets people and an entry of its own, and reaches nothing of another. */
class CompanyIT extends CompanyDesk {

    @Test
    void a_company_is_sent_back_once_and_then_admitted() {
        String email = fresh();
        try (Visitor company = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.open("/for-companies");
            company.finds_the_page_sound();
            signUp(company, email);
            company.sees("まだ会社に登録されていません");
            company.follow("会社の登録を申し込む");
            Page page = company.page();
            page.fill("#corporateNumber", "１２３４-５６７８-９０１２３");
            page.fill("#name", "㈱ためし製作所" + email.hashCode() + "（架空）");
            company.press("申し込む");
            // All at once: the form of fields, the number's check digit, the declarations.
            company.sees("入力内容に問題があります", "読みをカタカナで入力してください。", "法人番号の桁の並びが正しくありません", "印を付けてください");
            assertThat(page.inputValue("#corporateNumber")).isEqualTo("１２３４-５６７８-９０１２３");
            company.finds_the_page_sound();
            page.fill("#reading", "タメシセイサクショ");
            page.fill("#summary", "農機の部品を削り出します。");
            Visitor.pick(page, "industry", "E24");
            page.fill("#employees", "２３");
            page.selectOption("#area", "SENMAYA");
            page.fill("#address", "千厩町架空字試" + email.hashCode());
            page.fill("#phone", "0191-00-0001");
            for (var box : page.locator("#grounds input[type=checkbox]").all()) {
                box.check();
            }
            company.press("申し込む");
            company.sees("法人番号の桁の並びが正しくありません");
            page.fill("#corporateNumber", number(email));
            company.press("申し込む");
            company.sees("申し込みました", "確認待ち");
            company.finds_the_page_sound();

            staff.signIn("staff@demo.example");
            String name = "㈱ためし製作所" + email.hashCode() + "（架空）";
            staff.open("/staff/review?q=" + email.hashCode());
            staff.finds_the_page_sound();
            staff.follow(name);
            staff.finds_the_page_sound();
            staff.press("差し戻す");
            staff.sees("理由や直してほしい点を入力してください。");
            staff.page().fill("#comment", "所在地の番地を確かめてください。");
            staff.press("差し戻す");
            staff.sees("差し戻しました。");

            company.open("/company");
            company.sees("差戻し", "所在地の番地を確かめてください。");
            company.follow("申込みの内容を直す");
            assertThat(page.inputValue("#employees")).isEqualTo("23");
            company.press("申し込む");
            staff.open("/staff/review?q=" + email.hashCode());
            staff.follow(name);
            staff.press("登録する");
            staff.sees("会社を登録しました。");
            company.open("/company");
            company.sees("書いている途中・確認中の求人");

            // The same number cannot become a second company.
            try (Visitor twin = Visitor.atDesk(portal)) {
                String other = fresh();
                signUp(twin, other);
                portal.run(
                        "select set_config('tsunagu.actor', 'system:test', true); insert into company_admission (id, code,"
                                + " applicant_id, state, corporate_number, name, reading, summary, industry, place_name, area,"
                                + " address, employees, phone, submitted_at, version) select nextval('tsunagu_seq'), 'twin"
                                + Math.abs(other.hashCode())
                                + "', a.id, 'SUBMITTED', '" + number(email) + "', '株式会社ためし製作所" + email.hashCode()
                                + "（架空）',"
                                + " 'ベツノヨミ', 's', 'E24', 'p', 'SENMAYA', 'x', 1, " + portal.sealed("1")
                                + ", now(), 0 from account a where a.email_key = testing.mark('"
                                + other + "')");
                staff.open("/staff/review/companies/twin" + Math.abs(other.hashCode()));
                staff.sees("法人番号が同じ", "名前が同じ");
                staff.press("登録する");
                staff.sees("この法人番号の会社は、すでに登録されています");
                // Who asks is told to staff; the company's people are asked first.
                staff.sees(other);
                staff.press(name + " この会社の担当者にする");
                staff.sees("会社に確かめて");
                staff.finds_the_page_sound();
                staff.page().check("#asked");
                staff.press(name + " この会社の担当者にする");
                twin.open("/company");
                twin.sees(name);
                assertThat(portal.one("select count(*) from mail_outbox where recipient_key = testing.mark('" + email
                                + "') and subject like '%担当者が増えました'"))
                        .isEqualTo("1");
            }
            strangers(company, name, email);
        }
    }

    @Test
    void a_second_person_joins_by_a_link_and_takes_over() {
        try (Visitor owner = Visitor.atDesk(portal);
                Visitor second = Visitor.onPhone(portal)) {
            owner.signIn("company@demo.example");
            owner.open("/company/members");
            owner.finds_the_page_sound();
            owner.page().fill("#contactPhone", "電話です");
            owner.press("連絡先を保存する");
            assertThat(owner.page().locator("#contactPhone-error").count()).isEqualTo(1);
            owner.page().fill("#contactName", "総務部");
            owner.page().fill("#contactPhone", "０１９１−２３ー９８７６");
            owner.press("連絡先を保存する");
            owner.sees("市からの連絡先を保存しました。");
            assertThat(owner.page().inputValue("#contactPhone")).isEqualTo("0191-23-9876");
            second.signIn("staff@demo.example");
            second.open("/staff/companies?q=0191-23-9876");
            assertThat(second.page().locator("main table td").allInnerTexts())
                    .anyMatch(each -> each.contains("0191-23-9876"));
            second.page().context().clearCookies();
            owner.press("招待のリンクを作る");
            owner.sees("だれを招待するのか");
            owner.page().fill("#note", "総務の後任");
            owner.press("招待のリンクを作る");
            String link = owner.page().inputValue("#invitation-link");
            owner.press("見本 企業担当 会社から抜ける");
            owner.sees("代表の担当者がいなくなります");
            second.page().navigate(portal.url(java.net.URI.create(link).getPath()));
            second.follow("アカウントを作る");
            register(second, fresh());
            second.sees("担当者として招待されています");
            second.press("担当者になる");
            second.sees("会社の担当者になりました。");
            second.open("/company/members");
            assertThat(second.text()).doesNotContain("招待のリンクを作る");
            try (Visitor late = Visitor.atDesk(portal)) {
                signUp(late, fresh());
                late.page().navigate(portal.url(java.net.URI.create(link).getPath()));
                late.sees("この招待は使えません");
            }
            portal.run(
                    "select set_config('tsunagu.actor', 'system:test', true); update company_member set left_at = now()"
                            + " where role = 'EDITOR' and left_at is null");
        }
    }

    /** Postings, booths and what people kept follow; the old address leads on. */
    @Test
    void two_entries_of_one_company_become_one() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            String tag = Long.toString(System.nanoTime());
            staff.open("/staff/companies/import");
            String head = "法人番号,法人番号がない理由,会社の名前,読み（カタカナ）,何をしている会社か,業種,地域,所在地,従業員の数\n";
            staff.page()
                    .fill(
                            "#text",
                            head + number("m" + tag) + ",,統合商事" + tag + "（架空）,トウゴウショウジ,商いをします。,E09,DAITO,架空町" + tag
                                    + ",3\n" + ",個人事業,とうごう屋" + tag + "（架空）,トウゴウショウジ,商いをします。,E09,DAITO,架空町" + tag
                                    + ",3\n");
            staff.press("全部を登録する");
            staff.sees("会社を登録しました。");
            String old = portal.one("select code from company where name like '統合商事" + tag + "%'");
            String kept = portal.one("select code from company where name like 'とうごう屋" + tag + "%'");
            String job = portal.one(
                    "select p.code from posting p where p.ended_at is null and p.opens_on < now() and p.closes_on > now()"
                            + " and p.company_id not in (select company_id from company_member) order by p.id desc offset 3 limit 1");
            portal.run("select set_config('tsunagu.actor', 'system:test', true); update posting set company_id ="
                    + " (select id from company where code = '" + old + "') where code = '" + job + "';"
                    + " insert into event_exhibitor select e.id, c.id, 'M1' from event e, company c where c.code = '"
                    + old
                    + "' and e.code = 'guidance-15';"
                    + " insert into kept select person_id, 'COMPANY', '" + old + "', now() from account limit 1");
            staff.open("/staff/companies/duplicates");
            staff.sees("統合商事" + tag, "読みが同じ", "所在地が同じ");
            staff.finds_the_page_sound();
            staff.open("/staff/companies/" + old + "/merge/" + kept);
            staff.finds_the_page_sound();
            staff.press("まとめる");
            staff.sees("理由や直してほしい点を入力してください。");
            staff.page().fill("#why", "二重の登録");
            staff.press("まとめる");
            staff.sees("まとめました。");
            assertThat(staff.text()).doesNotContain("統合商事" + tag);
            staff.open("/companies/" + old);
            assertThat(staff.page().url()).as("the old address leads on").endsWith("/companies/" + kept);
            staff.open("/jobs/" + job);
            staff.sees("とうごう屋" + tag);
            staff.open("/companies?q=" + "統合商事" + tag);
            assertThat(staff.page().locator(".hits").count()).isZero();
            assertThat(portal.one(
                            "select count(*) from event_exhibitor x join company c on c.id = x.company_id where c.code = '"
                                    + kept + "'"))
                    .isEqualTo("1");
            assertThat(portal.one("select count(*) from kept where code = '" + kept + "'"))
                    .isEqualTo("1");
            portal.run("delete from kept where code = '" + kept + "'");
            assertThat(portal.one("select corporate_number from company where code = '" + kept + "'"))
                    .isEqualTo(number("m" + tag));
            staff.open("/staff/companies/" + old + "/merge/" + kept);
            staff.page().fill("#why", "もう一度");
            staff.press("まとめる");
            staff.sees("この2社はまとめられません");
        }
    }

    /** No answer is not zero, and the sum is that of the rows shown. */
    @Test
    void the_hiring_survey_is_answered_once_and_adds_up() {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/survey?year=R6");
            staff.sees("記録なし");
            company.signIn("company@demo.example");
            company.open("/company/survey?year=R6");
            company.finds_the_page_sound();
            company.page().fill("#hired", "５");
            company.press("回答する");
            company.sees("いなければ0を入力します");
            company.page().fill("#graduates", "6");
            company.page().fill("#fromCity", "0");
            company.press("回答する");
            company.sees("内訳は、新しく雇った人の数以下に");
            company.page().fill("#graduates", "2");
            company.press("回答する");
            company.sees("回答を記録しました。");
            staff.open("/staff/survey?year=R6");
            staff.sees("5人", "1社（");
            staff.finds_the_page_sound();
            company.open("/company/statistics");
            company.finds_the_page_sound();
            company.sees("同じ業種の中央値");
        }
    }

    /** Everything of a company by its number, asked for by another company. */
    @Test
    void nothing_of_another_company_is_reached() {
        try (Visitor stranger = Visitor.atDesk(portal)) {
            stranger.signIn("newcompany@demo.example");
            String submission =
                    portal.one("select code from posting_submission where state = 'DRAFT' order by id limit 1");
            String posting =
                    portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                            + " order by p.id limit 1");
            for (String path : List.of(
                    "/company/jobs/" + submission,
                    "/company/jobs/" + submission + "/sent",
                    "/company/jobs/new?copy=" + posting,
                    "/company/members")) {
                assertThat(stranger.page().request().get(portal.url(path)).status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    /** Two tabs, two firms: what was opened for one is done to that one, and the head of the page says which it is. */
    @Test
    void an_accountant_of_two_firms_chooses() {
        String account = portal.one("select id from account where email_key = testing.mark('company@demo.example')");
        String first =
                portal.one("select company_id from company_member where left_at is null and account_id = " + account);
        String second = portal.one(
                "select max(c.id) from company c where c.merged_into is null and c.published_at is not null and c.id not in"
                        + " (select company_id from company_member) and c.id in (select company_id from posting)");
        String name = portal.one("select name from company where id = " + second);
        portal.run(
                "set tsunagu.actor = 'system:test'; insert into company_member (id, company_id, account_id, role, joined_at, version)"
                        + " values (-41, " + second + ", " + account + ", 'OWNER', now(), 0)");
        try (Visitor person = Visitor.atDesk(portal)) {
            person.signIn("company@demo.example");
            person.open("/company/members");
            Page other = person.page().context().newPage();
            other.navigate(portal.url("/company"));
            other.click(".site-account.on-desk a[href$='/company/choose']");
            person.picture("company-choose");
            other.click("button[aria-label='" + name + "にする']");
            other.waitForURL(portal.url("/company"));
            assertThat(other.innerText(".site-account.on-desk")).contains(name);
            assertThat(other.innerText("main")).contains(name);
            String before = portal.one("select phone from company_contact where company_id = " + first);

            person.page().fill("#contactPhone", "0191-77-0001");
            person.page().click("#stateContact");
            assertThat(portal.one("select phone from company_contact where company_id = " + first))
                    .isNotEqualTo(before)
                    .isEqualTo("0191-77-0001");
            assertThat(portal.one("select count(*) from company_contact where company_id = " + second
                            + " and phone = '0191-77-0001'"))
                    .isEqualTo("0");
            assertThat(person.page().innerText(".site-account.on-desk"))
                    .as("who sent a form for a firm goes on with it")
                    .doesNotContain(name);

            // A page of the other firm, as a letter or a bookmark opens it, leads to the choice; for a stranger there
            // is none.
            String theirs =
                    portal.one("select code from posting where company_id = " + second + " order by id limit 1");
            other.navigate(portal.url("/company/editions/" + theirs));
            assertThat(other.url()).contains("/company/choose?of=" + second);
            assertThat(other.innerText("main")).contains("このページの会社");
            person.open("/company/choose?of=" + second + "&next=/company/editions/" + theirs);
            person.picture("company-choose-page");
            person.finds_the_page_sound();
            other.click("button[aria-label='" + name + "にする']");
            other.waitForURL(portal.url("/company/editions/" + theirs));
            try (Visitor stranger = Visitor.atDesk(portal)) {
                stranger.signIn("newcompany@demo.example");
                assertThat(stranger.page()
                                .request()
                                .get(portal.url("/company/editions/" + theirs))
                                .status())
                        .isEqualTo(404);
            }

            // The choice is the account's: it is found again by the next session.
            other.navigate(portal.url("/company/choose"));
            other.click("button[aria-label='" + name + "にする']");
            other.waitForURL(portal.url("/company"));
            try (Visitor again = Visitor.onPhone(portal)) {
                again.signIn("company@demo.example");
                again.open("/company");
                again.sees(name);

                // It goes on so, although nothing was chosen in it and another session chooses now.
                String own = portal.one("select name from company where id = " + first);
                other.navigate(portal.url("/company/choose"));
                other.click("button[aria-label='" + own + "にする']");
                other.waitForURL(portal.url("/company"));
                assertThat(portal.one("select company_id from company_choice where account_id = " + account))
                        .isEqualTo(first);
                again.open("/company");
                assertThat(again.page().innerText("main")).contains(name);
                other.navigate(portal.url("/company/choose"));
                other.click("button[aria-label='" + name + "にする']");
                other.waitForURL(portal.url("/company"));
            }

            // A form for a firm that they have left acts for none, says so, and shows what was written.
            other.navigate(portal.url("/company/members"));
            portal.run("set tsunagu.actor = 'system:test'; update company_member set left_at = now() where id = -41");
            other.fill("#contactName", "経理");
            other.fill("#contactPhone", "0191-77-0002");
            other.click("#stateContact");
            other.waitForLoadState();
            assertThat(other.innerText("main"))
                    .contains("もうあなたの担当ではありません", "別の会社に統合されました", "何も保存していません", "0191-77-0002", "経理");
            assertThat(portal.one(
                            "select count(*) from company_contact where phone_key = testing.mark('0191-77-0002')"))
                    .isEqualTo("0");
            person.open("/company/choose");
            person.finds_the_page_sound();
        } finally {
            portal.run("set tsunagu.actor = 'system:test'; delete from company_member where id = -41;"
                    + " delete from company_choice where account_id = " + account);
        }
    }

    /** Somebody uses the number of a company that is there: its owner is told and says whether it is one of theirs. */
    private void strangers(Visitor owner, String name, String email) {
        try (Visitor stranger = Visitor.atDesk(portal);
                Visitor colleague = Visitor.atDesk(portal)) {
            for (Visitor each : List.of(stranger, colleague)) {
                String address = fresh();
                signUp(each, address);
                each.open("/company/admission");
                asks(each.page(), name, address, number(email));
                each.press("申し込む");
                each.sees("確認待ち");
                assertThat(portal.one("select subject from mail_outbox where recipient_key = testing.mark('" + address
                                + "') order by id desc limit 1"))
                        .contains("申込みを受け付けました");
                assertThat(portal.one("select subject from mail_outbox where recipient_key = testing.mark('" + email
                                + "') order by id desc limit 1"))
                        .contains("担当者になりたいという申込み");
                owner.open("/company/members");
                owner.sees("担当者になりたいという申込み", address);
                owner.finds_the_page_sound();
                String who = portal.one(
                        "select p.name from person p join account a on a.person_id = p.id where a.email_key = testing.mark('"
                                + address + "')");
                if (each == stranger) {
                    owner.press(who + " 社内の者ではない");
                    owner.sees("申込みを断りました");
                    each.open("/company");
                    each.sees("社内の方ではないとの返事");
                } else {
                    owner.press(who + " 担当者に加える");
                    owner.sees("担当者に加えました");
                    each.open("/company");
                    each.sees(name);
                }
            }
        }
    }

    private static void asks(Page page, String name, String address, String number) {
        page.fill("#corporateNumber", number);
        page.fill("#name", name);
        page.fill("#reading", "タメシセイサクショ");
        page.fill("#summary", "農機の部品を削り出します。");
        Visitor.pick(page, "industry", "E24");
        page.fill("#placeName", "本社");
        page.fill("#employees", "3");
        page.selectOption("#area", "SENMAYA");
        page.fill("#address", "千厩町架空字試" + address.hashCode());
        page.fill("#phone", "0191-00-0001");
        for (var box : page.locator("#grounds input[type=checkbox]").all()) {
            box.check();
        }
    }

    private static void signUp(Visitor visitor, String email) {
        visitor.open("/for-companies");
        visitor.follow("アカウントを作る");
        register(visitor, email);
    }

    private static void register(Visitor visitor, String email) {
        visitor.signUp("試験 担当", email);
    }

    private static String fresh() {
        return "firm" + System.nanoTime() + "@demo.example";
    }
}
