package tsunagu.booth.web;

import static tsunagu.shared.Role.COMPANY;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room booth, and who may open them. */
public final class BoothRoutes implements RoomRoutes {

    private static final String EXHIBITORS =
            "select x.company_id from event_exhibitor x join event e on e.id = x.event_id where e.code = :code";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/booths", "/pages/booth/fairs.xhtml", COMPANY),
                Route.forRoles("/company/booths/{event}", "/pages/booth/desk.xhtml", COMPANY)
                        .ofCompany(EXHIBITORS),
                Route.openForm("/events/{event}/booths/{company}", "/pages/booth/visit.xhtml"),
                Route.openForm("/tickets/{ticket}/booths", "/pages/booth/mine.xhtml"));
    }
}
