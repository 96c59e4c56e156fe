package tsunagu.evaluation.web;

import static tsunagu.shared.Role.COMMITTEE;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room evaluation, and who may open them. */
public final class EvaluationRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/evaluations", "/pages/evaluation/list.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/evaluations/{programme}", "/pages/evaluation/sheet.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/official", "/pages/evaluation/official.xhtml", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/official/records.zip", "/internal/official-records", COMMITTEE, STAFF, MANAGER),
                Route.forRoles("/staff/evaluations/{programme}", "/pages/evaluation/edit.xhtml", STAFF),
                Route.forRoles("/staff/evaluation-texts", "/pages/evaluation/texts.xhtml", STAFF),
                Route.forRoles("/staff/year", "/pages/staff/year.xhtml", STAFF),
                Route.forRoles("/staff/next-year", "/pages/evaluation/next-year.xhtml", STAFF));
    }
}
