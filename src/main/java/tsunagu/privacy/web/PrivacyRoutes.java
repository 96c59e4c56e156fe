package tsunagu.privacy.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.AUDITOR;
import static tsunagu.shared.Role.MANAGER;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room privacy, and who may open them. */
public final class PrivacyRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.openForm("/privacy/request", "/pages/privacy/ask.xhtml"),
                Route.openForm("/tickets/{ticket}/request", "/pages/privacy/ask.xhtml"),
                Route.forRoles("/staff/privacy-cases", "/pages/privacy/cases.xhtml", STAFF, AUDITOR),
                Route.forRoles("/staff/privacy-cases/{case}", "/pages/privacy/case.xhtml", STAFF, AUDITOR),
                Route.forRoles("/staff/privacy-incidents", "/pages/privacy/incidents.xhtml", STAFF, AUDITOR),
                Route.forRoles("/staff/privacy-incidents/{incident}", "/pages/privacy/incident.xhtml", STAFF, AUDITOR),
                Route.forRoles("/viewings", "/pages/privacy/viewings.xhtml", AUDITOR),
                Route.forRoles("/retention", "/pages/privacy/retention.xhtml", ADMINISTRATOR, AUDITOR),
                Route.forRoles("/personal-files", "/pages/privacy/files.xhtml", STAFF, MANAGER, ADMINISTRATOR, AUDITOR),
                Route.forRoles(
                        "/personal-files/register.csv",
                        "/internal/personal-files-csv",
                        STAFF,
                        MANAGER,
                        ADMINISTRATOR,
                        AUDITOR),
                Route.forRoles(
                        "/personal-files/register.pdf",
                        "/internal/personal-files-pdf",
                        STAFF,
                        MANAGER,
                        ADMINISTRATOR,
                        AUDITOR));
    }
}
