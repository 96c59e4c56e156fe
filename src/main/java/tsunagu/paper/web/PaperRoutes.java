package tsunagu.paper.web;

import static tsunagu.shared.Role.COMMITTEE;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room paper, and who may open them. */
public final class PaperRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/papers/{paper}", "/pages/paper/paper.xhtml"),
                Route.forRoles("/papers/{paper}/printed", "/pages/paper/printed.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.open("/papers/{paper}/print.pdf", "/internal/paper"),
                Route.open("/papers/{paper}/table.xlsx", "/internal/paper"));
    }
}
