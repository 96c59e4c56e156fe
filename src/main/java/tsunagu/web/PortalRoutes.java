package tsunagu.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.PARTNER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;

/** Addresses that belong to no room alone. */
public final class PortalRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forAccounts("/session", "/internal/session"),
                Route.forRoles("/staff", "/pages/staff/home.xhtml", STAFF),
                Route.forRoles("/tables", "/internal/table", COMPANY, STAFF, PARTNER, ADMINISTRATOR)
                        .withFile(),
                Route.forRoles("/tables/template", "/internal/table-template", COMPANY, STAFF, PARTNER, ADMINISTRATOR));
    }
}
