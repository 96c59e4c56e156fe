package tsunagu.watch.web;

import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room watch, and who may open them. */
public final class WatchRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/my/searches", "/pages/watch/searches.xhtml", SEEKER),
                Route.openForm("/stop/{token}", "/pages/watch/stop.xhtml"),
                Route.openForm("/unsubscribe/{token}", "/internal/unsubscribe").inParts());
    }
}
