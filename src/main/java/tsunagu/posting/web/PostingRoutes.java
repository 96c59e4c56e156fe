package tsunagu.posting.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room posting, and who may open them. */
public final class PostingRoutes implements RoomRoutes {

    private static final String POSTING = "select company_id from posting where code = :code";

    private static final String SUBMISSION = "select company_id from posting_submission where code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company", "/pages/company/desk.xhtml", COMPANY),
                Route.forRoles("/company/editions/{job}", "/pages/company/editions.xhtml", COMPANY)
                        .ofCompany(POSTING),
                Route.forRoles("/company/jobs/import", "/pages/company/job-import.xhtml", COMPANY)
                        .withTable(),
                Route.forRoles("/company/jobs/new", "/pages/company/job-edit.xhtml", COMPANY),
                Route.forRoles("/company/jobs/{submission}", "/pages/company/job-edit.xhtml", COMPANY)
                        .ofCompany(SUBMISSION),
                Route.forRoles("/company/jobs/{submission}/sent", "/pages/company/submission.xhtml", COMPANY)
                        .ofCompany(SUBMISSION),
                Route.forRoles("/staff/jobs/{job}", "/pages/staff/take-down-job.xhtml", STAFF),
                Route.forRoles("/staff/minimum-wages", "/pages/staff/minimum-wages.xhtml", STAFF),
                Route.forRoles("/staff/postings", "/pages/staff/postings.xhtml", STAFF),
                Route.forRoles("/staff/review", "/pages/staff/review.xhtml", STAFF),
                Route.forRoles("/staff/review/next", "/internal/review-next", STAFF),
                Route.forRoles("/staff/review/jobs/{submission}", "/pages/staff/review-job.xhtml", STAFF));
    }
}
