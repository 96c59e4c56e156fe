package tsunagu.signon.web;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room signon; each is 404 as long as the city has set no provider for it. */
public final class SignOnRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                // Forms to the filter, because what they answer is one browser's and never kept for another.
                Route.openForm("/sign-in/with/{way}", "/internal/sign-on-begin"),
                Route.openForm("/sign-in/with/{way}/back", "/internal/sign-on-back"),
                Route.openForm("/sign-in/with/{way}/new", "/pages/signon/unknown.xhtml"),
                Route.forAccounts("/account/sign-on", "/pages/signon/own.xhtml"),
                Route.forAccounts("/account/sign-on/{way}", "/internal/sign-on-begin"));
    }
}
