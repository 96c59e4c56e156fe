package tsunagu.attendance.web;

import static tsunagu.shared.Role.DOOR;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room attendance, and who may open them. */
public final class AttendanceRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/door", "/pages/event/door.xhtml", STAFF, DOOR),
                Route.open("/door/join", "/internal/helper-join"),
                Route.openForm("/door/joined", "/internal/door-join"),
                Route.open("/door/worker.js", "/internal/door-worker"),
                Route.forRoles("/door/{session}", "/pages/event/door-app.xhtml", STAFF, DOOR),
                Route.forRoles("/door/{session}/device", "/internal/door-device", STAFF, DOOR),
                Route.openForm("/door/{session}/facts", "/internal/door-facts"),
                Route.forRoles("/door/{session}/form", "/pages/event/check-in.xhtml", STAFF, DOOR),
                Route.open("/door/{session}/helper", "/internal/helper-door"),
                Route.openForm("/door/{session}/list", "/internal/door-list"),
                Route.openForm("/door/{session}/seal", "/internal/door-seal"),
                Route.forRoles("/staff/events/{event}/poster-a3.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/events/{event}/poster-a4.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/events/{event}/results.csv", "/internal/results-table", STAFF),
                Route.forRoles("/staff/events/{event}/results.xlsx", "/internal/results-table", STAFF),
                Route.forRoles("/staff/events/{event}/report", "/pages/staff/event-report.xhtml", STAFF),
                Route.forRoles("/staff/events/{event}/report.csv", "/internal/event-report-file", STAFF),
                Route.forRoles("/staff/events/{event}/report.pdf", "/internal/event-report-file", STAFF),
                Route.forRoles("/staff/events/{event}/report.xlsx", "/internal/event-report-file", STAFF),
                Route.forRoles("/staff/people", "/pages/staff/people.xhtml", STAFF),
                Route.forRoles("/staff/sessions/{session}/badges.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/sessions/{session}/badges-blank.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/sessions/{session}/badges-exhibitors.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/sessions/{session}/badges-staff.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/sessions/{session}/door", "/pages/staff/door-inbox.xhtml", STAFF),
                Route.forRoles("/staff/sessions/{session}/head-counts", "/pages/staff/head-counts.xhtml", STAFF),
                Route.forRoles("/staff/sessions/{session}/import", "/pages/staff/attendance-import.xhtml", STAFF)
                        .withTable(),
                Route.forRoles("/staff/sessions/{session}/paper", "/pages/staff/paper.xhtml", STAFF),
                Route.forRoles("/staff/sessions/{session}/paper.pdf", "/internal/event-papers", STAFF),
                Route.forRoles("/staff/sessions/{session}/registrations", "/pages/staff/roster.xhtml", STAFF),
                Route.forRoles("/staff/sessions/{session}/registrations.csv", "/internal/roster-table", STAFF),
                Route.forRoles("/staff/sessions/{session}/registrations.xlsx", "/internal/roster-table", STAFF),
                Route.openForm("/tickets/{ticket}/certificate.pdf", "/internal/certificate"),
                Route.openForm("/tickets/{ticket}/ticket.pdf", "/internal/ticket-paper"));
    }
}
