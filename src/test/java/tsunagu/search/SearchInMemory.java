package tsunagu.search;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The search door over entries in memory: all of it is the product's own, only PostgreSQL's part is done by {@link NewTexts}, which looks for
 * a word exactly as the database does.
 */
public final class SearchInMemory {

    private SearchInMemory() {}

    public static SearchService of(List<SearchEntry> entries, Clock clock) {
        SearchMirror mirror = new SearchMirror();
        SearchQueries queries = new Texts(entries);
        SearchService service = new SearchService();
        set(mirror, "queries", queries);
        set(mirror, "clock", clock);
        set(service, "mirror", mirror);
        set(service, "queries", queries);
        set(service, "looked", new RequestFreshness());
        SearchAnswers answers = new SearchAnswers();
        set(answers, "mirror", mirror);
        set(answers, "queries", queries);
        OtherWays ways = new OtherWays();
        set(ways, "mirror", mirror);
        set(ways, "queries", queries);
        set(ways, "answers", answers);
        set(service, "answers", answers);
        set(service, "ways", ways);
        set(
                ways,
                "nothing",
                Proxy.newProxyInstance(
                        SearchInMemory.class.getClassLoader(),
                        new Class<?>[] {Event.class},
                        (proxy, method, arguments) -> null));
        set(
                answers,
                "liveSets",
                Proxy.newProxyInstance(
                        SearchInMemory.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) -> Collections.emptyIterator()));
        return service;
    }

    private static void set(Object bean, String name, Object value) {
        try {
            Field field = bean.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Texts extends SearchQueries {

        private final NewTexts texts = new NewTexts();
        private final List<Change> changes = new ArrayList<>();
        private final List<SearchEntry> entries;
        private boolean read;

        Texts(List<SearchEntry> entries) {
            this.entries = entries;
            int no = 0;
            for (SearchEntry entry : entries) {
                no++;
                Indexed indexed = indexed(entry);
                texts.add(no, indexed.body(), List.copyOf(indexed.grams()));
                changes.add(new Change(
                        new MirrorEntry(
                                no,
                                entry.kind(),
                                entry.recordId(),
                                entry.code(),
                                entry.window().from().toEpochMilli(),
                                entry.window().until() == null
                                        ? Long.MAX_VALUE
                                        : entry.window().until().toEpochMilli(),
                                entry.publicSince().toEpochMilli(),
                                entry.seconds().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray(),
                                entry.wage(),
                                entry.daysOff(),
                                entry.name(),
                                entry.links().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray(),
                                false,
                                1),
                        tags(entry).toArray(String[]::new)));
            }
        }

        @Override
        Changes changesSince(long mark) {
            List<Change> news = read ? List.of() : changes;
            read = true;
            return new Changes(1, 0, news);
        }

        @Override
        Answers ask(List<Word> words, Map<String, String> live) {
            Map<Word, Hits> hits = new HashMap<>();
            for (Word word : words) {
                hits.put(word, new Hits(holding(word.only(true)), holding(word.only(false))));
            }
            return new Answers(hits, Map.<String, Set<Long>>of());
        }

        @Override
        List<List<List<String>>> near(Kind kind, Nearby nearby) {
            return entries.stream()
                    .filter(entry -> nearby.ways().stream()
                            .anyMatch(way -> indexed(entry).grams().containsAll(way)))
                    .map(entry -> entry.fields().stream()
                            .map(field -> List.of(field.label(), field.words()))
                            .toList())
                    .toList();
        }

        private Holding holding(Word word) {
            return word.blank()
                    ? Holding.NOTHING
                    : new Holding(
                            texts.holding(word),
                            texts.holding(word, Word.IN_HEADING),
                            texts.holding(word, Word.IN_CORE),
                            texts.holding(word, Word.IN_REST));
        }
    }
}
