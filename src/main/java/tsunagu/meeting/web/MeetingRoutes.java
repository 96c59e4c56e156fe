package tsunagu.meeting.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.SEEKER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room meeting, and who may open them. */
public final class MeetingRoutes implements RoomRoutes {

    private static final String EXHIBITORS =
            "select x.company_id from event_exhibitor x join event e on e.id = x.event_id where e.code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/meetings", "/pages/meeting/rounds.xhtml", COMPANY),
                Route.forRoles("/company/meetings/{event}", "/pages/meeting/table.xhtml", COMPANY)
                        .ofCompany(EXHIBITORS),
                Route.forRoles("/events/{event}/meetings", "/pages/meeting/wish.xhtml", SEEKER),
                Route.forRoles("/staff/events/{event}/meetings", "/pages/meeting/round.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/meetings/certificate", "/internal/meeting-certificate", STAFF));
    }
}
