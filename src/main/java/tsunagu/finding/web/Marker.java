package tsunagu.finding.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tsunagu.search.SearchQuery;

/** Shows where words were found. */
final class Marker {

    private static final int BEFORE = 18;
    private static final int AFTER = 40;

    private Marker() {}

    /** A piece of text that was found, or one between. */
    public record Piece(String text, boolean hit) {}

    /** @param label of the field, the last part of a text key */
    public record Match(String label, List<Piece> pieces) {}

    /**
     * For every word the first field that holds it; titles and names are left out, the card shows those anyway.
     *
     * @param fields label and words, in order
     * @param mark words for a mark's tag
     */
    static List<Match> matches(SearchQuery query, List<List<String>> fields, UnaryOperator<String> mark) {
        List<Match> matches = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (int word = 0; word < query.words().size(); word++) {
            if (!inText(query, word, fields, matches, shown)) {
                byMark(query, word, fields, mark).ifPresent(matches::add);
            }
        }
        return matches;
    }

    private static boolean inText(
            SearchQuery query, int word, List<List<String>> fields, List<Match> matches, List<String> shown) {
        for (List<String> field : fields) {
            int[] place = query.place(word, field.get(1));
            if (place.length > 0) {
                if (!List.of("title", "name", "company").contains(field.get(0)) && !shown.contains(field.get(0))) {
                    shown.add(field.get(0));
                    matches.add(new Match(field.get(0), excerpt(field.get(1), place[0], place[1])));
                }
                return true;
            }
        }
        return false;
    }

    private static Optional<Match> byMark(
            SearchQuery query, int word, List<List<String>> fields, UnaryOperator<String> mark) {
        return fields.stream()
                .filter(field -> query.marks(word, field))
                .findFirst()
                .map(field -> new Match(field.get(0), List.of(new Piece(mark.apply(field.get(1)), true))));
    }

    private static List<Piece> excerpt(String text, int from, int to) {
        int start = Math.max(0, from - BEFORE);
        int end = Math.min(text.length(), to + AFTER);
        String before = (start > 0 ? "\u2026" : "") + text.substring(start, from);
        String after = text.substring(to, end) + (end < text.length() ? "\u2026" : "");
        return List.of(new Piece(before, false), new Piece(text.substring(from, to), true), new Piece(after, false));
    }

    /** A title with the words in it marked. */
    static List<Piece> mark(SearchQuery query, String text) {
        boolean[] hit = new boolean[text.length()];
        for (int word = 0; word < query.words().size(); word++) {
            int[] place = query.place(word, text);
            for (int i = place.length > 0 ? place[0] : 0; place.length > 0 && i < place[1]; i++) {
                hit[i] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || hit[i] != hit[start]) {
                pieces.add(new Piece(text.substring(start, i), hit[start]));
                start = i;
            }
        }
        return pieces;
    }

    static List<Match> matches(
            SearchQuery query, Map<Long, List<List<String>>> fields, long id, UnaryOperator<String> mark) {
        return fields.containsKey(id) ? matches(query, fields.get(id), mark) : List.of();
    }
}
