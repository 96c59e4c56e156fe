package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Lists that change while somebody looks at them: a button and a tick belong to what stood beside them, not to a place. */
class ListsIT {

    private static final String CONFLICT = "ほかの人が先に変更しました";

    private static final String OWN_COMPANY =
            "(select m.company_id from company_member m join account a on a.id = m.account_id"
                    + " where a.email_key = testing.mark('company@demo.example') and m.left_at is null)";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void an_invitation_that_arrives_meanwhile_is_not_the_one_that_is_accepted() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            ApplicationsIT.signUp(seeker, "誘われる 人");
            String person = portal.one("select max(id) from person where name = '誘われる 人'");
            portal.run(
                    "set tsunagu.actor = 'system:test'; insert into seeker_profile (person_id, born, stage, changed_at) values ("
                            + person + ", date '2000-04-01', 'SEEKING', now())");
            String first = company(0);
            invite("list-a-" + person, first, person, 2);
            seeker.open("/my/scout");
            invite("list-b-" + person, company(1), person, 1);
            seeker.press(name(first) + "の誘いを受ける");
            seeker.sees("誘いを受けました。");
            assertThat(state("list-a-" + person)).isEqualTo("ACCEPTED");
            assertThat(state("list-b-" + person)).isEqualTo("SENT");
            seeker.finds_the_page_sound();
            seeker.press(name(company(1)) + "の誘いを断る");
            assertThat(state("list-b-" + person)).isEqualTo("DECLINED");
        }
    }

    /** The button was on the page, and is not any more: that is said, not passed over. */
    @Test
    void a_button_that_is_gone_by_then_says_so() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            ApplicationsIT.signUp(seeker, "二つの窓 の人");
            seeker.open("/my/scout");
            portal.run(
                    "set tsunagu.actor = 'system:test'; insert into scout_profile (person_id, since) select max(id), now()"
                            + " from person where name = '二つの窓 の人'");
            seeker.press("スカウトを動かす（同意する）");
            seeker.sees(CONFLICT);
            seeker.finds_the_page_sound();
            seeker.press("止める");
            seeker.sees("スカウトを止めました。");
            assertThat(seeker.text()).doesNotContain(CONFLICT);
        }
    }

    @Test
    void the_member_beside_the_button_becomes_the_owner_and_nobody_else() {
        String left = member("並び 一郎");
        String meant = member("並び 二郎");
        String next = member("並び 三郎");
        try (Visitor owner = Visitor.atDesk(portal)) {
            owner.signIn("company@demo.example");
            owner.open("/company/members");
            leaves(left);
            owner.press("並び 二郎 代表にする");
            assertThat(role(meant)).isEqualTo("OWNER");
            assertThat(role(next)).isEqualTo("EDITOR");
            owner.sees("代表の担当者にしました。");

            leaves(next);
            owner.press("並び 三郎 外す");
            owner.sees(CONFLICT);
            owner.finds_the_page_sound();
            assertThat(role(meant)).isEqualTo("OWNER");
        } finally {
            for (String each : new String[] {meant, next}) {
                leaves(each);
            }
        }
    }

    @Test
    void the_posting_that_was_ticked_is_closed_whatever_stands_above_it_by_then() {
        String above = open(0);
        String meant = open(1);
        String next = open(2);
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company");
            company.page()
                    .check("[aria-label='" + portal.one("select title from posting where id = " + meant) + " を選ぶ']");
            portal.run("set tsunagu.actor = 'system:test'; update posting set company_id = " + company(0)
                    + " where id = " + above);
            company.press("選んだ求人を「採用が決まった」で終了");
            company.sees("募集を終了しました。");
            assertThat(portal.one("select ended_because from posting where id = " + meant))
                    .isEqualTo("FILLED");
            assertThat(portal.one("select ended_because from posting where id = " + next))
                    .isNull();
        } finally {
            portal.run(
                    "set tsunagu.actor = 'system:test'; update posting set company_id = " + OWN_COMPANY + " where id = "
                            + above + "; update posting set ended_at = null, ended_because = null where id in (" + meant
                            + ", " + next + ")");
        }
    }

    @Test
    void a_rank_belongs_to_the_person_it_was_given_to() {
        String event = portal.one(
                "select e.code from meeting_round r join event e on e.id = r.event_id where r.published_at is null");
        String round = portal.one(
                "select r.id from meeting_round r join event e on e.id = r.event_id where e.code = '" + event + "'");
        String favours = "meeting_favour where round_id = " + round + " and company_id = " + OWN_COMPANY;
        portal.run("delete from " + favours);
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/meetings/" + event);
            String meant = number(company, 0);
            company.page().fill("#p" + meant, "1");
            // A colleague puts the last one first: everybody stands one place lower.
            int last = company.page().locator("input.rank").count() - 1;
            portal.run("insert into meeting_favour (round_id, company_id, place, number) values (" + round + ", "
                    + OWN_COMPANY + ", 1, " + number(company, last) + ")");
            company.press("保存");
            company.sees("ほかの人が先に保存していました", "会いたい順（番号）");
            assertThat(company.page().inputValue("#p" + meant)).isEqualTo("1");
            company.press("保存");
            company.sees("保存しました。");
            assertThat(portal.one("select string_agg(number::text, ' ' order by place) from " + favours))
                    .isEqualTo(meant);
        } finally {
            portal.run("delete from " + favours);
        }
    }

    private static String number(Visitor company, int row) {
        return company.page().locator("input.rank").nth(row).getAttribute("id").substring(1);
    }

    @Test
    void a_company_that_calls_itself_the_city_is_not_called_so() {
        String code = portal.one("select code from company where id = " + OWN_COMPANY);
        try (Visitor company = Visitor.atDesk(portal);
                Visitor student = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/profile");
            String name = company.page().inputValue("#name");
            company.page().fill("#name", "一関市役所");
            company.page().fill("#website", "https://names.example");
            company.press("保存して公開する");
            company.sees("会社のページを書き換えました");
            assertThat(portal.one("select name from company where code = '" + code + "'"))
                    .isEqualTo(name);
            student.open("/companies/" + code);
            student.sees(name);
            assertThat(student.page().content()).doesNotContain("names.example");
            company.page().fill("#website", "http://names.example");
            company.press("保存して公開する");
            company.sees("https:// で始まるアドレスを入力してください");
            company.open("/company/profile");
            company.sees("市の確認を待っている変更", "https://names.example");
            company.finds_the_page_sound();

            staff.signIn("staff@demo.example");
            staff.open("/staff/review?kind=NAME");
            staff.sees("公的機関に見える");
            staff.finds_the_page_sound();
            staff.follow("一関市役所");
            staff.sees("公的機関の名前に見えます", name, "一関市役所", "https://names.example");
            staff.finds_the_page_sound();
            staff.press("公開しない");
            staff.sees("理由や直してほしい点を入力してください");
            staff.page().fill("#why", "市と間違えられます。");
            staff.press("公開しない");
            staff.sees("会社名などの変更を公開しないことにしました");
            company.open("/company/profile");
            company.sees("会社名などの変更は公開されませんでした", "市と間違えられます。");
            company.finds_the_page_sound();
            assertThat(company.page().inputValue("#name")).isEqualTo(name);

            company.page().fill("#name", name + "二");
            company.press("保存して公開する");
            company.press("変更を取り下げる");
            company.sees("会社名などの変更を取り下げました");
            assertThat(company.page().inputValue("#name")).isEqualTo(name);
        }
    }

    private void invite(String code, String company, String person, int minutesAgo) {
        portal.run(
                "set tsunagu.actor = 'system:test'; insert into scout_invitation (id, code, company_id, person_id, alias, posting, words,"
                        + " state, sent_at, lapses_at) values (nextval('tsunagu_seq'), '" + code + "', " + company
                        + ", " + person + ", 'alias', '"
                        + portal.one("select code from posting order by id limit 1")
                        + "', 'お誘いします', 'SENT', now() - interval '" + minutesAgo
                        + " minutes', now() + interval '7 days')");
    }

    private String state(String invitation) {
        return portal.one("select state from scout_invitation where code = '" + invitation + "'");
    }

    /** A company that is not the demonstration's own account's. */
    private String company(int number) {
        return portal.one("select id from company where merged_into is null and id <> " + OWN_COMPANY
                + " order by id limit 1 offset " + number);
    }

    private String name(String company) {
        return portal.one("select name from company where id = " + company);
    }

    /** One who acts for the demonstration's company. @return the member's number */
    private String member(String name) {
        String mail = "list" + System.nanoTime() + "@demo.example";
        portal.run(
                "set tsunagu.actor = 'system:test'; with p as (insert into person (id, name, created_at, version) values"
                        + " (nextval('tsunagu_seq'), '" + name + "', now(), 0) returning id)"
                        + " insert into account (id, person_id, email, email_key, password_hash, state, created_at, version)"
                        + " select nextval('tsunagu_seq'), id, " + portal.sealed(mail) + ", testing.mark('" + mail
                        + "'), 'none', 'ACTIVE', now(), 0 from p");
        portal.run(
                "set tsunagu.actor = 'system:test'; insert into company_member (id, company_id, account_id, role, joined_at, version)"
                        + " select nextval('tsunagu_seq'), " + OWN_COMPANY
                        + ", id, 'EDITOR', now(), 0 from account where email_key = testing.mark('" + mail + "')");
        return portal.one(
                "select m.id from company_member m join account a on a.id = m.account_id where a.email_key = testing.mark('"
                        + mail + "')");
    }

    private void leaves(String member) {
        portal.run(
                "set tsunagu.actor = 'system:test'; update company_member set left_at = now(), version = version + 1 where id = "
                        + member + " and left_at is null");
    }

    private String role(String member) {
        return portal.one("select role from company_member where id = " + member);
    }

    /** Open postings of the demonstration's company, the newest first. */
    private String open(int number) {
        return portal.one("select id from posting where company_id = " + OWN_COMPANY
                + " and ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date)"
                + " and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) + 2 order by id desc limit 1 offset "
                + number);
    }
}
