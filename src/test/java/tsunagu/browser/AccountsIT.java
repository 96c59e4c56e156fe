package tsunagu.browser;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** The administrator's list of accounts stays of use, whoever signs up and however many. */
class AccountsIT {

    private static final String LONG_NAME = "長".repeat(100);

    private final TestPortal portal = TestPortal.shared();

    /** Six hundred strangers whose addresses come first push nobody of the city off the list. */
    @Test
    void six_hundred_strangers_hide_nobody() {
        String many = IntStream.rangeClosed(1, 600)
                .mapToObj(n -> portal.sealed("0many-%04d@mail.example".formatted(n)))
                .collect(joining(","));
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into person (id, name, created_at, version) select -n, case n when 600 then '" + LONG_NAME
                + "' else '多い 数' || to_char(n, 'FM0000') end, now(), 1 from generate_series(1, 600) n;"
                + " insert into account (id, person_id, email, email_key, password_hash, state, created_at, version) select -n, -n,"
                + " (array[" + many
                + "])[n], testing.mark('0many-' || to_char(n, 'FM0000') || '@mail.example'), 'none', case when n % 100 = 0 then 'DISABLED' else 'ACTIVE' end,"
                + " now() + n * interval '1 second', 1 from generate_series(1, 600) n;"
                + " insert into account_role select -n, 'SEEKER' from generate_series(1, 600) n");
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal)) {
            admin.signIn("admin@demo.example");
            // as many pages as are theirs: other tests open accounts for the city, too
            int theirs = Integer.parseInt(portal.one("select count(distinct r.account_id) from account_role r"
                    + " join account a on a.id = r.account_id where a.password_hash <> '' and r.role <> 'SEEKER'"));
            StringBuilder first = new StringBuilder();
            for (int page = 1; page <= (theirs + 19) / 20; page++) {
                admin.open("/accounts?page=" + page);
                admin.sees("件のうち" + (20 * page - 19) + "–");
                first.append(admin.text().split("0many-")[0]);
            }
            assertThat(first.toString())
                    .as("whoever has more than a seeker's role stands before them")
                    .contains(
                            "staff@demo.example", "manager@demo.example", "admin@demo.example", "company@demo.example");
            admin.open("/accounts");
            admin.finds_the_page_sound();

            // However it is written; a stopped one; a role, also of those who have several.
            admin.enter("#q-accounts", "多い");
            admin.sees("599件のうち1–20件目");
            // An address is sealed: found as a whole, whatever its letters, and not by a part.
            admin.enter("#q-accounts", "0MANY-0042@mail.example");
            admin.sees("1件のうち1–1件目", "0many-0042@mail.example");
            admin.enter("#q-accounts", "@mail.example");
            admin.sees("条件に合うものがありません。");
            admin.open("/accounts?email=0Many-0042%40mail.example");
            admin.sees("1件のうち1–1件目");
            assertThat(admin.page().content()).contains("一部ではなく、全体で探します");
            admin.enter("#q-accounts", "多い　数00４２");
            admin.sees("1件のうち1–1件目", "0many-0042@mail.example");
            admin.open("/accounts?q=多い&state=DISABLED");
            admin.sees("5件のうち1–5件目", "多い 数0100", "停止中");
            admin.open("/accounts?q=多い&roles=STAFF");
            admin.sees("条件に合うものがありません。");
            admin.finds_the_page_sound();
            admin.open("/accounts?roles=MANAGER");
            admin.sees("manager@demo.example", "役割：課長（確定）");
            assertThat(admin.text()).doesNotContain("staff@demo.example");
            String all = portal.one("select string_agg(role, ',') from account_role where account_id = -1");
            portal.run("set tsunagu.actor = 'system:test'; insert into account_role values (-1, 'DOOR')");
            admin.open("/accounts?q=多い&roles=SEEKER&roles=DOOR&sort=-email");
            admin.sees("599件のうち1–20件目");
            admin.open("/accounts?q=多い&roles=DOOR");
            admin.sees("1件のうち1–1件目", "受付", "求職者・学生");
            assertThat(all).isEqualTo("SEEKER");

            // Pages; what is done leads back to the page where it was done.
            admin.open("/accounts?q=多い&page=3");
            admin.sees("599件のうち41–60件目", "0many-0051@mail.example");
            admin.page().locator("summary[aria-label='多い 数0051 停止']").click();
            admin.press("多い 数0051 停止する");
            admin.sees("理由を入力してください");
            admin.page().locator("#why--51").fill("迷惑な登録");
            admin.press("多い 数0051 停止する");
            admin.sees("アカウントの状態を変えました。", "599件のうち41–60件目");
            assertThat(portal.one("select state from account where id = -51")).isEqualTo("DISABLED");
            admin.open("/accounts?page=99999&roles=NOBODY&sort=nothing&state=no");
            admin.sees("条件に合うものがありません。");

            phone.signIn("admin@demo.example");
            phone.open("/accounts?q=長長長");
            phone.sees("1件のうち1–1件目");
            phone.finds_the_page_sound();
            phone.picture("accounts-390");
        } finally {
            portal.run(
                    "set tsunagu.actor = 'system:test'; delete from account_role where account_id between -600 and -1;"
                            + " delete from account where id between -600 and -1; delete from person where id between -600 and -1");
        }
    }

    /** Roles are given and taken in two steps; the owner is told, and signed out everywhere at once. */
    @Test
    void roles_are_given_and_taken() {
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal);
                Visitor person = Visitor.atDesk(portal)) {
            admin.signIn("admin@demo.example");
            admin.open("/accounts");
            admin.page().fill("#name", "役割 替わる");
            admin.page().fill("#email", "roles@demo.example");
            admin.page()
                    .getByLabel("受付", new Page.GetByLabelOptions().setExact(true))
                    .check();
            admin.press("アカウントを開く");
            String id = portal.one("select id from account where email_key = testing.mark('roles@demo.example')");
            admin.sees("本人にメールで知らせました");
            person.open(portal.link("roles@demo.example", "/password/"));
            person.sees("役割 替わる さん", "最初のパスワード");
            person.page().fill("#password", TestPortal.PASSWORD);
            person.press("このパスワードにする");
            person.open("/door");
            assertThat(person.page().url()).endsWith("/door");

            admin.open("/accounts?q=roles@demo.example");
            admin.follow("役割 替わる 役割を変える");
            admin.press("変更の内容を確かめる");
            admin.sees("役割が変わっていません", "理由を入力してください");
            admin.finds_the_page_sound();
            admin.page()
                    .getByLabel("受付", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            admin.page()
                    .getByLabel("市の職員", new Page.GetByLabelOptions().setExact(true))
                    .check();
            admin.page()
                    .getByLabel("課長（確定）", new Page.GetByLabelOptions().setExact(true))
                    .check();
            admin.page().fill("#reason", "四月からの異動");
            admin.press("変更の内容を確かめる");
            admin.sees("「市の職員」を加えます。", "「課長（確定）」を加えます。", "「受付」を外します。", "四月からの異動", "サインアウトされます");
            admin.finds_the_page_sound();
            assertThat(roles(id)).isEqualTo("DOOR");
            admin.press("選び直す");
            admin.page().check("input[value='AUDITOR']");
            admin.press("変更の内容を確かめる");
            admin.sees("監査は、ほかの役割といっしょには持てません");
            assertThat(admin.page().inputValue("#reason")).isEqualTo("四月からの異動");
            admin.finds_the_page_sound();
            admin.page().uncheck("input[value='AUDITOR']");
            admin.page()
                    .getByLabel("課長（確定）", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            admin.press("変更の内容を確かめる");
            admin.press("この内容で変える");
            admin.sees("役割を変えました。", "市の職員");
            assertThat(roles(id)).isEqualTo("STAFF");
            assertThat(
                            portal.one(
                                    "select count(*) from audit_entry where table_name = 'account_role' and reason = '四月からの異動'"))
                    .isNotEqualTo("0");
            assertThat(
                            portal.one(
                                    "select body from mail_outbox where recipient_key = testing.mark('roles@demo.example') order by id desc limit 1"))
                    .contains("いまの役割は「市の職員」です");
            person.open("/door");
            assertThat(person.page().url()).as("signed out").contains("/sign-in");
            person.signIn("roles@demo.example");
            person.open("/staff");
            assertThat(person.page().url()).endsWith("/staff");

            // The own role of administrator stays.
            admin.open("/accounts/"
                    + portal.one("select id from account where email_key = testing.mark('admin@demo.example')"));
            admin.page()
                    .getByLabel("管理者", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            admin.page()
                    .getByLabel("市の職員", new Page.GetByLabelOptions().setExact(true))
                    .check();
            admin.page().fill("#reason", "試し");
            admin.press("変更の内容を確かめる");
            admin.press("この内容で変える");
            admin.sees("自分の「管理者」は外せません");

            // On a phone no button hides behind sideways scrolling.
            phone.signIn("admin@demo.example");
            phone.open("/accounts?q=roles@demo.example");
            for (String button : List.of("役割 替わる 停止", "役割 替わる 役割を変える")) {
                var box = phone.page().locator("[aria-label='" + button + "']").boundingBox();
                assertThat(box.x).as(button).isGreaterThanOrEqualTo(0);
                assertThat(box.x + box.width).as(button).isLessThanOrEqualTo(390);
            }
            phone.finds_the_page_sound();
            phone.picture("accounts-cards-390");
            phone.open("/accounts/" + id);
            phone.finds_the_page_sound();
            phone.picture("account-roles-390");
        }
    }

    private String roles(String account) {
        return portal.one("select string_agg(role, ' ' order by role) from account_role where account_id = " + account);
    }
}
