package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** From the application for an internship to days recorded and a grant that the plan counts. */
class ParticipationIT {

    private final TestPortal portal = TestPortal.movable();

    @AfterEach
    void the_clock_goes_on() {
        portal.clock(null);
    }

    @Test
    void a_student_applies_comes_and_gets_the_grant_that_the_plan_counts() throws Exception {
        String before =
                portal.one("select coalesce(sum(quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                        + " where m.programme_id = 'internship-subsidy'");
        portal.run("set tsunagu.actor = 'test'; update internship_session set capacity = 1 where internship_id = "
                + own("id", 3));
        try (Visitor student = Visitor.onPhone(portal);
                Visitor other = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            String first = applied(student, "体験 花子", own("code", 3));
            String second = applied(other, "体験 次郎", own("code", 3));

            student.open("/internships/" + own("code", 3));
            student.sees("この仕事体験に申し込んでいます。");
            company.signIn("company@demo.example");
            company.open("/company");
            company.sees("つぎにすること", "返事を待っている仕事体験の申込み");
            company.open("/company/participants");
            company.sees("体験 花子", "体験 次郎");
            company.finds_the_page_sound();
            company.open("/company/participants/" + first);
            company.press("参加を決定する");
            company.sees("参加を決定し、本人にお知らせします。");
            company.finds_the_page_sound();
            company.open("/company/participants/" + second);
            company.press("参加を決定する");
            company.sees("この日程は満員です");
            assertThat(portal.one("select state from participation where code = '" + second + "'"))
                    .isEqualTo("APPLIED");

            company.open("/company/runs/" + own("code", 3));
            company.finds_the_page_sound();
            company.page().fill("#capacity1", "0");
            company.press("日程1を保存する");
            company.sees("参加決定の人数（1名）を下回れません");
            company.page().fill("#capacity1", "2");
            company.press("日程1を保存する");
            company.sees("日程を保存しました。");

            LocalDate starts = LocalDate.parse(
                    portal.one("select starts_on from internship where code = '" + own("code", 3) + "'"));
            portal.clock(
                    starts.plusDays(1).atTime(12, 0).atZone(FiscalYear.ZONE).toInstant());
            company.signIn("company@demo.example");
            company.open("/company/participants/" + first);
            company.page().fill("#days", "999");
            company.press("参加を記録する");
            company.sees("日数を入力してください");
            company.page().fill("#days", "2");
            company.press("参加を記録する");
            company.sees("参加を記録しました。", "2日");

            staff.signIn("staff@demo.example");
            staff.open("/staff/grants");
            staff.sees("体験 花子");
            staff.finds_the_page_sound();
            staff.page().fill("#amount-" + first, "12,000");
            staff.page().fill("#day-" + first, starts.plusDays(1).toString());
            staff.press("体験 花子 交付決定を記録する");
            staff.sees("交付決定を記録しました。", "12,000");
            staff.finds_the_page_sound();
            String figure = "select coalesce(sum(quantity), 0) from figure_row r join measure m on m.id = r.measure_id"
                    + " where m.programme_id = 'internship-subsidy'";
            assertThat(portal.one(figure)).isEqualTo(Integer.toString(Integer.parseInt(before) + 1));
            String year = FiscalYear.of(starts).code();
            staff.open("/staff/programmes/internship-subsidy/measures/persons?year=" + year);
            staff.sees("交付決定", "体験 花子");
            staff.open("/plan/programmes/internship-subsidy/measures/persons?year=" + year);
            assertThat(staff.text()).contains("少人数の記録", "1人").doesNotContain("体験 花子");
            student.open("/plan/programmes/internship-subsidy/measures/persons?year=" + year);
            student.sees("毎晩まとめて公開しています");
            assertThat(student.text()).doesNotContain("体験 花子");

            // Taken back, it counts no more; the row stays to be read.
            staff.open("/staff/grants?year=" + year);
            staff.page().locator("tr:has-text('体験 花子') summary").click();
            staff.page().locator("tr:has-text('体験 花子') input[type=text]").fill("二重に受け付けたため");
            staff.press("体験 花子 取り消す");
            staff.sees("交付決定を取り消しました。", "二重に受け付けたため");
            assertThat(portal.one(figure)).isEqualTo(before);
        }
    }

    /** 三省合意: only type 3 with the use of data announced may serve recruiting. */
    @Test
    void a_participant_of_another_type_reaches_no_recruiting_list() {
        try (Visitor student = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal)) {
            String open = applied(student, "見学 三郎", own("code", 1));
            LocalDate starts = LocalDate.parse(
                    portal.one("select starts_on from internship where code = '" + own("code", 1) + "'"));
            company.signIn("company@demo.example");
            company.open("/company/participants/" + open);
            company.press("参加を決定する");
            portal.clock(starts.atTime(12, 0).atZone(FiscalYear.ZONE).toInstant());
            company.signIn("company@demo.example");
            company.open("/company/participants/" + open);
            company.sees("採用活動に使えません", "saburo@example.jp");
            company.page().fill("#days", "1");
            company.press("参加を記録する");
            company.open("/company/recruitable");
            assertThat(company.text()).doesNotContain("見学 三郎");
            company.finds_the_page_sound();
            assertThat(portal.one("select count(*) from recruitable_participant r join participation p on p.id = r.id"
                            + " where p.type <> 3 or not p.data_used"))
                    .isEqualTo("0");

            LocalDate ends =
                    LocalDate.parse(portal.one("select s.ends_on from internship_session s join participation p"
                            + " on p.session_id = s.id where p.code = '" + open + "'"));
            portal.clock(ends.plusDays(62).atTime(12, 0).atZone(FiscalYear.ZONE).toInstant());
            company.signIn("company@demo.example");
            company.open("/company/participants/" + open);
            company.sees("表示の期間が過ぎました");
            assertThat(company.text()).doesNotContain("saburo@example.jp");
        }
    }

    /** @return the code of the application */
    private String applied(Visitor student, String name, String internship) {
        ApplicationsIT.signUp(student, name);
        student.open("/internships/" + internship);
        student.follow("この仕事体験に申し込む");
        student.finds_the_page_sound();
        student.press("申し込む");
        student.sees("学校を選んでください", "会社に伝えたいことを入力");
        student.finds_the_page_sound();
        student.page().selectOption("#atHighSchool", "no");
        student.page().selectOption("#school", "UNIVERSITY");
        student.page().fill("#email", "saburo@example.jp");
        student.page().fill("#message", "仕事の様子を見てみたいです。");
        student.page().check("#subsidy");
        student.page().check("#agreed");
        student.press("申し込む");
        student.sees("申し込みました。");
        student.finds_the_page_sound();
        return student.page().url().replaceFirst(".*/my/internships/", "").replaceFirst("[?].*", "");
    }

    /** Of an open internship of this type that the demonstration's company offers; made so where it offers none. */
    private String own(String column, int type) {
        String company = "(select m.company_id from company_member m join account a on a.id = m.account_id"
                + " where a.email_key = testing.mark('company@demo.example') and m.left_at is null)";
        String which = "from internship where company_id = " + company + " and type = " + type
                + " and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on >= cast(now() at time zone 'Asia/Tokyo' as date) and starts_on > cast(now() at time zone 'Asia/Tokyo' as date) order by id limit 1";
        if (portal.one("select id " + which) == null) {
            portal.run("set tsunagu.actor = 'test'; update internship set company_id = " + company
                    + " where id = (select id"
                    + " from internship where type = " + type
                    + " and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on >= cast(now() at time zone 'Asia/Tokyo' as date) and starts_on > cast(now() at time zone 'Asia/Tokyo' as date)"
                    + (type == 3 ? " and data_used" : "") + " order by id limit 1)");
        }
        return portal.one("select " + column + " " + which);
    }
}
