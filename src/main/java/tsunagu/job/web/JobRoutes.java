package tsunagu.job.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room job, and who may open them. */
public final class JobRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/staff/jobs", "/pages/staff/jobs.xhtml", STAFF, ADMINISTRATOR),
                Route.forRoles("/staff/state", "/pages/staff/state.xhtml", STAFF, ADMINISTRATOR),
                Route.forRoles("/staff/settings", "/pages/staff/settings.xhtml", ADMINISTRATOR),
                Route.forRoles("/staff/long-work", "/pages/staff/works.xhtml", STAFF),
                Route.forRoles("/staff/long-work/{work}", "/pages/staff/work.xhtml", STAFF));
    }
}
