package tsunagu.plan.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room plan, and who may open them. */
public final class PlanRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/plan", "/pages/plan/plan.xhtml"),
                Route.open("/plan/indicators/{indicator}", "/pages/plan/indicator.xhtml"),
                Route.open("/plan/programmes/{programme}", "/pages/plan/programme.xhtml"),
                Route.open("/plan/programmes/{programme}/measures/{measure}", "/pages/plan/rows.xhtml"),
                Route.forRoles("/staff/plan-book", "/pages/plan/book.xhtml", STAFF, ADMINISTRATOR),
                Route.forRoles("/staff/indicators/{indicator}", "/pages/staff/indicator.xhtml", STAFF),
                Route.forRoles("/staff/programmes/{programme}", "/pages/staff/programme.xhtml", STAFF),
                Route.forRoles("/staff/programmes/{programme}/measures/{measure}", "/pages/staff/rows.xhtml", STAFF),
                Route.forRoles(
                        "/staff/programmes/{programme}/measures/{measure}/definition",
                        "/pages/staff/definition.xhtml",
                        STAFF));
    }
}
