package tsunagu.registration.web;

import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room registration, and who may open them. */
public final class RegistrationRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/events/{event}/sessions/{session}/lottery", "/pages/event/lottery.xhtml"),
                Route.openForm("/events/{event}/sessions/{session}/register", "/pages/event/register.xhtml"),
                Route.forRoles("/staff/automatic", "/pages/staff/automatic.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/rules", "/pages/staff/guest-rules.xhtml", STAFF),
                Route.forRoles(
                        "/staff/sessions/{session}/registrations/new", "/pages/staff/registration-new.xhtml", STAFF),
                Route.forRoles(
                        "/staff/sessions/{session}/registrations/{registration}",
                        "/pages/staff/registration.xhtml",
                        STAFF),
                Route.openForm("/tickets/{ticket}", "/pages/event/ticket.xhtml"),
                Route.openForm("/tickets/{ticket}/calendar.ics", "/internal/ticket-calendar"),
                Route.openForm("/tickets/{ticket}/code.svg", "/internal/ticket-code"),
                Route.openForm("/tickets/{ticket}/edit", "/pages/event/ticket-edit.xhtml"),
                Route.openForm("/tickets/{ticket}/questionnaire", "/pages/event/questionnaire.xhtml"));
    }
}
