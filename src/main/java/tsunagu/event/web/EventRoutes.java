package tsunagu.event.web;

import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room event, and who may open them. */
public final class EventRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/events/{event}/files/{file}", "/internal/event-file"),
                Route.forRoles("/staff/events", "/pages/staff/events.xhtml", STAFF),
                Route.forRoles("/staff/events/new", "/pages/staff/event-edit.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}", "/pages/staff/event.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/booth-cards", "/pages/staff/booth-cards.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/edit", "/pages/staff/event-edit.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/exhibitors", "/pages/staff/exhibitors.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/exhibitors/table", "/pages/staff/exhibitors-table.xhtml", STAFF)
                        .withTable(),
                Route.forRoles("/staff/events/{event}/files", "/internal/event-file", STAFF)
                        .withFile(),
                Route.forRoles("/staff/events/{event}/questions", "/pages/staff/questions.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/results", "/pages/staff/results.xhtml", STAFF));
    }
}
