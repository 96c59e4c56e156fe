package tsunagu.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The lottery: everybody's lot is the place of SHA-256(seed + ":" + number) among all. Whoever knows the seed, which is published, and the
 * numbers can draw it again.
 */
final class Lots {

    private final Map<Long, Integer> places = new HashMap<>();

    private Lots() {}

    static Lots drawn(String seed, Collection<Long> ids) {
        Lots lots = new Lots();
        List<Long> order = ids.stream()
                .distinct()
                .sorted(Comparator.comparing(id -> sha256(seed + ":" + id)))
                .toList();
        for (int i = 0; i < order.size(); i++) {
            lots.places.put(order.get(i), i + 1);
        }
        return lots;
    }

    /** From 1; a smaller one goes first. */
    int of(long id) {
        return places.get(id);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
