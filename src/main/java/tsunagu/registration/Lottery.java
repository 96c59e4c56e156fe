package tsunagu.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.event.EventSession;

/**
 * 抽選 that everybody can do again. A secret is made when the session is written; its SHA-256 is public from the beginning, the
 * secret itself from the draw on, so that nobody could choose it afterwards. Whoever asks gets the next number. The order is
 * that of SHA-256(secret + ":" + number), written in hexadecimal: with the secret and the count of numbers anybody gets the
 * same.
 *
 * @param commitment SHA-256 of the secret
 * @param seed the secret; "" before the draw
 * @param lots numbers that were given
 */
public record Lottery(String commitment, String seed, int lots, Instant drawnAt) {

    /** A place in the drawn order. @param key what it is ordered by */
    public record Place(int rank, int lot, String key) {}

    public boolean drawn() {
        return drawnAt != null;
    }

    /** @param lots numbers that were given @return null when seats of the session are not drawn */
    static Lottery of(EventSession session, int lots) {
        return session.intake().lottery()
                ? new Lottery(
                        sha256(session.lotterySeed()),
                        session.drawn() ? session.lotterySeed() : "",
                        lots,
                        session.drawnAt())
                : null;
    }

    /** All numbers in the drawn order; nothing before the draw. */
    public List<Place> order() {
        return drawn() ? order(seed, lots) : List.of();
    }

    static List<Place> order(String seed, int lots) {
        List<Place> sorted = IntStream.rangeClosed(1, lots)
                .mapToObj(lot -> new Place(0, lot, sha256(seed + ":" + lot)))
                .sorted(Comparator.comparing(Place::key))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(
                        i -> new Place(i + 1, sorted.get(i).lot(), sorted.get(i).key()))
                .toList();
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
