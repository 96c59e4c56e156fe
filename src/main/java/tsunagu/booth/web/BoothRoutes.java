package tsunagu.booth.web;

import static tsunagu.shared.Role.COMPANY;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room booth, and who may open them. */
public final class BoothRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/booths", "/pages/booth/fairs.xhtml", COMPANY),
                Route.forRoles("/company/booths/{event}", "/pages/booth/desk.xhtml", COMPANY),
                Route.openForm("/events/{event}/booths/{company}", "/pages/booth/visit.xhtml"),
                Route.openForm("/tickets/{ticket}/booths", "/pages/booth/mine.xhtml"));
    }
}
