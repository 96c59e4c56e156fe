package tsunagu.seal.web;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room seal, and who may open them. */
public final class SealRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/seals", "/pages/seal/seals.xhtml"),
                Route.open("/seals.txt", "/internal/seals"),
                Route.open("/verify", "/pages/seal/verify.xhtml"));
    }
}
