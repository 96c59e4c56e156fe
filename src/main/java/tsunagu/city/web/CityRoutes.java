package tsunagu.city.web;

import static tsunagu.shared.Role.ADMINISTRATOR;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room city, and who may open them. */
public final class CityRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/crest", "/internal/city-crest"),
                Route.forRoles("/staff/contact", "/pages/city/contact.xhtml", ADMINISTRATOR),
                Route.forRoles("/staff/contact/crest", "/internal/city-crest", ADMINISTRATOR)
                        .withFile());
    }
}
