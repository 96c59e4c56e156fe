package tsunagu.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.shared.OpenWindow;

/**
 * A record as the lists find it.
 *
 * @param recordId its number in its own room
 * @param code the last part of its address
 * @param facets {@link Facet#tag}; a facet of the kind without any tag counts as not stated
 * @param publicSince when anyone could find it for the first time, which is what "new" means everywhere; never before it was published,
 *     however early its first day is, and in the future for what is published ahead of its day
 * @param spans when it is held, the earliest first; at least one
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
        Instant publicSince,
        List<Span> spans,
        int wage,
        int daysOff,
        String name,
        List<Long> links,
        List<Field> fields) {

    /** Begin and end of one time: a session, all days of an internship. */
    public record Span(Instant begins, Instant ends) {

        /** Of what is not held but there from a moment on. */
        public static List<Span> since(Instant begins) {
            return List.of(new Span(begins, begins));
        }
    }

    /** How much a word in a field says: results are in this order, readings count as headings from their beginning. */
    public enum Weight {
        /** title, names */
        HEADING,
        /** the kana of a name; found from its beginning only, so that うし does not find every じどうしゃ */
        READING,
        /** what it is about: duties, occupation, summary */
        CORE,
        /** conditions people choose by */
        REST,
        /** what every posting says for the law's sake, what may change one day, whose company it is: left out where a word says more elsewhere */
        ASIDE,
        /** names of classes in English: found on English pages only, by beginnings of words */
        ENGLISH
    }

    /** Epoch seconds, begin and end of each span. */
    List<Long> seconds() {
        return spans.stream()
                .flatMap(each ->
                        Stream.of(each.begins().getEpochSecond(), each.ends().getEpochSecond()))
                .toList();
    }

    /** @param label of the field, a text key's last part: "duties" */
    public record Field(String label, String words, Weight weight) {
        public static Field heading(String label, String words) {
            return new Field(label, words, Weight.HEADING);
        }

        public static Field reading(String label, String words) {
            return new Field(label, words, Weight.READING);
        }

        public static Field core(String label, String words) {
            return new Field(label, words == null ? "" : words, Weight.CORE);
        }

        public static Field aside(String label, String words) {
            return new Field(label, words == null ? "" : words, Weight.ASIDE);
        }

        public static Field english(String words) {
            return new Field("english", words, Weight.ENGLISH);
        }

        public static Field of(String label, String words) {
            return new Field(label, words == null ? "" : words, Weight.REST);
        }
    }
}
