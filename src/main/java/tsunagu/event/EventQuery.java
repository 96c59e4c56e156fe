package tsunagu.event;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What staff look for in the list of all events.
 *
 * @param title part of a title, however it is spaced and in whatever width; "" for every event
 * @param descending in the order turned round
 * @param first events that are passed over, from 0
 * @param most events that are wanted; never more than {@link #LONGEST} are given
 */
public record EventQuery(String title, Order order, boolean descending, int first, int most) {

    /** What the list is sorted by; among equals the newest event comes first. */
    public enum Order {
        /** When it was entered. */
        ENTERED,
        TITLE,
        TYPE,
        /** The day of the first session, as far as it is known; events without any at the end. */
        FIRST,
        SESSIONS,
        STATE
    }

    public static final int LONGEST = 100;

    public EventQuery {
        first = Math.max(0, first);
        most = Math.max(1, Math.min(most, LONGEST));
    }

    /** The newest, page by page. */
    public static EventQuery newest(int first) {
        return new EventQuery("", Order.ENTERED, true, first, LONGEST);
    }

    /** As titles are compared: of one width, in small letters, without spaces. */
    String plain() {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
