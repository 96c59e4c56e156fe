package tsunagu.grant.web;

import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room grant, and who may open them. */
public final class GrantRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(Route.forRoles("/staff/grants", "/pages/staff/grants.xhtml", STAFF));
    }
}
