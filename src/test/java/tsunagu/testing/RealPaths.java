package tsunagu.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of the portal that lead to something, for tests that walk all routes. */
public final class RealPaths {

    private final TestPortal portal;

    public RealPaths(TestPortal portal) {
        this.portal = portal;
    }

    /** A fair with meetings at which the demonstration's company has a stand; any other event has neither address. */
    private String fair() {
        return portal.one(
                "select e.code from event e join meeting_round r on r.event_id = e.id"
                        + " join event_exhibitor x on x.event_id = e.id join company_member m on m.company_id = x.company_id and m.left_at is null"
                        + " join account a on a.id = m.account_id and a.email_key = testing.mark('company@demo.example') order by e.id limit 1");
    }

    /** The same with records of the demonstration's people where they have one: to them such a page has a form. */
    public String theirs(String pattern) {
        String company = "(select m.company_id from company_member m join account a on a.id = m.account_id"
                + " where a.email_key = testing.mark('company@demo.example') and m.left_at is null limit 1)";
        String person = "(select person_id from account where email_key = testing.mark('seeker@demo.example'))";
        Map<String, String> records = new LinkedHashMap<>();
        records.put(
                "/company/applications/{application}",
                "select code from job_application where company_id = " + company);
        records.put("/my/applications/{application}", "select code from job_application where person_id = " + person);
        records.put(
                "/company/participants/{participation}",
                "select p.code from participation p where company_id = " + company);
        records.put("/company/runs/{internship}", "select code from internship where company_id = " + company);
        records.put(
                "/staff/review/companies/{admission}", "select code from company_admission where state = 'SUBMITTED'");
        records.put("/staff/review/jobs/{submission}", "select code from posting_submission where state = 'SUBMITTED'");
        records.put(
                "/staff/review/internships/{submission}",
                "select code from internship_submission where state = 'SUBMITTED'");
        records.put("/staff/privacy-cases/{case}", "select id from privacy_case where outcome is null");
        records.put("/staff/privacy-incidents/{incident}", "select id from privacy_incident where closed_on is null");
        records.put("/tickets/{ticket}/edit", "select ticket_token from registration where state = 'CONFIRMED'");
        String select = records.get(pattern);
        String found = select == null ? null : portal.one(select + " limit 1");
        if (select == null) {
            return of(pattern);
        }
        if (found == null) {
            throw new IllegalStateException("the demonstration has nothing for " + pattern);
        }
        return pattern.replaceFirst("\\{[a-z]+}", found);
    }

    /** @return the pattern with every part in braces filled in: with a record there is, where one can be had without being made */
    public String of(String pattern) {
        Map<String, String> session = portal.someSession();
        if (pattern.endsWith("/meetings/{event}")
                || pattern.contains("{event}/meetings")
                || pattern.equals("/company/booths/{event}")) {
            return pattern.replace("{event}", fair());
        }
        if (pattern.equals("/events/{event}/booths/{company}")) {
            return pattern.replace("{event}", fair())
                    .replace(
                            "{company}",
                            portal.one(
                                    "select code from company where id not in (select company_id from event_exhibitor)"
                                            + " order by id limit 1"));
        }
        return pattern.replace("{event}", session.get("code"))
                .replace("{session}", session.get("id"))
                .replace(
                        "{registration}",
                        portal.one("select coalesce((select short_code from registration where session_id = "
                                + session.get("id") + " order by id limit 1), 'none')"))
                .replace(
                        "{company}",
                        portal.one("select c.code from company c join company_picture p on p.company_id = c.id"
                                + " where p.number = 0 and c.merged_into is null order by c.id limit 1"))
                .replace("{number}", "0")
                .replace(
                        "{job}",
                        portal.one("select code from posting where opens_on < now() - interval '2 days'"
                                + " order by id limit 1"))
                .replace(
                        "{internship}",
                        portal.one("select code from internship where opens_on < now() - interval '2 days'"
                                + " order by id limit 1"))
                .replace("{part}", "job-0.xml")
                .replace("{kind}", "events")
                .replace("{code}", session.get("code"))
                .replace("{programme}", "youth-job-retention")
                .replace("{indicator}", "plan-1")
                .replace("{paper}", "2")
                .replace("{measure}", "held")
                .replace(
                        "{into}",
                        portal.one("select code from company where merged_into is null and id <= " + portal.loaded()
                                + " order by id desc limit 1"))
                .replace("{secret}", "AAAAAAAAAAAAAAAAAAAAAA")
                .replace("{submission}", "nothing")
                .replace("{application}", "nothing")
                .replace("{participation}", "nothing")
                .replace("{file}", "nothing")
                .replace("{admission}", "nothing")
                .replace("{change}", "nothing")
                .replace(
                        "{account}",
                        portal.one("select id from account where email_key = testing.mark('door@demo.example')"))
                .replace("{case}", "0")
                .replace("{incident}", "0")
                .replace("{step}", "wishes")
                .replace("{format}", "json")
                .replace("{list}", "nothing")
                .replace("{form}", "table.csv")
                .replace("{office}", "job-cafe")
                .replace("{booking}", "nothing")
                .replace("{work}", "nothing")
                .replace("{way}", "company")
                .replace("{token}", "AAAAAAAAAAAAAAAAAAAAAA")
                .replace("{ticket}", "AAAAAAAAAAAAAAAAAAAAAA");
    }
}
