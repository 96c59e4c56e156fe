package tsunagu.seeker.web;

import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room seeker, and who may open them. */
public final class SeekerRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/calendars/{secret}", "/internal/calendar-feed"),
                Route.forRoles("/my", "/pages/seeker/my.xhtml", SEEKER),
                Route.forRoles("/my/calendar", "/pages/seeker/calendar.xhtml", SEEKER),
                Route.forRoles("/my/data", "/pages/seeker/data.xhtml", SEEKER),
                Route.forRoles("/my/data/{format}", "/internal/own-data", SEEKER),
                Route.forRoles("/my/profile/{step}", "/pages/seeker/profile.xhtml", SEEKER));
    }
}
