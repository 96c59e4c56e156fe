package tsunagu.application.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.SEEKER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room application, and who may open them. */
public final class ApplicationRoutes implements RoomRoutes {

    private static final String APPLICATION = "select company_id from job_application where code = :code";

    private static final String FILE =
            "select a.company_id from job_application_file f join job_application a on a.id = f.application_id where f.code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/applications", "/pages/application/received.xhtml", COMPANY),
                Route.forRoles("/company/applications/{application}", "/pages/application/one.xhtml", COMPANY)
                        .ofCompany(APPLICATION),
                Route.forRoles("/company/statistics", "/pages/company/statistics.xhtml", COMPANY),
                Route.forRoles("/files/{file}", "/internal/application-file", SEEKER, COMPANY)
                        .ofCompany(FILE),
                Route.forRoles("/jobs/{job}/apply", "/pages/application/apply.xhtml", SEEKER),
                Route.forRoles("/my/applications/{application}", "/pages/application/mine.xhtml", SEEKER),
                Route.forRoles("/my/applications/{application}/files", "/internal/application-file", SEEKER)
                        .withFile(),
                Route.forRoles("/staff/placements", "/pages/staff/placements.xhtml", STAFF));
    }
}
