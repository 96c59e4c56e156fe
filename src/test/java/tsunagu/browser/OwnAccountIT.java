package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;

/** Everybody keeps the own account: a forgotten password, another name and address, one address for both sides. */
class OwnAccountIT {

    private static final String OTHER = "みかん 灯台 九月 ひこうき 砂時計";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_forgotten_password_is_chosen_anew_behind_the_letters_link() {
        String email = "forgot" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor elsewhere = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("忘れ ものみ", email);
            elsewhere.signIn(email);
            person.open("/sign-out");
            person.press("サインアウトする");

            person.open("/sign-in");
            person.follow("パスワードを忘れたとき");
            person.finds_the_page_sound();
            person.press("リンクを受け取る");
            person.sees("メールアドレスを入力してください");
            person.page().fill("#email", email.replace("@", "＠"));
            person.press("リンクを受け取る");
            person.sees("メールを送りました");
            person.finds_the_page_sound();
            person.picture("password-sent-390");

            // The link is good for another try after a mistake, and once after that.
            String link = portal.link(email, "/password/");
            person.open(link);
            person.sees("新しいパスワードを決めます");
            for (String[] typed : new String[][] {
                {"みかん", "short"}, {"ichinosekisakura1234", "weak"}, {OTHER, "good"}, {OTHER + " えんぴつ", "strong"}
            }) {
                person.page().fill("#password", typed[0]);
                person.page().waitForSelector("#password-strength[data-kind=" + typed[1] + "]");
            }
            person.page().fill("#password", "ものみ");
            person.press("このパスワードにする");
            person.sees("いま3文字です");
            person.finds_the_page_sound();
            person.picture("password-new-390");
            person.page().fill("#password", "1qaz2wsx3edc4rfv");
            person.press("このパスワードにする");
            person.sees("推測されやすいパスワードです");
            person.page().fill("#password", OTHER);
            person.press("このパスワードにする");
            assertThat(person.page().url()).endsWith("/my");
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("パスワードが変わりました");

            elsewhere.open("/my");
            assertThat(elsewhere.page().url())
                    .as("the other device is signed out")
                    .contains("/sign-in");
            elsewhere.open(link);
            elsewhere.sees("このリンクは使えません");
            elsewhere.finds_the_page_sound();
            elsewhere.open("/sign-in");
            elsewhere.fill("メールアドレス", email);
            elsewhere.fill("パスワード", TestPortal.PASSWORD);
            elsewhere.press("サインインする");
            elsewhere.sees("メールアドレスかパスワードが違います");
            elsewhere.fill("パスワード", OTHER);
            elsewhere.press("サインインする");
            assertThat(elsewhere.page().url()).endsWith("/my");
        }
    }

    /** Who has an account and who has none is told to the address only. */
    @Test
    void the_page_answers_everybody_alike() {
        String nobody = "nobody" + System.nanoTime() + "@example.jp";
        String known = asked("seeker@demo.example");
        assertThat(asked(nobody)).isEqualTo(known);
        assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + nobody + "')"))
                .contains("アカウントはありません");
        assertThat(portal.one(
                        "select count(*) from account_link l join account a on a.id = l.account_id where a.email_key = testing.mark('"
                                + nobody + "')"))
                .isEqualTo("0");
        // A second press within the hour's letters says the same.
        for (int i = 0; i < 6; i++) {
            assertThat(asked(nobody)).isEqualTo(known);
        }
    }

    @Test
    void a_link_that_is_too_old_opens_nothing() {
        String email = "late" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            person.open("/sign-up");
            person.signUp("遅れ てくる", email);
            asked(email);
            portal.run("update account_link set asked_at = now() - interval '61 minutes' where account_id ="
                    + " (select id from account where email_key = testing.mark('" + email + "'))");
            person.open(portal.link(email, "/password/"));
            person.sees("このリンクは使えません");
        }
    }

    @Test
    void name_address_and_password_are_the_owners_to_change() {
        String email = "own" + System.nanoTime() + "@example.jp";
        String moved = "moved" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor elsewhere = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("前の 名前", email);
            elsewhere.signIn(email);
            person.open("/account");
            person.finds_the_page_sound();
            person.picture("account-390");
            person.page().fill("#name", " ");
            person.press("お名前を変える");
            person.sees("お名前を入力してください");
            person.page().fill("#name", "髙橋 﨑子");
            person.press("お名前を変える");
            person.sees("お名前を変えました", "髙橋 﨑子");

            // All mistakes at once, each at its field.
            person.press("パスワードを変える");
            person.sees("いまのパスワードを入力してください", "パスワードを入力してください");
            person.finds_the_page_sound();
            person.page().fill("#now", "まちがい まちがい まちがい");
            person.page().fill("#wanted", OTHER);
            person.press("パスワードを変える");
            person.sees("パスワードが違います");
            person.page().fill("#now", TestPortal.PASSWORD);
            person.page().fill("#wanted", OTHER);
            person.press("パスワードを変える");
            person.sees("パスワードを変えました");
            elsewhere.open("/account");
            assertThat(elsewhere.page().url()).as("signed out").contains("/sign-in");

            person.page().fill("#email", "seeker@demo.example");
            person.page().fill("#confirmation", OTHER);
            person.press("確認のメールを送る");
            person.sees("新しいアドレスにメールを送りました");
            assertThat(
                            portal.one(
                                    "select body from mail_outbox where recipient_key = testing.mark('seeker@demo.example') order by id desc limit 1"))
                    .contains("アカウントはすでにあるため、変えられません");
            person.page().fill("#email", moved);
            person.page().fill("#confirmation", OTHER);
            person.press("確認のメールを送る");
            person.sees("新しいアドレスにメールを送りました", email);
            String link = portal.link(moved, "/account/address/");
            elsewhere.open(link);
            elsewhere.sees(moved);
            elsewhere.finds_the_page_sound();
            assertThat(portal.one("select email from account where email_key in (testing.mark('" + email
                            + "'), testing.mark('" + moved + "'))"))
                    .isEqualTo(email);
            elsewhere.press("このアドレスに変える");
            elsewhere.sees("メールアドレスを変えました");
            assertThat(portal.one("select email from account where email_key in (testing.mark('" + email
                            + "'), testing.mark('" + moved + "'))"))
                    .isEqualTo(moved);
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("m***@example.jp")
                    .doesNotContain(moved);
            elsewhere.open(link);
            elsewhere.sees("このリンクは使えません");
        }
    }

    /** A seeker who is also a company's contact needs no second address, and no page turns them away without a way on. */
    @Test
    void one_address_is_enough_for_both_sides() {
        String email = "both" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            person.open("/sign-up");
            person.signUp("<両方 する>", email);
            person.open("/company");
            assertThat(person.text()).contains("このページを開く権限がありません", "<両方 する> さんとして", "工業労政課", "0191-00-0000");
            person.picture("forbidden-390");
            person.follow("アカウント");
            person.press("企業の担当者としても使う");
            assertThat(person.page().url()).contains("/company");
            person.open("/my");
            person.sees("つぎにすること");
            person.open("/account");
            person.sees("求職者・学生", "企業の担当者");
            assertThat(person.text()).doesNotContain("ほかの使いみち");
            // And out of it again, but not while people of a company count on it.
            String id = portal.one("select id from account where email_key = testing.mark('" + email + "')");
            portal.run(
                    "set tsunagu.actor = 'system:test'; insert into company_member (id, company_id, account_id, role, joined_at, version)"
                            + " select -" + id + ", min(id), " + id + ", 'EDITOR', now(), 0 from company");
            person.press("企業の担当者としての使い方をやめる");
            person.sees("先に、会社の「担当者」の画面から外れてください");
            portal.run(
                    "set tsunagu.actor = 'system:test'; update company_member set left_at = now() where id = -" + id);
            person.press("企業の担当者としての使い方をやめる");
            person.sees("使い方をやめました", "ほかの使いみち");
            assertThat(person.page().locator("#actForCompany").count()).isEqualTo(1);
            person.open("/my/data");
            assertThat(person.text()).contains("削除");
        }
        String office = "office" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.atDesk(portal)) {
            person.open("/for-companies/sign-up");
            person.signUp("会社の 人", office);
            person.open("/account");
            person.press("仕事をさがす人としても使う");
            person.sees("同意がないと");
            person.finds_the_page_sound();
            person.page().check("#consent");
            person.press("仕事をさがす人としても使う");
            assertThat(person.page().url()).contains("/my");
            assertThat(portal.one(
                            "select count(*) from consent c join account a on a.person_id = c.person_id where a.email_key = testing.mark('"
                                    + office + "') and purpose = 'account'"))
                    .isEqualTo("2");
        }
    }

    /** The city's contact is one setting: under every page and letter, the other language included. */
    @Test
    void the_city_can_be_reached() {
        try (Visitor admin = Visitor.onPhone(portal)) {
            admin.signIn("admin@demo.example");
            admin.open("/staff/contact");
            admin.finds_the_page_sound();
            String office = admin.page().inputValue("#office");
            admin.page().fill("#office", "");
            admin.press("保存する");
            admin.sees("担当課の名前を入力してください");
            admin.finds_the_page_sound();
            admin.page().fill("#office", "とても長い名前の課".repeat(11));
            admin.press("保存する");
            admin.sees("問い合わせ先を保存しました");
            admin.finds_the_page_sound();
            admin.picture("contact-390");
            admin.page().selectOption("#mailFrom", "18");
            admin.page().selectOption("#mailUntil", "9");
            admin.press("保存する");
            admin.sees("終わりを始まりより後にしてください");
            admin.finds_the_page_sound();
            admin.page().selectOption("#mailFrom", "9");
            admin.page().selectOption("#mailUntil", "18");
            admin.press("保存する");
            admin.sees("問い合わせ先を保存しました");
            assertThat(admin.page().inputValue("#mailFrom") + "-" + admin.page().inputValue("#mailUntil"))
                    .isEqualTo("9-18");
            admin.page().selectOption("#mailFrom", "8");
            admin.page().selectOption("#mailUntil", "21");
            admin.page().fill("#office", office);
            admin.press("保存する");
            admin.sees("問い合わせ先を保存しました");
            admin.open("/en/jobs");
            assertThat(admin.page().locator("footer").innerText()).contains(office, "Telephone 0191-00-0000");
        }
        asked("seeker@demo.example");
        assertThat(
                        portal.one(
                                "select body from mail_outbox where recipient_key = testing.mark('seeker@demo.example') order by id desc limit 1"))
                .contains("市へのお問い合わせ", "電話 0191-00-0000");
    }

    /** 市章: one picture, drawn anew, at the head of every page; what is no picture is said to be none. */
    @Test
    void the_citys_crest_stands_on_every_page() throws Exception {
        BufferedImage drawn = new BufferedImage(200, 240, BufferedImage.TYPE_INT_ARGB);
        drawn.createGraphics().fillOval(20, 20, 160, 200);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/jobs");
            assertThat(visitor.page().locator(".brand-crest").count()).isZero();
            admin.signIn("admin@demo.example");
            admin.open("/staff/contact");
            admin.page()
                    .setInputFiles("#crest-file", new FilePayload("crest.png", "image/png", "no picture".getBytes()));
            admin.press("この画像にする");
            admin.sees("市章の画像");
            assertThat(admin.page().locator("#crest [role=alert]").innerText()).isNotBlank();
            admin.page().setInputFiles("#crest-file", new FilePayload("crest.png", "image/png", png.toByteArray()));
            admin.press("この画像にする");
            admin.sees("市章を変えました");
            admin.finds_the_page_sound();
            admin.picture("crest-1280");
            visitor.open("/jobs");
            String source = visitor.page().locator(".brand-crest").getAttribute("src");
            APIResponse crest = visitor.page().request().get(portal.url(source));
            assertThat(crest.status()).isEqualTo(200);
            assertThat(crest.headers().get("content-type")).startsWith("image/");
            visitor.finds_the_page_sound();
            admin.press("市章を外す");
            admin.sees("市章を外しました");
            visitor.open("/jobs");
            assertThat(visitor.page().locator(".brand-crest").count()).isZero();
        }
    }

    private String asked(String email) {
        Wire visitor = new Wire(portal);
        Map<String, String> form = Wire.form(visitor.get("/password"), "form");
        form.put("email", email);
        form.put("submit", "x");
        HttpResponse<String> answer = visitor.post("/password", form);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
