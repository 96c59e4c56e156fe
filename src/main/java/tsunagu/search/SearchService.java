package tsunagu.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import tsunagu.shared.UseCase;

/** The search door. */
@ApplicationScoped
@Transactional
public class SearchService {

    private static final int MOST_NEAR = 3;

    @Inject
    private SearchMirror mirror;

    @Inject
    private SearchQueries queries;

    @Inject
    private Event<NothingFound> nothing;

    @Inject
    private RequestFreshness looked;

    @Inject
    @Any
    private Instance<LiveSet> liveSets;

    /** Asks a list. At most two statements. */
    @UseCase(anyone = true, changes = false)
    public SearchResult find(SearchQuery query) {
        follow();
        if (query.refused()) {
            return new SearchResult(query, 0, List.of(), Map.of(), List.of(), List.of(), 0, 1);
        }
        Asked asked = ask(query);
        SearchResult result = mirror.reading(() -> answer(query, asked));
        return result.none() && !query.words().isEmpty() ? result.with(near(query, asked)) : result;
    }

    /** All that fit, not by pages, at most {@code most}: for feeds and open data. */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult.Found> all(SearchQuery query, int most) {
        follow();
        Asked asked = ask(query);
        return mirror.reading(() -> {
            RoaringBitmap listed = listed(query);
            Map<Facet, Map<String, RoaringBitmap>> derived = derived(query.kind(), listed, asked);
            List<Match> matches = matches(query, asked, derived);
            RoaringBitmap hits = both(both(listed, best(query, listed, matches)), chosen(query, derived).values());
            return found(mirror.page(hits, order(query, asked, matches), 0, most));
        });
    }

    /** Numbers of open records in a fixed order, a part of them: for the sitemap. */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult.Found> openPart(Kind kind, int part, int size) {
        follow();
        return mirror.reading(() -> {
            List<MirrorEntry> entries = new ArrayList<>();
            RoaringBitmap open = mirror.open(kind);
            for (int i = part * size; i < Math.min(open.getCardinality(), (part + 1) * size); i++) {
                entries.add(mirror.entry(open.select(i)));
            }
            return found(entries);
        });
    }

    /** Several plain lists at one state of the database. */
    @UseCase(anyone = true, changes = false)
    public Map<Kind, SearchResult> findAll(List<SearchQuery> queriesOfKinds) {
        follow();
        Map<Kind, SearchResult> results = new EnumMap<>(Kind.class);
        for (SearchQuery query : queriesOfKinds) {
            results.put(query.kind(), mirror.reading(() -> answer(query, new Asked(Map.of(), Map.of()))));
        }
        return results;
    }

    /** Open records of some kinds that belong to a record of another one, newest first: a company's postings. */
    @UseCase(anyone = true, changes = false)
    public Map<Kind, List<SearchResult.Found>> openOf(List<Kind> kinds, long ownerRecordId, int most) {
        follow();
        return mirror.reading(() -> {
            Map<Kind, List<SearchResult.Found>> open = new EnumMap<>(Kind.class);
            for (Kind kind : kinds) {
                RoaringBitmap owned = RoaringBitmap.and(mirror.open(kind), mirror.ownedBy(kind, ownerRecordId));
                open.put(kind, found(mirror.page(owned, Sort.BEST.order(kind, false), 0, most)));
            }
            return open;
        });
    }

    /** Open records like one (also a closed one): those that have most in common with it, newest first. */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult.Found> like(Kind kind, long recordId, List<Facet> facets, int most) {
        follow();
        return mirror.reading(() -> {
            RoaringBitmap own = mirror.byRecords(kind, List.of(recordId));
            if (own.isEmpty()) {
                return List.of();
            }
            MirrorEntry record = mirror.entry(own.first());
            RoaringBitmap open = mirror.open(kind).clone();
            open.remove(record.no());
            // The rarest things in common first: what shares all of them, then all but the most common one, and so on.
            List<RoaringBitmap> shared = facets.stream()
                    .flatMap(facet -> mirror.tagsOf(record, facet).stream())
                    .filter(tag -> !tag.endsWith("=" + Facet.UNSTATED))
                    .map(tag -> RoaringBitmap.and(mirror.tagged(kind, tag), open))
                    .sorted(Comparator.comparingInt(RoaringBitmap::getCardinality))
                    .toList();
            Set<MirrorEntry> alike = new LinkedHashSet<>();
            for (int inCommon = shared.size(); inCommon > 0 && alike.size() < most; inCommon--) {
                RoaringBitmap all = both(open, shared.subList(0, inCommon));
                alike.addAll(mirror.page(all, Sort.BEST.order(kind, false), 0, most));
            }
            return found(alike.stream().limit(most).toList());
        });
    }

    /**
     * Which of many questions find something among a few records: one pass. What it costs grows with these records and with different
     * questions, not with all records there are.
     *
     * @return for each question that finds something, what
     */
    @UseCase(anyone = true, changes = false)
    public Map<SearchQuery, List<SearchResult.Found>> among(Kind kind, Collection<Long> recordIds, Collection<SearchQuery> questions) {
        follow();
        NewTexts texts = queries.texts(kind, recordIds);
        Asked live = new Asked(Map.of(), queries.ask(List.of(), live(kind)).recordIds());
        return mirror.reading(() -> {
            RoaringBitmap few = RoaringBitmap.and(mirror.byRecords(kind, recordIds), mirror.open(kind));
            Map<Facet, Map<String, RoaringBitmap>> derived = derived(kind, mirror.open(kind), live);
            Map<Word, RoaringBitmap> words = new HashMap<>();
            Map<List<Object>, RoaringBitmap> choices = new HashMap<>();
            Map<SearchQuery, List<SearchResult.Found>> found = new LinkedHashMap<>();
            for (SearchQuery question : questions) {
                RoaringBitmap hits = few;
                for (Word word : question.words()) {
                    hits = RoaringBitmap.and(hits, words.computeIfAbsent(word, key -> holding(kind, key, texts, derived)));
                }
                for (Map.Entry<Facet, Set<String>> choice : question.choices().entrySet()) {
                    if (choice.getKey().style() != Facet.Style.STATE) {
                        hits = RoaringBitmap.and(hits, choices.computeIfAbsent(
                                List.of(choice.getKey(), choice.getValue()),
                                key -> RoaringBitmap.and(few, union(kind, choice.getKey(), choice.getValue(), derived))));
                    }
                }
                if (!hits.isEmpty()) {
                    found.put(question, found(mirror.page(hits, Sort.BEST.order(kind, false), 0, hits.getCardinality())));
                }
            }
            return found;
        });
    }

    /** As {@link Match#all} for records whose texts are in memory. */
    private RoaringBitmap holding(Kind kind, Word word, NewTexts texts, Map<Facet, Map<String, RoaringBitmap>> derived) {
        RoaringBitmap holding = RoaringBitmap.or(texts.holding(word), marked(kind, word, derived));
        if (!word.parts().isEmpty()) {
            holding.or(FastAggregation.and(word.parts().stream()
                    .map(part -> holding(kind, part, texts, derived))
                    .toArray(RoaringBitmap[]::new)));
        }
        return holding;
    }

    /** Open records of a kind weighed by some criteria, the best first: what each is weighed by is told with it, by the same call. */
    @UseCase(anyone = true, changes = false)
    public List<ScoredRecord> weigh(Kind kind, List<Criterion> criteria, int most) {
        follow();
        return mirror.reading(() -> new Weighing(mirror, kind, criteria).best(most));
    }

    /** Written fields of records, to show where a word was found. */
    @UseCase(anyone = true, changes = false)
    public Map<Long, List<List<String>>> fields(Kind kind, Collection<Long> recordIds) {
        return queries.fields(kind, recordIds);
    }

    /** Names what all lists show at this moment: another one after any change, opening or closing. */
    @UseCase(anyone = true, changes = false)
    public String state() {
        mirror.follow();
        looked.now();
        return mirror.reading(mirror::state);
    }

    private void follow() {
        try {
            if (looked.already()) {
                return;
            }
        } catch (ContextNotActiveException noRequest) {
            // a job of the portal itself: it looks every time
        }
        mirror.follow();
    }

    private record Asked(Map<Word, SearchQueries.Hits> words, Map<String, Set<Long>> live) {}

    private Asked ask(SearchQuery query) {
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

    private Map<String, String> live(Kind kind) {
        Map<String, String> live = new LinkedHashMap<>();
        for (LiveSet set : liveSets) {
            if (set.kind() == kind) {
                live.put(set.facet().parameter(), set.select());
            }
        }
        return live;
    }

    private SearchResult answer(SearchQuery query, Asked asked) {
        Kind kind = query.kind();
        RoaringBitmap listed = listed(query);
        Map<Facet, Map<String, RoaringBitmap>> derived = derived(kind, listed, asked);
        List<Match> matches = matches(query, asked, derived);
        List<RoaringBitmap> words = best(query, listed, matches);
        Map<Facet, RoaringBitmap> chosen = chosen(query, derived);
        RoaringBitmap base = both(listed, words);
        RoaringBitmap hits = both(base, chosen.values());
        int pages = Math.max(1, Math.min(SearchQuery.LAST_PAGE, (hits.getCardinality() + SearchQuery.PAGE_SIZE - 1)
                / SearchQuery.PAGE_SIZE));
        SearchQuery shown = query.page() > pages ? query.onPage(pages) : query;
        List<MirrorEntry> page = mirror.page(
                hits, order(query, asked, matches), (shown.page() - 1) * SearchQuery.PAGE_SIZE, SearchQuery.PAGE_SIZE);
        int all = query.wide() || query.words().isEmpty()
                ? hits.getCardinality()
                : both(both(listed, matches.stream().map(Match::all).toList()), chosen.values()).getCardinality();
        return new SearchResult(
                shown,
                hits.getCardinality(),
                found(page),
                counts(kind, base, hits, chosen, derived),
                hits.isEmpty() ? ways(query, listed, words, chosen) : List.of(),
                List.of(),
                all - hits.getCardinality(),
                pages);
    }

    private RoaringBitmap listed(SearchQuery query) {
        return query.past() ? mirror.past(query.kind()) : mirror.open(query.kind());
    }

    private List<Match> matches(SearchQuery query, Asked asked, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return query.words().stream().map(word -> match(query.kind(), word, asked, derived)).toList();
    }

    /** What is listed for each word; all that hold them where the best of one word have nothing in common with the best of another. */
    private static List<RoaringBitmap> best(SearchQuery query, RoaringBitmap listed, List<Match> matches) {
        List<RoaringBitmap> all = matches.stream().map(Match::all).toList();
        if (query.wide()) {
            return all;
        }
        List<RoaringBitmap> best = matches.stream().map(match -> match.best(listed)).toList();
        return both(listed, best).isEmpty() ? all : best;
    }

    private Match match(Kind kind, Word word, Asked asked, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return new Match(
                asked.words().get(word),
                marked(kind, word, derived),
                word.parts().stream().map(part -> match(kind, part, asked, derived)).toList());
    }

    /** Records with a mark of the word's name. */
    private RoaringBitmap marked(Kind kind, Word word, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return FastAggregation.or(word.marks().stream()
                .map(tag -> derived.entrySet().stream()
                        .flatMap(facet -> facet.getValue().entrySet().stream()
                                .filter(value -> facet.getKey().tag(value.getKey()).equals(tag))
                                .map(Map.Entry::getValue))
                        .findFirst()
                        .orElseGet(() -> mirror.tagged(kind, tag)))
                .toArray(RoaringBitmap[]::new));
    }

    private Map<Facet, RoaringBitmap> chosen(SearchQuery query, Map<Facet, Map<String, RoaringBitmap>> derived) {
        Map<Facet, RoaringBitmap> chosen = new EnumMap<>(Facet.class);
        query.choices().forEach((facet, values) -> {
            if (facet.style() != Facet.Style.STATE) {
                chosen.put(facet, union(query.kind(), facet, values, derived));
            }
        });
        return chosen;
    }

    /** Facets that follow from other records or from counters instead of the entry itself. */
    private Map<Facet, Map<String, RoaringBitmap>> derived(Kind kind, RoaringBitmap listed, Asked asked) {
        Map<Facet, RoaringBitmap> yes = new EnumMap<>(Facet.class);
        if (kind == Kind.COMPANY) {
            yes.put(Facet.RECRUITING, mirror.linkedFromOpen(kind, Kind.JOB));
            yes.put(Facet.INTERNSHIPS, mirror.linkedFromOpen(kind, Kind.INTERNSHIP));
        }
        for (LiveSet set : liveSets) {
            if (set.kind() == kind) {
                yes.put(set.facet(), mirror.byRecords(kind, asked.live().getOrDefault(set.facet().parameter(), Set.of())));
            }
        }
        Map<Facet, Map<String, RoaringBitmap>> derived = new EnumMap<>(Facet.class);
        yes.forEach((facet, records) ->
                derived.put(facet, Map.of("yes", records, "no", RoaringBitmap.andNot(listed, records))));
        return derived;
    }

    private RoaringBitmap union(
            Kind kind, Facet facet, Collection<String> values, Map<Facet, Map<String, RoaringBitmap>> derived) {
        return FastAggregation.or(values.stream()
                .map(value -> derived.containsKey(facet)
                        ? derived.get(facet).get(value)
                        : mirror.tagged(kind, facet.tag(value)))
                .toArray(RoaringBitmap[]::new));
    }

    private static RoaringBitmap both(RoaringBitmap first, Collection<RoaringBitmap> others) {
        RoaringBitmap result = first;
        for (RoaringBitmap other : others) {
            result = RoaringBitmap.and(result, other);
        }
        return result;
    }

    private Map<Facet, Map<String, Integer>> counts(
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
            for (String value : derived.containsKey(facet) ? derived.get(facet).keySet() : mirror.valuesOf(kind, facet)) {
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

    /** Without which condition something fits; when no single one is to blame, what each finds by itself. */
    private static List<SearchResult.Way> ways(
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
            int without = both(both(listed, chosen.values()), rest).getCardinality();
            dropping.add(new SearchResult.Way(null, null, typed, false, query.withoutWord(i), without));
            int alone = RoaringBitmap.andCardinality(listed, words.get(i));
            keeping.add(new SearchResult.Way(null, null, typed, true, query.onlyWord(i), alone));
        }
        for (Facet facet : chosen.keySet()) {
            Map<Facet, RoaringBitmap> rest = new EnumMap<>(chosen);
            rest.remove(facet);
            Set<String> values = query.chosen(facet);
            String value = values.size() == 1 ? values.iterator().next() : null;
            int without = both(both(listed, words), rest.values()).getCardinality();
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
    private List<SearchResult.Way> near(SearchQuery query, Asked asked) {
        Kind kind = query.kind();
        int index = mirror.reading(() -> firstUnknown(query, asked));
        if (index < 0) {
            return List.of();
        }
        Word unknown = query.words().get(index);
        nothing.fire(new NothingFound(kind, unknown.exact().get(0)));
        Nearby nearby = Nearby.of(unknown.exact().get(0));
        Set<String> words = new LinkedHashSet<>(Vocabulary.current().like(unknown.exact().get(0)));
        if (nearby != null) {
            words.addAll(nearby.in(queries.near(kind, nearby)));
        }
        List<SearchQuery> others = words.stream().map(word -> query.withWord(index, word)).toList();
        Map<Word, SearchQueries.Hits> found = queries.ask(
                others.stream().flatMap(other -> other.asked().stream()).distinct().toList(), Map.of()).words();
        Asked all = new Asked(found, asked.live());
        return mirror.reading(() -> {
            List<SearchResult.Way> near = new ArrayList<>();
            for (SearchQuery other : others) {
                near.add(new SearchResult.Way(null, null, other.words().get(index).typed(), false, other, total(other, all)));
            }
            near.sort(Comparator.comparingInt(SearchResult.Way::total).reversed());
            List<SearchResult.Way> offered = new ArrayList<>(near.stream().filter(way -> way.total() > 0).limit(MOST_NEAR).toList());
            if (query.words().size() == 1) {
                offered.addAll(trades(query, unknown, asked));
            }
            return offered;
        });
    }

    private int firstUnknown(SearchQuery query, Asked asked) {
        RoaringBitmap listed = listed(query);
        List<Match> matches = matches(query, asked, derived(query.kind(), listed, asked));
        for (int i = 0; i < matches.size(); i++) {
            if (!RoaringBitmap.intersects(listed, matches.get(i).all())) {
                return i;
            }
        }
        return -1;
    }

    private int total(SearchQuery query, Asked asked) {
        RoaringBitmap listed = listed(query);
        Map<Facet, Map<String, RoaringBitmap>> derived = derived(query.kind(), listed, asked);
        return both(both(listed, best(query, listed, matches(query, asked, derived))), chosen(query, derived).values()).getCardinality();
    }

    /** Groups of occupations or industries whose names have most in common with a word. */
    private List<SearchResult.Way> trades(SearchQuery query, Word word, Asked asked) {
        List<SearchResult.Way> trades = new ArrayList<>();
        for (Facet facet : List.of(Facet.OCCUPATION, Facet.INDUSTRY)) {
            if (trades.isEmpty() && query.kind().facets().contains(facet)) {
                for (String value : facet.like(word.exact().get(0))) {
                    SearchQuery then = query.withoutWord(0).with(facet, value);
                    int total = total(then, asked);
                    if (total > 0) {
                        trades.add(new SearchResult.Way(facet, value, null, true, then, total));
                    }
                }
            }
        }
        return trades.stream().limit(MOST_NEAR).toList();
    }

    private static Comparator<MirrorEntry> order(SearchQuery query, Asked asked, List<Match> matches) {
        Comparator<MirrorEntry> order = query.sort().order(query.kind(), query.past());
        if (query.sort() != Sort.BEST || query.words().isEmpty()) {
            return order;
        }
        List<Match> all = new ArrayList<>(matches);
        // Words that stand side by side count once more, together.
        query.together().ifPresent(together -> all.add(new Match(asked.words().get(together), new RoaringBitmap(), List.of())));
        Map<Integer, Integer> points = new HashMap<>();
        Comparator<MirrorEntry> fit = Comparator.comparingInt(entry -> -points.computeIfAbsent(
                entry.no(), no -> all.stream().mapToInt(match -> match.points(no)).sum()));
        return fit.thenComparing(order);
    }

    private static List<SearchResult.Found> found(List<MirrorEntry> entries) {
        return entries.stream()
                .map(entry -> new SearchResult.Found(entry.recordId(), entry.code()))
                .toList();
    }
}
