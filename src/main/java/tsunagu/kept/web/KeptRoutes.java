package tsunagu.kept.web;

import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room kept, and who may open them. */
public final class KeptRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/companies/compare", "/pages/finding/compare.xhtml"),
                Route.open("/jobs/compare", "/pages/finding/compare.xhtml"),
                Route.open("/keep", "/pages/finding/keep.xhtml"),
                Route.forRoles("/my/kept", "/internal/kept", SEEKER));
    }
}
