package tsunagu.audit.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.AUDITOR;
import static tsunagu.shared.Role.COMMITTEE;
import static tsunagu.shared.Role.MANAGER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room audit, and who may open them. */
public final class AuditRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles(
                        "/official/trail", "/pages/audit/trail.xhtml", COMMITTEE, MANAGER, ADMINISTRATOR, AUDITOR),
                Route.forRoles("/official/trail/entries", "/pages/audit/entries.xhtml", AUDITOR));
    }
}
