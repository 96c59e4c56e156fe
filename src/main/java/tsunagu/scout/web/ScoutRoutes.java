package tsunagu.scout.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room scout, and who may open them. */
public final class ScoutRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/scout", "/pages/scout/desk.xhtml", COMPANY),
                Route.forRoles("/my/scout", "/pages/scout/mine.xhtml", SEEKER));
    }
}
