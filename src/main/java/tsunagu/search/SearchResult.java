package tsunagu.search;

import java.util.List;
import java.util.Map;

/**
 * An answer of the search door.
 *
 * @param total exact number of records that fit
 * @param found those of the page, in order
 * @param counts for every facet of the kind and every value some record has: how many would fit if only this value were
 *     chosen in this facet
 * @param ways when nothing fits: which condition to drop and how many records that gives, most first
 * @param near when nothing fits because a word finds nothing: words like it, and lists of the trade it is of
 * @param aside how many more hold the words only aside ({@link SearchQuery#widened})
 * @param pages number of pages that can be turned to, at least 1
 */
public record SearchResult(
        SearchQuery query,
        int total,
        List<Found> found,
        Map<Facet, Map<String, Integer>> counts,
        List<Way> ways,
        List<Way> near,
        int aside,
        int pages) {

    /** @param recordId in the room of the kind */
    public record Found(long recordId, String code) {}

    /**
     * @param facet or {@code word}: the condition; {@code value} null when several values are chosen
     * @param kept false: the condition is dropped and all others stay; true: it stays alone
     */
    public record Way(Facet facet, String value, String word, boolean kept, SearchQuery then, int total) {}

    /** The same answer with words like those that found nothing. */
    SearchResult with(List<Way> nearer) {
        return new SearchResult(query, total, found, counts, ways, nearer, aside, pages);
    }

    public int count(Facet facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0);
    }

    public List<Long> recordIds() {
        return found.stream().map(Found::recordId).toList();
    }

    public boolean none() {
        return total == 0;
    }
}
