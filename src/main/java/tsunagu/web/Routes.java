package tsunagu.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.COMMITTEE;
import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.DOOR;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.PARTNER;
import static tsunagu.shared.Role.SEEKER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;

/**
 * The one list of addresses and who may open them. What is not on it does not exist (404); a test walks it with every
 * role. Order matters where a fixed segment and a part in braces could both match: the fixed one comes first.
 */
public final class Routes {

    public static final List<Route> ALL = List.of(
            Route.open("/", "/pages/home.xhtml"),
            Route.open("/companies", "/pages/finding/list.xhtml"),
            Route.open("/companies/compare", "/pages/finding/compare.xhtml"),
            Route.open("/companies/{company}", "/pages/finding/company.xhtml"),
            Route.open("/companies/{company}/pictures/{number}", "/internal/picture"),
            Route.open("/jobs", "/pages/finding/list.xhtml"),
            Route.open("/jobs/compare", "/pages/finding/compare.xhtml"),
            Route.open("/jobs/{job}", "/pages/finding/job.xhtml"),
            Route.open("/internships", "/pages/finding/list.xhtml"),
            Route.open("/internships/{internship}", "/pages/finding/internship.xhtml"),
            Route.open("/events", "/pages/finding/list.xhtml"),
            Route.open("/events/{event}", "/pages/finding/event.xhtml"),
            Route.open("/keep", "/pages/finding/keep.xhtml"),
            Route.open("/class", "/pages/finding/class.xhtml"),
            Route.open("/class/{company}", "/pages/finding/sheet.xhtml"),
            Route.open("/events.ics", "/internal/event-feed"),
            Route.open("/opendata/events.csv", "/internal/event-table"),
            Route.open("/opendata/plan.csv", "/internal/plan-table"),
            Route.open("/robots.txt", "/internal/robots"),
            Route.open("/sitemap.xml", "/internal/sitemap"),
            Route.open("/sitemaps/{part}", "/internal/sitemap"),
            Route.open("/api/v1/plan", "/internal/plan-api"),
            Route.open("/api/v1/{kind}", "/internal/api"),
            Route.open("/api/v1/{kind}/{code}", "/internal/api"),
            Route.open("/openapi", "/internal/openapi"),
            Route.open("/plan", "/pages/plan/plan.xhtml"),
            Route.open("/plan/programmes/{programme}", "/pages/plan/programme.xhtml"),
            Route.open("/plan/programmes/{programme}/measures/{measure}", "/pages/plan/rows.xhtml"),
            Route.open("/plan/indicators/{indicator}", "/pages/plan/indicator.xhtml"),
            Route.open("/privacy", "/pages/account/privacy.xhtml"),
            Route.open("/mailbox", "/pages/account/mailbox.xhtml"),

            Route.open("/for-companies", "/pages/company/for-companies.xhtml"),
            Route.openForm("/for-companies/sign-up", "/pages/account/sign-up.xhtml"),

            Route.openForm("/sign-in", "/pages/account/sign-in.xhtml"),
            Route.openForm("/sign-up", "/pages/account/sign-up.xhtml"),
            Route.forAccounts("/sign-out", "/pages/account/sign-out.xhtml"),

            Route.open("/events/{event}/sessions/{session}/lottery", "/pages/event/lottery.xhtml"),
            Route.open("/events/{event}/files/{file}", "/internal/event-file"),
            Route.openForm("/events/{event}/booths/{company}", "/pages/booth/visit.xhtml"),
            Route.openForm("/tickets/{ticket}/certificate.pdf", "/internal/certificate"),
            Route.openForm("/events/{event}/sessions/{session}/register", "/pages/event/register.xhtml"),
            Route.forRoles("/my/kept", "/internal/kept", SEEKER),
            Route.forRoles("/my", "/pages/event/my.xhtml", SEEKER),
            Route.openForm("/tickets/{ticket}", "/pages/event/ticket.xhtml"),
            Route.openForm("/tickets/{ticket}/edit", "/pages/event/ticket-edit.xhtml"),
            Route.openForm("/tickets/{ticket}/questionnaire", "/pages/event/questionnaire.xhtml"),
            Route.openForm("/tickets/{ticket}/booths", "/pages/booth/mine.xhtml"),
            Route.openForm("/tickets/{ticket}/code.svg", "/internal/ticket-code"),
            Route.openForm("/tickets/{ticket}/calendar.ics", "/internal/ticket-calendar"),

            Route.forRoles("/jobs/{job}/apply", "/pages/application/apply.xhtml", SEEKER),
            Route.forRoles("/internships/{internship}/apply", "/pages/participation/apply.xhtml", SEEKER),
            Route.forRoles("/my/internships/{participation}", "/pages/participation/mine.xhtml", SEEKER),
            Route.forRoles("/company/participants", "/pages/participation/received.xhtml", COMPANY),
            Route.forRoles("/company/participants/{participation}", "/pages/participation/one.xhtml", COMPANY),
            Route.forRoles("/company/recruitable", "/pages/participation/recruitable.xhtml", COMPANY),
            Route.forRoles("/company/runs/{internship}", "/pages/participation/runs.xhtml", COMPANY),
            Route.forRoles("/monthly", "/pages/support/monthly.xhtml", PARTNER, STAFF),
            Route.forRoles("/staff/partners", "/pages/support/partners.xhtml", STAFF),
            Route.forRoles("/staff/grants", "/pages/staff/grants.xhtml", STAFF),
            Route.forRoles("/my/applications/{application}", "/pages/application/mine.xhtml", SEEKER),
            Route.forRoles("/my/applications/{application}/files", "/internal/application-file", SEEKER),
            Route.forRoles("/files/{file}", "/internal/application-file", SEEKER, COMPANY),
            Route.forRoles("/company/applications", "/pages/application/received.xhtml", COMPANY),
            Route.forRoles("/company/applications/{application}", "/pages/application/one.xhtml", COMPANY),
            Route.forRoles("/company", "/pages/company/desk.xhtml", COMPANY),
            Route.forRoles("/company/admission", "/pages/company/admission.xhtml", COMPANY),
            Route.forRoles("/company/profile", "/pages/company/profile.xhtml", COMPANY),
            Route.forRoles("/company/pictures", "/internal/company-picture", COMPANY),
            Route.forRoles("/company/booths", "/pages/booth/fairs.xhtml", COMPANY),
            Route.forRoles("/company/booths/{event}", "/pages/booth/desk.xhtml", COMPANY),
            Route.forRoles("/company/survey", "/pages/company/survey.xhtml", COMPANY),
            Route.forRoles("/company/statistics", "/pages/company/statistics.xhtml", COMPANY),
            Route.forRoles("/company/members", "/pages/company/members.xhtml", COMPANY),
            Route.forRoles("/company/invitations/{secret}", "/pages/company/invitation.xhtml", COMPANY),
            Route.forRoles("/tables", "/internal/table", COMPANY, STAFF, PARTNER),
            Route.forRoles("/company/editions/{job}", "/pages/company/editions.xhtml", COMPANY),
            Route.forRoles("/company/jobs/import", "/pages/company/job-import.xhtml", COMPANY),
            Route.forRoles("/company/jobs/new", "/pages/company/job-edit.xhtml", COMPANY),
            Route.forRoles("/company/jobs/{proposal}", "/pages/company/job-edit.xhtml", COMPANY),
            Route.forRoles("/company/jobs/{proposal}/sent", "/pages/company/proposal.xhtml", COMPANY),
            Route.forRoles("/company/internships/new", "/pages/company/internship-edit.xhtml", COMPANY),
            Route.forRoles("/company/internships/{proposal}", "/pages/company/internship-edit.xhtml", COMPANY),
            Route.forRoles("/company/internships/{proposal}/sent", "/pages/company/internship-sent.xhtml", COMPANY),

            Route.forRoles("/door", "/pages/event/door.xhtml", STAFF, DOOR),
            Route.open("/door/worker.js", "/internal/door-worker"),
            Route.forRoles("/door/{session}", "/pages/event/door-app.xhtml", STAFF, DOOR),
            Route.forRoles("/door/{session}/form", "/pages/event/check-in.xhtml", STAFF, DOOR),
            Route.forRoles("/door/{session}/device", "/internal/door-device", STAFF, DOOR),
            Route.openForm("/door/{session}/list", "/internal/door-list"),
            Route.openForm("/door/{session}/facts", "/internal/door-facts"),
            Route.forRoles("/staff/sessions/{session}/door", "/pages/staff/door-inbox.xhtml", STAFF),
            Route.forRoles("/staff/sessions/{session}/registrations", "/pages/staff/roster.xhtml", STAFF),
            Route.forRoles("/staff/sessions/{session}/registrations.csv", "/internal/roster-table", STAFF),
            Route.forRoles("/staff/sessions/{session}/badges", "/pages/staff/badges.xhtml", STAFF),
            Route.forRoles("/staff/sessions/{session}/import", "/pages/staff/attendance-import.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/questions", "/pages/staff/questions.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/results", "/pages/staff/results.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/poster", "/pages/staff/poster.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/exhibitors", "/pages/staff/exhibitors.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/booth-cards", "/pages/staff/booth-cards.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/files", "/internal/event-file", STAFF),
            Route.forRoles("/staff/sessions/{session}/paper", "/pages/staff/paper.xhtml", STAFF),

            Route.forRoles("/staff", "/pages/staff/home.xhtml", STAFF),
            Route.forRoles("/staff/review", "/pages/staff/review.xhtml", STAFF),
            Route.forRoles("/staff/review/companies/{admission}", "/pages/staff/review-company.xhtml", STAFF),
            Route.forRoles("/staff/review/internships/{proposal}", "/pages/staff/review-internship.xhtml", STAFF),
            Route.forRoles("/staff/review/jobs/{proposal}", "/pages/staff/review-job.xhtml", STAFF),
            Route.forRoles("/staff/companies/duplicates", "/pages/staff/duplicates.xhtml", STAFF),
            Route.forRoles("/staff/companies/{company}/merge/{into}", "/pages/staff/merge.xhtml", STAFF),
            Route.forRoles("/staff/companies/import", "/pages/staff/company-import.xhtml", STAFF),
            Route.forRoles("/staff/survey", "/pages/staff/survey.xhtml", STAFF),
            Route.forRoles("/staff/placements", "/pages/staff/placements.xhtml", STAFF),
            Route.forRoles("/staff/people", "/pages/staff/people.xhtml", STAFF),
            Route.forRoles("/staff/mail", "/pages/staff/mail.xhtml", STAFF, ADMINISTRATOR),
            Route.forRoles("/staff/minimum-wages", "/pages/staff/minimum-wages.xhtml", STAFF),
            Route.forRoles("/staff/events", "/pages/staff/events.xhtml", STAFF),
            Route.forRoles("/staff/events/new", "/pages/staff/event-edit.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}", "/pages/staff/event.xhtml", STAFF),
            Route.forRoles("/staff/events/{event}/edit", "/pages/staff/event-edit.xhtml", STAFF),
            Route.forRoles("/staff/sessions/{session}/head-counts", "/pages/staff/head-counts.xhtml", STAFF),
            Route.forRoles("/staff/indicators/{indicator}", "/pages/staff/indicator.xhtml", STAFF),
            Route.forRoles("/staff/programmes/{programme}", "/pages/staff/programme.xhtml", STAFF),
            Route.forRoles("/staff/programmes/{programme}/measures/{measure}/definition", "/pages/staff/definition.xhtml", STAFF),
            Route.forRoles("/staff/programmes/{programme}/measures/{measure}", "/pages/staff/rows.xhtml", STAFF),

            Route.forRoles("/evaluations", "/pages/evaluation/list.xhtml", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/evaluations/{programme}", "/pages/evaluation/sheet.xhtml", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/staff/evaluations/{programme}", "/pages/evaluation/edit.xhtml", STAFF),
            Route.forRoles("/papers/{paper}", "/pages/paper/paper.xhtml", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/papers/{paper}/table.xlsx", "/internal/paper", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/papers/{paper}/print.pdf", "/internal/paper", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/official", "/pages/evaluation/official.xhtml", COMMITTEE, STAFF, MANAGER),
            Route.forRoles("/official/records.zip", "/internal/official-records", COMMITTEE, STAFF, MANAGER),

            Route.forRoles("/accounts", "/pages/account/accounts.xhtml", ADMINISTRATOR));

    private Routes() {}
}
