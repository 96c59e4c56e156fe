package tsunagu.searchword.web;

import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room searchword, and who may open them. */
public final class SearchWordRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(Route.forRoles("/staff/search-words", "/pages/staff/search-words.xhtml", STAFF));
    }
}
