package tsunagu.desk.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room desk. Who may have a list as a file is said by the list. */
public final class DeskRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forAccounts("/lists/{list}/{form}", "/internal/desk-file"),
                Route.forRoles("/calendar", "/pages/desk/calendar.xhtml", STAFF, MANAGER, COMPANY),
                Route.forRoles("/staff/style", "/pages/desk/style.xhtml", STAFF));
    }
}
