package tsunagu.finding.web;

import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room finding, and who may open them. */
public final class FindingRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/", "/pages/home.xhtml"),
                Route.open("/class", "/pages/finding/class.xhtml"),
                Route.open("/class/sheets", "/pages/finding/class-sheets.xhtml"),
                Route.open("/class/teachers", "/pages/finding/class-teachers.xhtml"),
                Route.open("/class/{company}", "/pages/finding/sheet.xhtml"),
                Route.open("/companies", "/pages/finding/list.xhtml"),
                Route.open("/companies/{company}", "/pages/finding/company.xhtml"),
                Route.open("/companies/{company}/pictures/{number}", "/internal/picture"),
                Route.open("/events", "/pages/finding/list.xhtml"),
                Route.open("/events/{event}", "/pages/finding/event.xhtml"),
                Route.forRoles("/staff/events/{event}/preview", "/pages/finding/event.xhtml", STAFF),
                Route.open("/internships", "/pages/finding/list.xhtml"),
                Route.open("/internships/{internship}", "/pages/finding/internship.xhtml"),
                Route.open("/jobs", "/pages/finding/list.xhtml"),
                Route.open("/jobs/{job}", "/pages/finding/job.xhtml"),
                Route.open("/jobs/{job}/sheet.pdf", "/internal/job-sheet"));
    }
}
