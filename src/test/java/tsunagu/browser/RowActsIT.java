package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Desks' lists that change while somebody looks at them: a button means the record beside it, as it was seen. */
class RowActsIT {

    private static final String CONFLICT = "ほかの人が先に変更しました";

    private final TestPortal portal = TestPortal.shared();
    private final String tag = Long.toString(System.nanoTime());

    @Test
    void an_earlier_booking_that_comes_in_is_not_the_one_that_is_called_off() {
        try (Visitor desk = Visitor.atDesk(portal)) {
            desk.signIn("staff@demo.example");
            String office =
                    portal.one("select o.code from consultation_office o join consultation_time t on t.office_id = o.id"
                            + " where " + FREE + " group by o.code having count(*) > 2 order by o.code limit 1");
            book("のちの 人" + tag, office, "desc");
            desk.open("/consultation-desk?office=" + office);
            book("さきの 人" + tag, office, "asc");
            String row = "tr:has-text('のちの 人" + tag + "')";
            desk.page().click(row + " summary");
            desk.page().click(row + " button:text-is('はい、窓口の都合で取り消す')");
            desk.sees("取り消し、本人に知らせました。", "さきの 人" + tag);
            assertThat(booking("のちの 人" + tag)).isEqualTo("CALLED_OFF");
            assertThat(booking("さきの 人" + tag)).isEqualTo("BOOKED");
        }
    }

    @Test
    void the_account_beside_the_button_is_stopped_and_no_stranger_who_signed_up_meanwhile() {
        String meant = account("並び 止める" + tag, "aab" + tag + "@demo.example");
        String before = account("並び 前の" + tag, "aaa" + tag + "@demo.example");
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor other = Visitor.atDesk(portal);
                Visitor stranger = Visitor.onPhone(portal)) {
            admin.signIn("admin@demo.example");
            admin.open("/accounts?q=" + tag + "&sort=-openedAt");
            other.signIn("admin@demo.example");
            other.open("/accounts?q=止める" + tag);
            stranger.open("/sign-up");
            stranger.signUp("割り込む 人" + tag, "aa0" + tag + "@demo.example");

            admin.page().click("summary[aria-label='並び 止める" + tag + " 停止']");
            admin.page().fill("#why-" + meant, "異動");
            admin.press("並び 止める" + tag + " 停止する");
            admin.sees("アカウントの状態を変えました。");
            assertThat(state(meant)).isEqualTo("DISABLED");
            assertThat(state(before)).isEqualTo("ACTIVE");
            assertThat(portal.one(
                            "select state from account where email_key = testing.mark('aa0" + tag + "@demo.example')"))
                    .isEqualTo("ACTIVE");
            assertThat(portal.one(
                            "select count(*) from account a join person p on p.id = a.person_id where a.state = 'DISABLED' and p.name like '%"
                                    + tag + "%'"))
                    .isEqualTo("1");

            // Stopped from another window that still shows it as active, it is not stopped once more.
            String epoch = portal.one("select epoch from account where id = " + meant);
            other.page().click("summary[aria-label='並び 止める" + tag + " 停止']");
            other.page().fill("#why-" + meant, "退職");
            other.press("並び 止める" + tag + " 停止する");
            other.sees(CONFLICT, "停止中");
            assertThat(portal.one("select epoch from account where id = " + meant))
                    .isEqualTo(epoch);
            assertThat(other.page().inputValue("#why-" + meant))
                    .as("what was typed stays")
                    .isEqualTo("退職");
            other.press("並び 止める" + tag + " 再開する");
            other.sees("アカウントの状態を変えました。");
            assertThat(state(meant)).isEqualTo("ACTIVE");
        }
    }

    @Test
    void a_pair_is_merged_and_parted_once_and_no_newer_pair_instead() {
        portal.run("set tsunagu.actor = 'system:test'; " + twice("組一 同じ" + tag));
        try (Visitor one = Visitor.atDesk(portal);
                Visitor other = Visitor.atDesk(portal)) {
            one.signIn("staff@demo.example");
            other.signIn("staff@demo.example");
            one.open("/staff/people?q=" + tag);
            other.open("/staff/people?q=" + tag);
            portal.run("set tsunagu.actor = 'system:test'; " + twice("組二 同じ" + tag));
            one.press("組一 同じ" + tag + " 同じ人として数える");
            one.sees("同じ人として数えます。");
            assertThat(merged("組一 同じ" + tag)).isEqualTo("1");
            assertThat(merged("組二 同じ" + tag)).isEqualTo("0");
            other.press("組一 同じ" + tag + " 同じ人として数える");
            other.sees(CONFLICT);
            other.finds_the_page_sound();
            one.press("組一 同じ" + tag + " 別の人に戻す");
            one.sees("別の人に戻しました。");
            other.press("組一 同じ" + tag + " 別の人に戻す");
            other.sees(CONFLICT);
            assertThat(merged("組一 同じ" + tag)).isEqualTo("0");
        }
    }

    /** The paper list: ticks belong to people, also when somebody was entered before them meanwhile. */
    @Test
    void a_tick_on_the_paper_list_is_the_persons_who_was_ticked() {
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into event (id, code, type, title, state, published_at, area, version)"
                + " values (nextval('tsunagu_seq'), 'p" + tag + "', 'SEMINAR', '紙 " + tag
                + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', (b at time zone 'Asia/Tokyo')::date, b, b + interval '1 hours',"
                + " extract(year from (b at time zone 'Asia/Tokyo')::date - interval '3 months')::int, 'PLANNED', 3, 1"
                + " from event e, (select now() - interval '1 hour' as b) x where e.code = 'p" + tag + "'");
        String session = portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id where e.code = 'p" + tag + "'");
        registered(session, "いずみ 次郎" + tag, 1);
        registered(session, "うえの 三郎" + tag, 2);
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/paper");
            staff.page().getByLabel("いずみ 次郎" + tag).check();
            registered(session, "あおき 一郎" + tag, 3);
            staff.press("印を付けた人を出席にする");
            staff.page().waitForLoadState();
            assertThat(portal.one(
                            "select string_agg(p.name, ',') from attendance a join person p on p.id = a.person_id where a.session_id = "
                                    + session))
                    .isEqualTo("いずみ 次郎" + tag);
        }
    }

    private void registered(String session, String name, int number) {
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + name
                + "', now(), 1);"
                + " insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                + " values (nextval('tsunagu_seq'), " + session
                + ", currval('tsunagu_seq') - 50, 'EMPLOYEE', 'CONFIRMED',"
                + " 'Row" + tag + "n" + number + "', '1000000" + number + "', now(), 1)");
    }

    /** Free from the day after tomorrow on, as the desk shows it. */
    private static final String FREE =
            "t.withdrawn_at is null and t.starts_at between now() + interval '2 days' and now() + interval '20 days'"
                    + " and not exists (select 1 from consultation_booking b where b.time_id = t.id and b.state in ('BOOKED', 'KEPT', 'MISSED'))";

    private void book(String name, String office, String order) {
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + name
                + "', now(), 1);"
                + " insert into consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version)"
                + " select nextval('tsunagu_seq'), 'row-' || p.id, t.id, p.id, false, 'BOOKED', now(), now(), 1"
                + " from (select max(id) as id from person where name = '" + name + "') p,"
                + " (select t.id from consultation_time t join consultation_office o on o.id = t.office_id where o.code = '"
                + office + "' and "
                + FREE + " order by t.starts_at " + order + " limit 1) t");
    }

    private String booking(String name) {
        return portal.one(
                "select state from consultation_booking where person_id = (select max(id) from person where name = '"
                        + name + "')");
    }

    /** A member of staff with an account; nobody signs in with it. */
    private String account(String name, String email) {
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + name
                + "', now(), 1);"
                + " insert into account (id, person_id, email, email_key, password_hash, state, created_at, version)"
                + " select nextval('tsunagu_seq'), max(id), " + portal.sealed(email) + ", testing.mark('" + email
                + "'), 'none', 'ACTIVE', now(), 1 from person where name = '" + name + "';"
                + " insert into account_role select id, 'STAFF' from account where email_key = testing.mark('" + email
                + "')");
        return portal.one("select id from account where email_key = testing.mark('" + email + "')");
    }

    private String state(String account) {
        return portal.one("select state from account where id = " + account);
    }

    /** SQL of one person who registered twice. */
    private String twice(String name) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            sql.append("insert into person (id, name, reading, created_at, version) values (nextval('tsunagu_seq'), '"
                    + name
                    + "', 'おなじ', now(), 1); insert into registration (id, session_id, person_id, role, state, ticket_token, short_code,"
                    + " created_at, version) select nextval('tsunagu_seq'), s.id, currval('tsunagu_seq') - 50, 'GENERAL', 'CANCELLED',"
                    + " 'Row" + Math.abs(name.hashCode()) + "x" + i
                    + "AAAAAAAAA', floor(random() * 89999999 + 10000000)::text, now(), 1 from event_session s where s.id = "
                    + portal.someSession().get("id") + "; ");
        }
        return sql.toString();
    }

    private String merged(String name) {
        return portal.one("select count(*) from person where name = '" + name + "' and merged_into is not null");
    }
}
