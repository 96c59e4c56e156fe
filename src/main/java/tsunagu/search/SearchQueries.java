package tsunagu.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import tsunagu.search.SearchEntry.Weight;
import tsunagu.shared.Sql;

/**
 * The search tables. Reads and writes in the caller's transaction: same data source, same connection.
 *
 * <p>Entries are written, and followed at every request, by plain JDBC: {@link Sql} would write the caller's entities first, for each of
 * the thousands of entries that a start may fill in, and would hand a first look at all of them on as a list of rows.
 */
@ApplicationScoped
class SearchQueries {

    /** Made when the first text is read or written: only a server has what it is made by. */
    private static final class Json {

        private static final Jsonb JSON = JsonbBuilder.create();
    }

    private static final String PUT =
            """
            insert into search_entry as e (kind, record_id, code, facets, opens_at, closes_at, public_since, spans, wage, days_off, name,
                links, removed, changed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, pg_current_xact_id())
            on conflict (kind, record_id) do update
                set code = excluded.code, facets = excluded.facets, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
                    public_since = excluded.public_since, spans = excluded.spans, wage = excluded.wage, days_off = excluded.days_off,
                    name = excluded.name, links = excluded.links, removed = false, changed = excluded.changed, edition = e.edition + 1
            returning no
            """;

    /** Nothing of an entry that was written since. */
    private static final String PUT_AGAIN = PUT.replace("returning no", "where e.changed < ?::text::xid8 returning no");

    private static final String PUT_TEXT =
            """
            insert into search_text (no, body, grams, fields)
            values (?, ?, array_to_tsvector(?), ?::jsonb)
            on conflict (no) do update set body = excluded.body, grams = excluded.grams, fields = excluded.fields
            """;

    /** The label under which the fields of a record hold its marks. */
    static final String MARK = "mark";

    private static final String CHANGES =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark, e.no, e.kind, e.record_id, e.code, e.facets,
                e.opens_at, e.closes_at, e.public_since, e.spans, e.wage, e.days_off, e.name, e.links, e.removed, e.edition,
                (select coalesce(max(no), 0)::bigint * 10000 + count(*) from search_synonym) as learnt
            from (values (1)) one(row)
            left join search_entry e on e.changed >= ?::text::xid8
            """;

    private static final String HITS =
            """
            select %d as part,
                (select array_agg(no) from search_hits(?::tsquery, ?, ?)) as hits,
                (select array_agg(no) from search_hits(?::tsquery, '{}', false)) as in_heading,
                (select array_agg(no) from search_hits(?::tsquery, '{}', false)) as in_core,
                (select array_agg(no) from search_hits(?::tsquery, '{}', false)) as in_rest,
                null::bigint[] as records
            """;

    private static final String LIVE =
            """
            select %d as part, null::int[] as hits, null::int[] as in_heading, null::int[] as in_core, null::int[] as in_rest, array_agg(id) as records
            from (%s) live(id)
            """;

    @Inject
    private Sql sql;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    /**
     * @param mark ask for changes from here the next time
     * @param learnt names the synonyms of staff as they are; another number after every change
     */
    record Changes(long mark, long learnt, List<Change> entries) {}

    /** @param facets tags of the entry */
    record Change(MirrorEntry entry, String[] facets) {}

    /**
     * @param inHeading of {@code all}, those whose title or name holds the word
     * @param inCore those that are about it
     * @param inRest those whose conditions hold it
     */
    record Holding(RoaringBitmap all, RoaringBitmap inHeading, RoaringBitmap inCore, RoaringBitmap inRest) {

        static final Holding NOTHING =
                new Holding(new RoaringBitmap(), new RoaringBitmap(), new RoaringBitmap(), new RoaringBitmap());

        /** Those that are about it. */
        RoaringBitmap about() {
            return RoaringBitmap.and(all, RoaringBitmap.or(inHeading, inCore));
        }

        /** Those whose conditions hold it. */
        RoaringBitmap conditions() {
            return RoaringBitmap.and(all, inRest);
        }
    }

    /**
     * @param itself records that hold the word as it was typed
     * @param wider those that hold something that says the same
     */
    record Hits(Holding itself, Holding wider) {

        RoaringBitmap all() {
            return RoaringBitmap.or(itself.all(), wider.all());
        }

        RoaringBitmap about() {
            return RoaringBitmap.or(itself.about(), wider.about());
        }

        RoaringBitmap conditions() {
            return RoaringBitmap.or(itself.conditions(), wider.conditions());
        }
    }

    /** @param recordIds answers of the live sets, by name */
    record Answers(Map<Word, Hits> words, Map<String, Set<Long>> recordIds) {}

    void put(SearchEntry entry) {
        put(entry, null);
    }

    /** Marks the moment before what is to be written again is read. */
    String moment() {
        return sql.of("select pg_snapshot_xmin(pg_current_snapshot())::text").one(String.class);
    }

    /** Unless it was written after a {@link #moment}: what somebody ended or took down meanwhile stays so. @param since null: whatever was written */
    void put(SearchEntry entry, String since) {
        run(connection -> {
            int no;
            try (PreparedStatement statement = connection.prepareStatement(since == null ? PUT : PUT_AGAIN)) {
                statement.setString(1, entry.kind().name());
                statement.setLong(2, entry.recordId());
                statement.setString(3, entry.code());
                statement.setArray(4, texts(connection, tags(entry)));
                statement.setTimestamp(5, Timestamp.from(entry.window().from()));
                statement.setTimestamp(
                        6,
                        entry.window().until() == null
                                ? null
                                : Timestamp.from(entry.window().until()));
                statement.setTimestamp(7, Timestamp.from(entry.publicSince()));
                statement.setArray(
                        8, connection.createArrayOf("bigint", entry.seconds().toArray()));
                statement.setInt(9, entry.wage());
                statement.setInt(10, entry.daysOff());
                statement.setString(11, entry.name());
                statement.setArray(
                        12, connection.createArrayOf("bigint", entry.links().toArray()));
                if (since != null) {
                    statement.setString(13, since);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        return null;
                    }
                    no = rows.getInt("no");
                }
            }
            putText(connection, no, entry);
            return null;
        });
    }

    /**
     * A text as the index holds it.
     *
     * @param body normalised, fields parted by line ends
     */
    record Indexed(String body, Set<String> grams) {}

    static Indexed indexed(SearchEntry entry) {
        String readings = joined(entry, Weight.READING);
        String heading = joined(entry, Weight.HEADING);
        String core = joined(entry, Weight.CORE);
        String rest = joined(entry, Weight.REST);
        String aside = joined(entry, Weight.ASIDE);
        Set<String> grams = SearchText.grams(String.join("\n", heading, core, rest, aside));
        readings.lines().forEach(reading -> grams.addAll(SearchText.beginnings(reading)));
        SearchText.grams(heading).forEach(gram -> grams.add(Word.IN_HEADING + gram));
        SearchText.grams(core).forEach(gram -> grams.add(Word.IN_CORE + gram));
        SearchText.grams(rest).forEach(gram -> grams.add(Word.IN_REST + gram));
        String english = joined(entry, Weight.ENGLISH);
        SearchText.latinBeginnings(english).forEach(beginning -> grams.add(Word.IN_ENGLISH + beginning));
        return new Indexed(String.join("\n", heading, readings, core, rest, aside, english), grams);
    }

    private static void putText(Connection connection, int no, SearchEntry entry) throws SQLException {
        Indexed indexed = indexed(entry);
        // Marks stand there by their tags, to show why a record was found by one.
        List<List<String>> fields = Stream.concat(
                        entry.fields().stream()
                                .filter(field -> !field.words().isBlank())
                                .map(field -> List.of(field.label(), field.words())),
                        entry.facets().stream()
                                .filter(Vocabulary.current()::isMark)
                                .sorted()
                                .map(tag -> List.of(MARK, tag)))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(PUT_TEXT)) {
            statement.setInt(1, no);
            statement.setString(2, indexed.body());
            statement.setArray(3, texts(connection, indexed.grams()));
            statement.setString(4, Json.JSON.toJson(fields));
            statement.executeUpdate();
        }
    }

    /** Every facet of the kind is answered, and be it by "not stated". */
    static Collection<String> tags(SearchEntry entry) {
        Set<String> tags = new TreeSet<>(entry.facets());
        for (Facet facet : entry.kind().facets()) {
            if (facet.knows(Facet.UNSTATED)
                    && tags.stream().noneMatch(tag -> tag.startsWith(facet.parameter() + "="))) {
                tags.add(facet.tag(Facet.UNSTATED));
            }
        }
        return tags;
    }

    private static String joined(SearchEntry entry, Weight weight) {
        return entry.fields().stream()
                .filter(field -> field.weight() == weight)
                .map(field -> SearchText.normalise(field.words()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    void remove(Kind kind, long recordId) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    update search_entry set removed = true, changed = pg_current_xact_id(), edition = edition + 1
                    where kind = ? and record_id = ?
                    """)) {
                statement.setString(1, kind.name());
                statement.setLong(2, recordId);
                statement.executeUpdate();
            }
            return null;
        });
    }

    Changes changesSince(long mark) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
                statement.setString(1, Long.toString(mark));
                statement.setFetchSize(10_000);
                try (ResultSet rows = statement.executeQuery()) {
                    long next = mark;
                    long learnt = 0;
                    List<Change> entries = new ArrayList<>();
                    Map<String, String> seen = new HashMap<>();
                    while (rows.next()) {
                        next = rows.getLong("mark");
                        learnt = rows.getLong("learnt");
                        if (rows.getObject("no") != null) {
                            entries.add(change(rows, seen));
                        }
                    }
                    return new Changes(next, learnt, entries);
                }
            }
        });
    }

    private static Change change(ResultSet rows, Map<String, String> seen) throws SQLException {
        String[] facets = (String[]) rows.getArray("facets").getArray();
        for (int i = 0; i < facets.length; i++) {
            facets[i] = seen.computeIfAbsent(facets[i], tag -> tag);
        }
        Timestamp closes = rows.getTimestamp("closes_at");
        Long[] links = (Long[]) rows.getArray("links").getArray();
        MirrorEntry entry = new MirrorEntry(
                rows.getInt("no"),
                Kind.valueOf(rows.getString("kind")),
                rows.getLong("record_id"),
                rows.getString("code"),
                rows.getTimestamp("opens_at").getTime(),
                closes == null ? Long.MAX_VALUE : closes.getTime(),
                rows.getTimestamp("public_since").getTime(),
                Arrays.stream((Long[]) rows.getArray("spans").getArray())
                        .mapToLong(Long::longValue)
                        .toArray(),
                rows.getInt("wage"),
                rows.getInt("days_off"),
                seen.computeIfAbsent(rows.getString("name"), name -> name),
                Arrays.stream(links).mapToLong(Long::longValue).toArray(),
                rows.getBoolean("removed"),
                rows.getInt("edition"));
        return new Change(entry, facets);
    }

    /**
     * One statement for all words of a search and all sets that must be asked anew at every request.
     *
     * @param live name and a select of record numbers
     */
    Answers ask(List<Word> words, Map<String, String> live) {
        if (words.isEmpty() && live.isEmpty()) {
            return new Answers(Map.of(), Map.of());
        }
        // Two parts for a word: itself, and what is wider.
        List<Word> asked = words.stream()
                .flatMap(word -> Stream.of(word.only(true), word.only(false)))
                .toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.get(i).blank()) {
                parts.add(HITS.formatted(i));
            }
        }
        List<String> names = List.copyOf(live.keySet());
        for (int i = 0; i < names.size(); i++) {
            parts.add(LIVE.formatted(-(i + 1), live.get(names.get(i))));
        }
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(String.join(" union all ", parts))) {
                int at = 1;
                for (Word word : asked) {
                    if (!word.blank()) {
                        statement.setObject(at++, word.tsquery(""), Types.OTHER);
                        statement.setArray(at++, texts(connection, word.patterns()));
                        statement.setBoolean(at++, word.needsCheck());
                        statement.setObject(at++, word.tsquery(Word.IN_HEADING), Types.OTHER);
                        statement.setObject(at++, word.tsquery(Word.IN_CORE), Types.OTHER);
                        statement.setObject(at++, word.tsquery(Word.IN_REST), Types.OTHER);
                    }
                }
                Map<Integer, Holding> found = new HashMap<>();
                Map<String, Set<Long>> ids = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        int part = rows.getInt("part");
                        if (part >= 0) {
                            found.put(
                                    part,
                                    new Holding(
                                            bitmap(rows.getArray("hits")),
                                            bitmap(rows.getArray("in_heading")),
                                            bitmap(rows.getArray("in_core")),
                                            bitmap(rows.getArray("in_rest"))));
                        } else {
                            ids.put(names.get(-part - 1), longs(rows.getArray("records")));
                        }
                    }
                }
                Map<Word, Hits> hits = new LinkedHashMap<>();
                for (int i = 0; i < words.size(); i++) {
                    hits.put(
                            words.get(i),
                            new Hits(
                                    found.getOrDefault(2 * i, Holding.NOTHING),
                                    found.getOrDefault(2 * i + 1, Holding.NOTHING)));
                }
                return new Answers(hits, ids);
            }
        });
    }

    private static RoaringBitmap bitmap(Array array) throws SQLException {
        RoaringBitmap bitmap = new RoaringBitmap();
        if (array != null) {
            for (Integer no : (Integer[]) array.getArray()) {
                bitmap.add(no);
            }
        }
        return bitmap;
    }

    private static Set<Long> longs(Array array) throws SQLException {
        return array == null ? Set.of() : new HashSet<>(Arrays.asList((Long[]) array.getArray()));
    }

    private record Text(int no, String body, List<String> grams) {}

    /** The texts of some records, to look for many words in them. */
    NewTexts texts(Kind kind, Collection<Long> recordIds) {
        NewTexts texts = new NewTexts();
        sql.of(
                        """
                        select e.no, t.body, tsvector_to_array(t.grams) as grams
                        from search_entry e
                        join search_text t on t.no = e.no
                        where e.kind = :kind and e.record_id = any(:records)
                        """)
                .with("kind", kind)
                .withNumbers("records", recordIds)
                .list(Text.class)
                .forEach(each -> texts.add(each.no(), each.body(), each.grams()));
        return texts;
    }

    /** @param fields JSON: an array of label and words */
    private record Fields(long record, String fields) {

        List<List<String>> read() {
            return Arrays.stream(Json.JSON.fromJson(fields, String[][].class))
                    .map(List::of)
                    .toList();
        }
    }

    /** The written fields of some records: label and words, to show where a word was found. */
    Map<Long, List<List<String>>> fields(Kind kind, Collection<Long> recordIds) {
        return sql
                .of(
                        """
                        select e.record_id as record, t.fields::text as fields
                        from search_entry e
                        join search_text t on t.no = e.no
                        where e.kind = :kind and e.record_id = any(:records)
                        """)
                .with("kind", kind)
                .withNumbers("records", recordIds)
                .list(Fields.class)
                .stream()
                .collect(Collectors.toMap(Fields::record, Fields::read));
    }

    private static final int TEXTS_LOOKED_THROUGH = 100;

    /** The written fields of records that may hold a word like one that finds nothing. */
    List<List<List<String>>> near(Kind kind, Nearby nearby) {
        return sql
                .of(
                        """
                        select t.no as record, t.fields::text as fields
                        from search_hits(cast(:query as tsquery), '{}', false) hit
                        join search_entry e on e.no = hit.no and e.kind = :kind and not e.removed
                        join search_text t on t.no = hit.no
                        limit :most
                        """)
                .with("query", nearby.tsquery())
                .with("kind", kind)
                .with("most", TEXTS_LOOKED_THROUGH)
                .list(Fields.class)
                .stream()
                .map(Fields::read)
                .toList();
    }

    /** Groups of words that staff made the same. */
    List<List<String>> synonyms() {
        return sql.of("select words from search_synonym order by no").list(String.class).stream()
                .map(words -> List.of(words.split(" ")))
                .toList();
    }

    /** By what the tables are filled; "" for an empty database. */
    String edition() {
        return sql.of("select edition from search_edition").first(String.class).orElse("");
    }

    void filledBy(String edition) {
        sql.of(
                        """
                        insert into search_edition (edition) values (:edition)
                        on conflict (only_row) do update set edition = excluded.edition
                        """)
                .with("edition", edition)
                .run();
    }

    /** After a restore into a new database the numbers of transactions begin anew; without this every reader reads all. */
    void bringMarksDown() {
        sql.of("update search_entry set changed = pg_current_xact_id() where changed > pg_current_xact_id()")
                .run();
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
