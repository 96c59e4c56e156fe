package tsunagu.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tsunagu.shared.OpenWindow;

/**
 * A record as the lists find it.
 *
 * @param recordId its number in its own room
 * @param code the last part of its address
 * @param facets {@link Facet#tag}; a facet of the kind without any tag counts as not stated
 * @param fresh when it was published
 * @param begins what it is about: the first session, the first day
 * @param wage yen a month or an hour, 0 when there is none
 * @param name for lists in the order of names: a reading
 * @param links numbers of records it belongs to, a job's company
 * @param fields what is searched
 */
public record SearchEntry(
        Kind kind,
        long recordId,
        String code,
        OpenWindow window,
        Set<String> facets,
        Instant fresh,
        Instant begins,
        int wage,
        int daysOff,
        String name,
        List<Long> links,
        List<Field> fields) {

    /**
     * @param label of the field, a text key's last part: "duties"
     * @param heading true for titles and names, which come first in the order of results
     */
    public record Field(String label, String words, boolean heading) {

        public static Field heading(String label, String words) {
            return new Field(label, words, true);
        }

        public static Field of(String label, String words) {
            return new Field(label, words == null ? "" : words, false);
        }
    }
}
