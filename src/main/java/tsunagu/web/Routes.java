package tsunagu.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The one list of addresses and who may open them, put together from what each room contributes ({@link RoomRoutes}). What is not on it
 * does not exist (404); a test walks it with every role.
 */
public final class Routes {

    /** Where a fixed segment and a part in braces could both match, the fixed one comes first, whichever room it is of. */
    private static final Comparator<Route> FIXED_FIRST = (one, other) -> {
        String[] left = one.pattern().split("/", -1);
        String[] right = other.pattern().split("/", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean open = left[i].startsWith("{");
            if (open != right[i].startsWith("{")) {
                return open ? 1 : -1;
            }
            if (!open && !left[i].equals(right[i])) {
                return left[i].compareTo(right[i]);
            }
        }
        return left.length - right.length;
    };

    public static final List<Route> ALL = ServiceLoader.load(RoomRoutes.class, Routes.class.getClassLoader()).stream()
            .flatMap(room -> room.get().routes().stream())
            .sorted(FIXED_FIRST)
            .toList();

    private static final Map<String, List<Route>> BY_FIRST_SEGMENT =
            ALL.stream().collect(Collectors.groupingBy(route -> firstSegment(route.pattern())));

    private Routes() {}

    /** A route, and what the path has for its parts in braces. */
    record Found(Route route, Map<String, String> values) {}

    /** @return empty when nothing is there */
    static Optional<Found> find(String path) {
        return BY_FIRST_SEGMENT.getOrDefault(firstSegment(path), List.of()).stream()
                .flatMap(route -> route.match(path).map(values -> new Found(route, values)).stream())
                .findFirst();
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
