package tsunagu.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
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
import java.util.function.IntUnaryOperator;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import tsunagu.search.SearchAnswers.Asked;
import tsunagu.shared.UseCase;

/** The search door. */
@ApplicationScoped
@Transactional
public class SearchService {

    @Inject
    private SearchMirror mirror;

    @Inject
    private SearchQueries queries;

    @Inject
    private RequestFreshness looked;

    @Inject
    private SearchAnswers answers;

    @Inject
    private OtherWays ways;

    /** Asks a list. At most two statements. */
    @UseCase(anyone = true, changes = false)
    public SearchResult find(SearchQuery query) {
        follow();
        if (query.refused()) {
            return new SearchResult(query, 0, List.of(), Map.of(), List.of(), List.of(), 0, 1);
        }
        Asked asked = answers.ask(query);
        SearchResult result = mirror.reading(() -> answers.answer(query, asked));
        return result.none() && !query.words().isEmpty() ? result.with(ways.near(query, asked)) : result;
    }

    /** All that fit, not by pages, at most {@code most}: for feeds and open data. */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult.Found> all(SearchQuery query, int most) {
        follow();
        Asked asked = answers.ask(query);
        return mirror.reading(() -> answers.all(query, asked, most));
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
            return SearchAnswers.found(entries);
        });
    }

    /** Several lists without words at one state of the database, in the order asked for. */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult> findAll(List<SearchQuery> plain) {
        follow();
        return plain.stream()
                .map(query -> mirror.reading(() -> answers.answer(query, new Asked(Map.of(), Map.of()))))
                .toList();
    }

    /**
     * The same, and behind them one page of another list.
     *
     * @param page its number, told by how many pages the list has
     */
    @UseCase(anyone = true, changes = false)
    public List<SearchResult> findAll(List<SearchQuery> plain, SearchQuery paged, IntUnaryOperator page) {
        List<SearchResult> all = new ArrayList<>(findAll(plain));
        all.add(mirror.reading(() -> {
            Asked nothing = new Asked(Map.of(), Map.of());
            int total = answers.answer(paged, nothing).total();
            int pages = Math.max(1, (total + SearchQuery.PAGE_SIZE - 1) / SearchQuery.PAGE_SIZE);
            return answers.answer(paged.onPage(page.applyAsInt(pages)), nothing);
        }));
        return all;
    }

    /** Open records of some kinds that belong to a record of another one, newest first: a company's postings. */
    @UseCase(anyone = true, changes = false)
    public Map<Kind, List<SearchResult.Found>> openOf(List<Kind> kinds, long ownerRecordId, int most) {
        follow();
        return mirror.reading(() -> {
            Map<Kind, List<SearchResult.Found>> open = new EnumMap<>(Kind.class);
            for (Kind kind : kinds) {
                RoaringBitmap owned = RoaringBitmap.and(mirror.open(kind), mirror.ownedBy(kind, ownerRecordId));
                open.put(kind, SearchAnswers.found(mirror.page(owned, mirror.order(Sort.BEST, kind, false), 0, most)));
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
                RoaringBitmap all = SearchAnswers.both(open, shared.subList(0, inCommon));
                alike.addAll(mirror.page(all, mirror.order(Sort.BEST, kind, false), 0, most));
            }
            return SearchAnswers.found(alike.stream().limit(most).toList());
        });
    }

    /**
     * Which of many questions find something among a few records: one pass. What it costs grows with these records and with different
     * questions, not with all records there are.
     *
     * @return for each question that finds something, what
     */
    @UseCase(anyone = true, changes = false)
    public Map<SearchQuery, List<SearchResult.Found>> among(
            Kind kind, Collection<Long> recordIds, Collection<SearchQuery> questions) {
        follow();
        NewTexts texts = queries.texts(kind, recordIds);
        Asked live =
                new Asked(Map.of(), queries.ask(List.of(), answers.live(kind)).recordIds());
        return mirror.reading(() -> {
            RoaringBitmap few = RoaringBitmap.and(mirror.byRecords(kind, recordIds), mirror.open(kind));
            Map<Facet, Map<String, RoaringBitmap>> derived = answers.derived(kind, mirror.open(kind), live);
            Map<Word, RoaringBitmap> words = new HashMap<>();
            Map<List<Object>, RoaringBitmap> choices = new HashMap<>();
            Map<SearchQuery, List<SearchResult.Found>> found = new LinkedHashMap<>();
            for (SearchQuery question : questions) {
                RoaringBitmap hits = few;
                for (Word word : question.words()) {
                    hits = RoaringBitmap.and(
                            hits, words.computeIfAbsent(word, key -> holding(kind, key, texts, derived)));
                }
                for (Map.Entry<Facet, Set<String>> choice : question.choices().entrySet()) {
                    if (choice.getKey().style() != Facet.Style.STATE) {
                        hits = RoaringBitmap.and(
                                hits,
                                choices.computeIfAbsent(
                                        List.of(choice.getKey(), choice.getValue()),
                                        key -> RoaringBitmap.and(
                                                few,
                                                answers.union(kind, choice.getKey(), choice.getValue(), derived))));
                    }
                }
                if (!hits.isEmpty()) {
                    found.put(
                            question,
                            SearchAnswers.found(
                                    mirror.page(hits, mirror.order(Sort.BEST, kind, false), 0, hits.getCardinality())));
                }
            }
            return found;
        });
    }

    /** As {@link Match#all} for records whose texts are in memory. */
    private RoaringBitmap holding(
            Kind kind, Word word, NewTexts texts, Map<Facet, Map<String, RoaringBitmap>> derived) {
        RoaringBitmap holding = RoaringBitmap.or(texts.holding(word), answers.marked(kind, word, derived));
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
}
