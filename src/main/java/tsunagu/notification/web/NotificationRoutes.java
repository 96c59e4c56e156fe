package tsunagu.notification.web;

import static tsunagu.shared.Role.ADMINISTRATOR;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room notification, and who may open them. */
public final class NotificationRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/mailbox", "/pages/account/mailbox.xhtml"),
                Route.forRoles("/staff/mail", "/pages/staff/mail.xhtml", STAFF, ADMINISTRATOR));
    }
}
