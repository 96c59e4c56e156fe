package tsunagu.guide.web;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room guide, and who may open them. */
public final class GuideRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(Route.open("/uij", "/pages/guide/uij.xhtml"));
    }
}
