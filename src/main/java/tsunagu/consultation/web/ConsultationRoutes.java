package tsunagu.consultation.web;

import static tsunagu.shared.Role.PARTNER;
import static tsunagu.shared.Role.SEEKER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room consultation, and who may open them. */
public final class ConsultationRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/consultation-desk", "/pages/consultation/desk.xhtml", PARTNER, STAFF),
                Route.open("/consultations", "/pages/consultation/list.xhtml"),
                Route.open("/consultations/{office}", "/pages/consultation/office.xhtml"),
                Route.forRoles("/my/consultations/new", "/pages/consultation/new.xhtml", SEEKER),
                Route.forRoles("/my/consultations/{booking}", "/pages/consultation/mine.xhtml", SEEKER));
    }
}
