package tsunagu.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** How a list is answered: which records hold its words and conditions, in which order, and how many each further condition would leave. */
@ApplicationScoped
class SearchAnswers {

    @Inject
    private SearchMirror mirror;

    @Inject
    private SearchQueries queries;

    @Inject
    @Any
    private Instance<LiveSet> liveSets;

    /** What the database said of a question: where its words are, and which records the live facets hold. */
    record Asked(Map<Word, SearchQueries.Hits> words, Map<String, Set<Long>> live) {}

    /** One statement for words and live facets that are not known yet. */
    Asked ask(SearchQuery query) {
        Map<Word, SearchQueries.Hits> hits = new HashMap<>();
        List<Word> unknown = new ArrayList<>();
        for (Word word : query.asked()) {
            SearchQueries.Hits known = mirror.known(word);
            if (known == null) {
                unknown.add(word);
            } else {
                hits.put(word, known);
            }
        }
        long seenVersion = mirror.version();
        SearchQueries.Answers answers = queries.ask(unknown, live(query.kind()));
        mirror.keep(seenVersion, answers.words());
        hits.putAll(answers.words());
        return new Asked(hits, answers.recordIds());
    }

    Map<String, String> live(Kind kind) {
        Map<String, String> live = new LinkedHashMap<>();
        for (LiveSet set : liveSets) {
            if (set.kind() == kind) {
                live.put(set.facet().parameter(), set.select());
            }
        }
        return live;
    }

    /** Under the mirror's reading lock, as everything below. */
    SearchResult answer(SearchQuery query, Asked asked) {
        Kind kind = query.kind();
        RoaringBitmap listed = listed(query);
        Map<Facet, Map<String, RoaringBitmap>> derived = derived(kind, listed, asked);
        List<Match> matches = matches(query, asked, derived);
        List<RoaringBitmap> words = best(query, listed, matches);
        Map<Facet, RoaringBitmap> chosen = chosen(query, derived);
        RoaringBitmap base = both(listed, words);
        RoaringBitmap hits = both(base, chosen.values());
        int pages = Math.max(
                1,
                Math.min(
                        SearchQuery.LAST_PAGE,
                        (hits.getCardinality() + SearchQuery.PAGE_SIZE - 1) / SearchQuery.PAGE_SIZE));
        SearchQuery shown = query.page() > pages ? query.onPage(pages) : query;
        List<MirrorEntry> page = mirror.page(
                hits, order(query, asked, matches), (shown.page() - 1) * SearchQuery.PAGE_SIZE, SearchQuery.PAGE_SIZE);
        int all = query.wide() || query.words().isEmpty()
                ? hits.getCardinality()
                : both(both(listed, matches.stream().map(Match::all).toList()), chosen.values())
                        .getCardinality();
        return new SearchResult(
                shown,
                hits.getCardinality(),
                found(page),
                counts(kind, base, hits, chosen, derived),
                hits.isEmpty() ? OtherWays.dropping(query, listed, words, chosen) : List.of(),
                List.of(),
                all - hits.getCardinality(),
                pages);
    }

    /** All that fit, not by pages. */
    List<SearchResult.Found> all(SearchQuery query, Asked asked, int most) {
        List<Match> matches = matches(query, asked, derived(query.kind(), listed(query), asked));
        return found(mirror.page(hits(query, asked), order(query, asked, matches), 0, most));
    }

    private RoaringBitmap hits(SearchQuery query, Asked asked) {
        RoaringBitmap listed = listed(query);
        Map<Facet, Map<String, RoaringBitmap>> derived = derived(query.kind(), listed, asked);
        return both(
                both(listed, best(query, listed, matches(query, asked, derived))),
                chosen(query, derived).values());
    }

    RoaringBitmap listed(SearchQuery query) {
        return query.past() ? mirror.past(query.kind()) : mirror.open(query.kind());
    }

    List<Match> matches(SearchQuery query, Asked asked, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return query.words().stream()
                .map(word -> match(query.kind(), word, asked, derived))
                .toList();
    }

    /** What is listed for each word; all that hold them where the best of one word have nothing in common with the best of another. */
    static List<RoaringBitmap> best(SearchQuery query, RoaringBitmap listed, List<Match> matches) {
        List<RoaringBitmap> all = matches.stream().map(Match::all).toList();
        if (query.wide()) {
            return all;
        }
        List<RoaringBitmap> best =
                matches.stream().map(match -> match.best(listed)).toList();
        return both(listed, best).isEmpty() ? all : best;
    }

    Match match(Kind kind, Word word, Asked asked, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return new Match(
                asked.words().get(word),
                marked(kind, word, derived),
                word.parts().stream()
                        .map(part -> match(kind, part, asked, derived))
                        .toList());
    }

    /** Records with a mark of the word's name. */
    RoaringBitmap marked(Kind kind, Word word, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return FastAggregation.or(word.marks().stream()
                .map(tag -> derived.entrySet().stream()
                        .flatMap(facet -> facet.getValue().entrySet().stream()
                                .filter(value ->
                                        facet.getKey().tag(value.getKey()).equals(tag))
                                .map(Map.Entry::getValue))
                        .findFirst()
                        .orElseGet(() -> mirror.tagged(kind, tag)))
                .toArray(RoaringBitmap[]::new));
    }

    Map<Facet, RoaringBitmap> chosen(SearchQuery query, Map<Facet, Map<String, RoaringBitmap>> derived) {
        Map<Facet, RoaringBitmap> chosen = new EnumMap<>(Facet.class);
        query.choices().forEach((facet, values) -> {
            if (facet.style() != Facet.Style.STATE) {
                chosen.put(facet, union(query.kind(), facet, values, derived));
            }
        });
        return chosen;
    }

    /** Facets that follow from other records or from counters instead of the entry itself. */
    Map<Facet, Map<String, RoaringBitmap>> derived(Kind kind, RoaringBitmap listed, Asked asked) {
        Map<Facet, RoaringBitmap> yes = new EnumMap<>(Facet.class);
        if (kind == Kind.COMPANY) {
            yes.put(Facet.RECRUITING, mirror.linkedFromOpen(kind, Kind.JOB));
            yes.put(Facet.INTERNSHIPS, mirror.linkedFromOpen(kind, Kind.INTERNSHIP));
        }
        for (LiveSet set : liveSets) {
            if (set.kind() == kind) {
                yes.put(
                        set.facet(),
                        mirror.byRecords(
                                kind, asked.live().getOrDefault(set.facet().parameter(), Set.of())));
            }
        }
        Map<Facet, Map<String, RoaringBitmap>> derived = new EnumMap<>(Facet.class);
        yes.forEach((facet, records) ->
                derived.put(facet, Map.of("yes", records, "no", RoaringBitmap.andNot(listed, records))));
        return derived;
    }

    RoaringBitmap union(
            Kind kind, Facet facet, Collection<String> values, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return FastAggregation.or(values.stream()
                .map(value -> derived.containsKey(facet)
                        ? derived.get(facet).get(value)
                        : mirror.tagged(kind, facet.tag(value)))
                .toArray(RoaringBitmap[]::new));
    }

    static RoaringBitmap both(RoaringBitmap first, Collection<RoaringBitmap> others) {
        RoaringBitmap result = first;
        for (RoaringBitmap other : others) {
            result = RoaringBitmap.and(result, other);
        }
        return result;
    }

    Map<Facet, Map<String, Integer>> counts(
            Kind kind,
            RoaringBitmap base,
            RoaringBitmap hits,
            Map<Facet, RoaringBitmap> chosen,
            Map<Facet, Map<String, RoaringBitmap>> derived) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.counted(kind)) {
            RoaringBitmap others = hits;
            if (chosen.containsKey(facet)) {
                others = both(
                        base,
                        chosen.entrySet().stream()
                                .filter(choice -> choice.getKey() != facet)
                                .map(Map.Entry::getValue)
                                .toList());
            }
            Map<String, Integer> values = new TreeMap<>();
            for (String value :
                    derived.containsKey(facet) ? derived.get(facet).keySet() : mirror.valuesOf(kind, facet)) {
                RoaringBitmap records = derived.containsKey(facet)
                        ? derived.get(facet).get(value)
                        : mirror.tagged(kind, facet.tag(value));
                int count = RoaringBitmap.andCardinality(others, records);
                if (count > 0 && facet.knows(value)) {
                    values.put(value, count);
                }
            }
            counts.put(facet, values);
        }
        return counts;
    }

    /** The first word that no listed record holds; -1 when each finds something. */
    int firstUnknown(SearchQuery query, Asked asked) {
        RoaringBitmap listed = listed(query);
        List<Match> matches = matches(query, asked, derived(query.kind(), listed, asked));
        for (int i = 0; i < matches.size(); i++) {
            if (!RoaringBitmap.intersects(listed, matches.get(i).all())) {
                return i;
            }
        }
        return -1;
    }

    /** How many a list would have. */
    int total(SearchQuery query, Asked asked) {
        return hits(query, asked).getCardinality();
    }

    /** The best first where that is asked for; otherwise as asked. */
    private Comparator<MirrorEntry> order(SearchQuery query, Asked asked, List<Match> matches) {
        Comparator<MirrorEntry> order = mirror.order(query.sort(), query.kind(), query.past());
        if (query.sort() != Sort.BEST || query.words().isEmpty()) {
            return order;
        }
        List<Match> all = new ArrayList<>(matches);
        // Words that stand side by side count once more, together.
        query.together()
                .ifPresent(together -> all.add(new Match(asked.words().get(together), new RoaringBitmap(), List.of())));
        Map<Integer, Integer> points = new HashMap<>();
        Comparator<MirrorEntry> fit = Comparator.comparingInt(entry -> -points.computeIfAbsent(
                entry.no(),
                no -> all.stream().mapToInt(match -> match.points(no)).sum()));
        return fit.thenComparing(order);
    }

    static List<SearchResult.Found> found(List<MirrorEntry> entries) {
        return entries.stream()
                .map(entry -> new SearchResult.Found(entry.recordId(), entry.code()))
                .toList();
    }
}
