package tsunagu.internship.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room internship, and who may open them. */
public final class InternshipRoutes implements RoomRoutes {

    private static final String SUBMISSION = "select company_id from internship_submission where code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/internships/new", "/pages/company/internship-edit.xhtml", COMPANY),
                Route.forRoles("/company/internships/{submission}", "/pages/company/internship-edit.xhtml", COMPANY)
                        .ofCompany(SUBMISSION),
                Route.forRoles(
                                "/company/internships/{submission}/sent",
                                "/pages/company/internship-sent.xhtml",
                                COMPANY)
                        .ofCompany(SUBMISSION),
                Route.forRoles("/staff/internships/{internship}", "/pages/staff/take-down-internship.xhtml", STAFF),
                Route.forRoles(
                        "/staff/review/internships/{submission}", "/pages/staff/review-internship.xhtml", STAFF));
    }
}
