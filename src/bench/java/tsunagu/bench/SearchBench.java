package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;
import tsunagu.posting.DemonstrationPostings;
import tsunagu.posting.DemonstrationPostings.Stated;
import tsunagu.search.Judged;
import tsunagu.search.Kind;
import tsunagu.search.SearchEntry;
import tsunagu.search.SearchInMemory;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchService;

/**
 * The judged queries, answered by the portal's search, by Lucene with Kuromoji and by PostgreSQL's full text over pairs of characters, each
 * with the same fields and the same weights: {@code mvn -Pbench verify -Dit.test=SearchBench}. The table goes to target/bench/search.md.
 */
class SearchBench {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Instant NOON = Instant.parse("2026-11-29T03:00:00Z");

    private final List<Stated> postings = DemonstrationPostings.openOn(DAY);
    private final List<Map<String, String>> stated =
            postings.stream().map(Stated::stated).toList();
    private final StringBuilder table = new StringBuilder(
            "| engine | set | queries | precision of the first ten | recall in the first twenty | nothing found | ms a query |\n|---|---|---|---|---|---|---|\n");

    @Test
    void three_engines_answer_the_same_queries() throws Exception {
        SearchService own = SearchInMemory.of(
                postings.stream().map(Stated::entry).toList(), Clock.fixed(NOON, ZoneOffset.UTC));
        double best = measure(
                "the portal",
                query -> own
                        .all(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {query})), Integer.MAX_VALUE)
                        .stream()
                        .map(found -> (int) found.recordId() - 1)
                        .toList());
        double lucene;
        try (Lucene engine = new Lucene()) {
            measure("Lucene 9.12, Kuromoji, any word", query -> engine.find(query, BooleanClause.Occur.SHOULD));
            lucene = measure("Lucene 9.12, Kuromoji, all words", query -> engine.find(query, BooleanClause.Occur.MUST));
        }
        Path directory = Files.createTempDirectory("search-bench");
        double postgresql;
        try (LocalDatabase database = LocalDatabase.start(directory, false);
                Connection connection = database.connect(DatabaseUsers.SUPERUSER)) {
            fill(connection);
            postgresql = measure("PostgreSQL full text, pairs of characters", query -> find(connection, query));
        }
        Path target = Path.of(System.getProperty("tsunagu.build"), "bench", "search.md");
        Files.createDirectories(target.getParent());
        Files.writeString(target, table);
        System.out.print(table);
        assertThat(best).isGreaterThan(Math.max(lucene, postgresql));
    }

    /** @return precision over all queries */
    private double measure(String engine, Function<String, List<Integer>> find) {
        double all = 0;
        for (String set : List.of("tuned", "held")) {
            List<Judged> queries = Judged.all().stream()
                    .filter(each -> each.set().equals(set))
                    .toList();
            queries.forEach(each -> find.apply(each.query()));
            long start = System.nanoTime();
            List<Judged.Measured> measured = queries.stream()
                    .map(each -> each.measured(
                            find.apply(each.query()).stream().map(stated::get).toList(), stated))
                    .toList();
            double millis = (System.nanoTime() - start) / 1e6 / queries.size();
            double precision = measured.stream()
                    .mapToDouble(Judged.Measured::precision)
                    .average()
                    .orElseThrow();
            all += precision;
            table.append("| %s | %s | %d | %.2f | %.2f | %d | %.2f |%n"
                    .formatted(
                            engine,
                            set.equals("held") ? "held back" : "looked at",
                            queries.size(),
                            precision,
                            measured.stream()
                                    .mapToDouble(Judged.Measured::recall)
                                    .average()
                                    .orElseThrow(),
                            measured.stream().filter(each -> each.found() == 0).count(),
                            millis));
        }
        return all / 2;
    }

    /** What is written in the fields of one weight, in Japanese. */
    private static String words(Stated posting, SearchEntry.Weight... weights) {
        List<SearchEntry.Weight> wanted = List.of(weights);
        return posting.entry().fields().stream()
                .filter(each -> wanted.contains(each.weight()))
                .map(SearchEntry.Field::words)
                .collect(Collectors.joining("\n"));
    }

    private final class Lucene implements AutoCloseable {

        private static final Map<String, Float> BOOSTS = Map.of("heading", 4f, "core", 2f, "rest", 1f);

        private final Analyzer analyzer = new JapaneseAnalyzer();
        private final DirectoryReader reader;
        private final IndexSearcher searcher;

        Lucene() throws IOException {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Stated each : postings) {
                    Document document = new Document();
                    document.add(new TextField(
                            "heading", words(each, SearchEntry.Weight.HEADING, SearchEntry.Weight.READING), Field.Store.NO));
                    document.add(new TextField("core", words(each, SearchEntry.Weight.CORE), Field.Store.NO));
                    document.add(new TextField(
                            "rest", words(each, SearchEntry.Weight.REST, SearchEntry.Weight.ASIDE), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        }

        /** Each word that was typed in one of the fields; a word's own parts all of them. */
        List<Integer> find(String typed, BooleanClause.Occur occur) {
            QueryBuilder builder = new QueryBuilder(analyzer);
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (String word : typed.strip().split("[\\s\u3000]+")) {
                BooleanQuery.Builder one = new BooleanQuery.Builder();
                BOOSTS.forEach((field, boost) -> {
                    Query query = builder.createBooleanQuery(field, word, BooleanClause.Occur.MUST);
                    if (query != null) {
                        one.add(new BoostQuery(query, boost), BooleanClause.Occur.SHOULD);
                    }
                });
                all.add(one.build(), occur);
            }
            try {
                return Stream.of(searcher.search(all.build(), postings.size()).scoreDocs)
                        .map((ScoreDoc each) -> each.doc)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
            analyzer.close();
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table posting_words (no int, words tsvector)");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into posting_words values (?, setweight(array_to_tsvector(?), 'A') || setweight(array_to_tsvector(?), 'B')"
                        + " || setweight(array_to_tsvector(?), 'C'))")) {
            for (int i = 0; i < postings.size(); i++) {
                insert.setInt(1, i);
                insert.setArray(
                        2, pairs(connection, words(postings.get(i), SearchEntry.Weight.HEADING, SearchEntry.Weight.READING)));
                insert.setArray(3, pairs(connection, words(postings.get(i), SearchEntry.Weight.CORE)));
                insert.setArray(
                        4, pairs(connection, words(postings.get(i), SearchEntry.Weight.REST, SearchEntry.Weight.ASIDE)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static java.sql.Array pairs(Connection connection, String words) throws SQLException {
        return connection.createArrayOf("text", pairs(words).stream().distinct().toArray());
    }

    /** Small letters of one width, in pairs; a single character by itself. */
    private static List<String> pairs(String words) {
        List<String> pairs = new ArrayList<>();
        for (String word : Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase().split("\\s+")) {
            IntStream.range(0, Math.max(0, word.length() - 1)).forEach(i -> pairs.add(word.substring(i, i + 2)));
            if (word.length() == 1) {
                pairs.add(word);
            }
        }
        return pairs;
    }

    private static List<Integer> find(Connection connection, String typed) {
        String query = pairs(typed).stream()
                .distinct()
                .map(pair -> "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" & "));
        List<Integer> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select no from posting_words where words @@ ?::tsquery order by ts_rank(words, ?::tsquery) desc, no desc")) {
            select.setString(1, query);
            select.setString(2, query);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return found;
    }
}
