package tsunagu.matching.web;

import static tsunagu.shared.Role.SEEKER;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room matching, and who may open them. */
public final class MatchingRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(Route.forRoles("/my/matches", "/pages/matching/matches.xhtml", SEEKER));
    }
}
