package tsunagu.contractor.web;

import static tsunagu.shared.Role.PARTNER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room contractor, and who may open them. */
public final class ContractorRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/monthly", "/pages/support/monthly.xhtml", PARTNER, STAFF)
                        .withTable(),
                Route.forRoles("/staff/partners", "/pages/support/partners.xhtml", STAFF));
    }
}
