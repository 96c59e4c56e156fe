package tsunagu.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import tsunagu.search.SearchAnswers.Asked;

/** Where a list is empty: conditions to drop, words like the one that nothing holds, groups of its trade; each with how many it finds. */
@ApplicationScoped
class OtherWays {

    private static final int MOST_NEAR = 3;

    @Inject
    private SearchMirror mirror;

    @Inject
    private SearchQueries queries;

    @Inject
    private SearchAnswers answers;

    @Inject
    private Event<NothingFound> nothing;

    /** Without which condition something fits; when no single one is to blame, what each finds by itself. */
    static List<SearchResult.Way> dropping(
            SearchQuery query, RoaringBitmap listed, List<RoaringBitmap> words, Map<Facet, RoaringBitmap> chosen) {
        if (words.size() == 1 && chosen.isEmpty()) {
            // To drop the only word is no way to what it means.
            return List.of();
        }
        List<SearchResult.Way> dropping = new ArrayList<>();
        List<SearchResult.Way> keeping = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<RoaringBitmap> rest = new ArrayList<>(words);
            rest.remove(i);
            String typed = query.words().get(i).typed();
            int without = SearchAnswers.both(SearchAnswers.both(listed, chosen.values()), rest)
                    .getCardinality();
            dropping.add(new SearchResult.Way(null, null, typed, false, query.withoutWord(i), without));
            int alone = RoaringBitmap.andCardinality(listed, words.get(i));
            keeping.add(new SearchResult.Way(null, null, typed, true, query.onlyWord(i), alone));
        }
        for (Facet facet : chosen.keySet()) {
            Map<Facet, RoaringBitmap> rest = new EnumMap<>(chosen);
            rest.remove(facet);
            Set<String> values = query.chosen(facet);
            String value = values.size() == 1 ? values.iterator().next() : null;
            int without = SearchAnswers.both(SearchAnswers.both(listed, words), rest.values())
                    .getCardinality();
            dropping.add(new SearchResult.Way(facet, value, null, false, query.without(facet), without));
            int alone = RoaringBitmap.andCardinality(listed, chosen.get(facet));
            keeping.add(new SearchResult.Way(facet, value, null, true, query.only(facet), alone));
        }
        List<SearchResult.Way> ways = dropping.stream().anyMatch(way -> way.total() > 0) ? dropping : keeping;
        return ways.stream()
                .filter(way -> way.total() > 0)
                .sorted(Comparator.comparingInt(SearchResult.Way::total).reversed())
                .toList();
    }

    /** Where a word finds nothing at all: words like it that do, and the groups of its trade. At most two statements. */
    List<SearchResult.Way> near(SearchQuery query, Asked asked) {
        Kind kind = query.kind();
        int index = mirror.reading(() -> answers.firstUnknown(query, asked));
        if (index < 0) {
            return List.of();
        }
        Word unknown = query.words().get(index);
        nothing.fire(new NothingFound(kind, unknown.exact().get(0)));
        Nearby nearby = Nearby.of(unknown.exact().get(0));
        Set<String> words =
                new LinkedHashSet<>(Vocabulary.current().like(unknown.exact().get(0)));
        if (nearby != null) {
            words.addAll(nearby.in(queries.near(kind, nearby)));
        }
        List<SearchQuery> others =
                words.stream().map(word -> query.withWord(index, word)).toList();
        Map<Word, SearchQueries.Hits> found = queries.ask(
                        others.stream()
                                .flatMap(other -> other.asked().stream())
                                .distinct()
                                .toList(),
                        Map.of())
                .words();
        Asked all = new Asked(found, asked.live());
        return mirror.reading(() -> {
            List<SearchResult.Way> near = new ArrayList<>();
            for (SearchQuery other : others) {
                near.add(new SearchResult.Way(
                        null, null, other.words().get(index).typed(), false, other, answers.total(other, all)));
            }
            near.sort(Comparator.comparingInt(SearchResult.Way::total).reversed());
            List<SearchResult.Way> offered = new ArrayList<>(near.stream()
                    .filter(way -> way.total() > 0)
                    .limit(MOST_NEAR)
                    .toList());
            if (query.words().size() == 1) {
                offered.addAll(trades(query, unknown, asked));
            }
            return offered;
        });
    }

    /** Groups of occupations or industries whose names have most in common with a word. */
    private List<SearchResult.Way> trades(SearchQuery query, Word word, Asked asked) {
        List<SearchResult.Way> trades = new ArrayList<>();
        for (Facet facet : List.of(Facet.OCCUPATION, Facet.INDUSTRY)) {
            if (trades.isEmpty() && query.kind().facets().contains(facet)) {
                for (String value : facet.like(word.exact().get(0))) {
                    SearchQuery then = query.withoutWord(0).with(facet, value);
                    int total = answers.total(then, asked);
                    if (total > 0) {
                        trades.add(new SearchResult.Way(facet, value, null, true, then, total));
                    }
                }
            }
        }
        return trades.stream().limit(MOST_NEAR).toList();
    }
}
