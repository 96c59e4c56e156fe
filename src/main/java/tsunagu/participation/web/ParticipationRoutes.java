package tsunagu.participation.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room participation, and who may open them. */
public final class ParticipationRoutes implements RoomRoutes {

    private static final String PARTICIPATION = "select company_id from participation where code = :code";

    private static final String INTERNSHIP = "select company_id from internship where code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/participants", "/pages/participation/received.xhtml", COMPANY),
                Route.forRoles("/company/participants/{participation}", "/pages/participation/one.xhtml", COMPANY)
                        .ofCompany(PARTICIPATION),
                Route.forRoles("/company/recruitable", "/pages/participation/recruitable.xhtml", COMPANY),
                Route.forRoles("/company/runs/{internship}", "/pages/participation/runs.xhtml", COMPANY)
                        .ofCompany(INTERNSHIP),
                Route.forRoles("/internships/{internship}/apply", "/pages/participation/apply.xhtml", SEEKER),
                Route.forRoles("/my/internships/{participation}", "/pages/participation/mine.xhtml", SEEKER));
    }
}
