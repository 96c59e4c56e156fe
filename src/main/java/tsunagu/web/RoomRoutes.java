package tsunagu.web;

import java.util.List;

/**
 * Addresses that a room answers. Each room names its class in META-INF/services, so that the list of all addresses is the same for the
 * filter, for tests and for tools, and this room knows none of the others.
 */
public interface RoomRoutes {

    List<Route> routes();
}
