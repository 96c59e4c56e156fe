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
                Route.forRoles("/papers/{paper}", "/pages/paper/paper.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/papers/{paper}/printed", "/pages/paper/printed.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/papers/{paper}/print.pdf", "/internal/paper", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/papers/{paper}/table.xlsx", "/internal/paper", COMMITTEE, STAFF, MANAGER));
    }
}
