package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.posting.PostingService;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.searchword.SameWords;
import tsunagu.searchword.SearchWordService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Job;

/** The search door against brute force, and against its own counts. */
@ArquillianTest
class SearchIT {

    private static final int KEYWORDS = 200;

    @Inject
    private SearchService search;

    @Inject
    private SearchWordService words;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    private CompanyService companies;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Inject
    private jakarta.transaction.UserTransaction transaction;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @BeforeEach
    void a_city() {
        world.city();
    }

    /** Every record whose written text holds a keyword is found: 200 keywords cut out of the texts by a fixed seed. */
    @Test
    void everything_that_holds_a_word_is_found() {
        Set<Long> open = ids(query());
        Map<Long, List<List<String>>> fields = search.fields(Kind.JOB, open);
        Map<Long, List<String>> texts = fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        // readings are found from their beginning only, see below; English by its words, on English
                        // pages
                        each -> each.getValue().stream()
                                .filter(field ->
                                        !List.of("reading", "english", "mark").contains(field.get(0)))
                                .map(field -> plain(field.get(1)))
                                .toList()));
        List<String> missed = new ArrayList<>();
        int found = 0;
        for (String keyword : keywords(new ArrayList<>(texts.values()))) {
            Set<Long> expected = new HashSet<>();
            texts.forEach((id, text) -> {
                if (text.stream().anyMatch(field -> field.contains(plain(keyword)))) {
                    expected.add(id);
                }
            });
            assertTrue(!expected.isEmpty(), keyword);
            found += expected.size();
            Set<Long> answered = ids(query("q", keyword, "wide", "yes"));
            if (!answered.containsAll(expected)) {
                missed.add(keyword);
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(found > KEYWORDS, "the keywords find " + found);
    }

    private static Set<String> keywords(List<List<String>> texts) {
        Random random = new Random(20261123);
        Set<String> keywords = new LinkedHashSet<>();
        while (keywords.size() < KEYWORDS) {
            List<String> fields = texts.get(random.nextInt(texts.size()));
            String text = fields.get(random.nextInt(fields.size()));
            int length = 1 + random.nextInt(6);
            if (text.length() > length) {
                int at = random.nextInt(text.length() - length);
                String keyword = text.substring(at, at + length);
                // One or two Latin letters are found as a word only.
                if (keyword.codePoints().allMatch(Character::isLetterOrDigit)
                        && !plain(keyword).matches("[a-z]{1,2}")) {
                    keywords.add(keyword);
                }
            }
        }
        return keywords;
    }

    /** The oracle's own idea of equal: NFKC, small letters, hiragana as katakana. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(point -> point >= 0x3041 && point <= 0x3096 ? point + 0x60 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void a_name_is_found_by_the_beginning_of_its_reading_and_not_by_its_middle() {
        SearchQuery all = SearchQuery.parse(Kind.COMPANY, Map.of());
        Set<Long> open =
                search.all(all, 1000).stream().map(SearchResult.Found::recordId).collect(Collectors.toSet());
        Map<Long, List<List<String>>> fields = search.fields(Kind.COMPANY, open);
        int tried = 0;
        for (Map.Entry<Long, List<List<String>>> company : fields.entrySet()) {
            String reading = company.getValue().stream()
                    .filter(field -> field.get(0).equals("reading"))
                    .findFirst()
                    .orElseThrow()
                    .get(1);
            for (int length : new int[] {2, 3, Math.min(8, reading.length())}) {
                SearchQuery query =
                        SearchQuery.parse(Kind.COMPANY, Map.of("q", new String[] {reading.substring(0, length)}));
                assertTrue(
                        search.all(query, 1000).stream().anyMatch(found -> found.recordId() == company.getKey()),
                        reading + " by " + length);
                tried++;
            }
        }
        assertTrue(tried > 100, "tried " + tried);
        SearchQuery middle = SearchQuery.parse(Kind.COMPANY, Map.of("q", new String[] {"ドウシャ"}));
        assertEquals(0, search.find(middle).total());
    }

    /** A count is a promise: choosing the value alone in its facet gives exactly so many, whatever else is chosen. */
    @Test
    void every_count_is_what_choosing_gives() {
        int checked = 0;
        for (SearchQuery query : List.of(
                query(),
                query("q", "製造"),
                query("area", "ICHINOSEKI", "employment", "REGULAR"),
                query("q", "正社員", "wage", "200000", "dormitory", "yes", "industry", "E"))) {
            SearchResult result = search.find(query);
            for (Map.Entry<Facet, Map<String, Integer>> facet : result.counts().entrySet()) {
                for (Map.Entry<String, Integer> value : facet.getValue().entrySet()) {
                    // by its address, as people and machines choose
                    String address = query.with(facet.getKey(), value.getKey()).address();
                    int total = search.find(SearchQuery.parse(Kind.JOB, parameters(address)))
                            .total();
                    assertEquals(
                            value.getValue(), total, query.address() + " " + facet.getKey() + " " + value.getKey());
                    checked++;
                }
            }
        }
        assertTrue(checked > 200, "checked " + checked);
    }

    /** On a page in English the names of classes are found, by the beginnings of their words; on one in Japanese they are not there. */
    @Test
    void english_names_of_classes_are_found_on_english_pages_only() {
        Map<String, String[]> engineers = Map.of("q", new String[] {"workers"});
        assertEquals(0, search.find(SearchQuery.parse(Kind.JOB, engineers)).total());
        assertTrue(search.find(SearchQuery.parse(Kind.JOB, engineers, true)).total() > 0);
        assertEquals(
                0,
                search.find(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {"orkers"}), true))
                        .total());
    }

    /** A mistyped word, by the database: what is offered gives what it promises. */
    @Test
    void who_mistypes_is_offered_what_is_there() {
        SearchResult result = search.find(query("q", "オペレーツー"));
        assertEquals(0, result.total());
        SearchResult.Way way = result.near().get(0);
        assertEquals("オペレーター", way.word());
        assertEquals(search.find(way.then()).total(), way.total());
    }

    /** What staff say means the same is found from the next look on, and no longer once it is taken back; without their word it finds nothing. */
    @Test
    void staff_see_what_found_nothing_and_say_what_it_means() {
        String invented = "ぬるへかぽ";
        assertEquals(0, search.find(query("q", invented)).total());
        search.find(query("q", invented));
        jobs.stream().filter(each -> each.job().equals("missed-words")).forEach(Job::round);
        currentActor.as(World.STAFF, () -> {
            assertTrue(
                    words.missed().stream().anyMatch(each -> each.word().equals("ヌルヘカポ") && each.times() == 2),
                    words.missed().toString());
            words.add(new SameWords(invented + "　製造"));
            return null;
        });
        search.find(query());
        assertEquals(ids(query("q", "製造")), ids(query("q", invented)));
        currentActor.as(World.STAFF, () -> {
            words.synonyms().stream()
                    .filter(each -> each.words().startsWith(invented))
                    .forEach(each -> words.remove(each.no()));
            return null;
        });
        search.find(query());
        assertEquals(0, search.find(query("q", invented)).total());
    }

    /** Of single-valued facets the counts, with "not stated", add up to everything. */
    @Test
    void nothing_falls_between_the_values() {
        SearchResult result = search.find(query());
        for (Facet facet : List.of(Facet.AREA, Facet.EMPLOYMENT, Facet.REMOTE, Facet.DORMITORY, Facet.RELOCATION)) {
            assertEquals(
                    result.total(),
                    result.counts().get(facet).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum(),
                    facet.name());
        }
    }

    @Test
    void pages_do_not_overlap_and_miss_nothing() {
        SearchResult first = search.find(query());
        Set<Long> seen = new TreeSet<>();
        int rows = 0;
        for (int page = 1; page <= first.pages(); page++) {
            List<Long> ids = search.find(query().onPage(page)).recordIds();
            rows += ids.size();
            seen.addAll(ids);
        }
        assertEquals(first.total(), rows);
        assertEquals(first.total(), seen.size());
        assertEquals(first.pages(), search.find(query("page", "400")).query().page());
    }

    @Test
    void no_result_says_what_to_drop_and_what_that_gives() {
        SearchQuery query = query("q", "そんな仕事はありません", "area", "ICHINOSEKI");
        SearchResult result = search.find(query);
        assertEquals(0, result.total());
        assertEquals(1, result.ways().size());
        SearchResult.Way way = result.ways().get(0);
        assertEquals("そんな仕事はありません", way.word());
        assertEquals(search.find(way.then()).total(), way.total());
        assertTrue(way.total() > 0);
    }

    /** A company's new name is found in its jobs as soon as the change is there, and not before. */
    @Test
    void a_change_is_found_at_once_and_a_rolled_back_one_never() {
        currentActor.as(World.STAFF, () -> {
            DemonstrationCity.Firm firm = DemonstrationCity.drawn(LocalDate.of(2026, 1, 1)).firms().stream()
                    .filter(each -> !each.jobs().isEmpty())
                    .findFirst()
                    .orElseThrow();
            CompanyName company = companies.enter(named(firm.profile(), "変更前商店（架空）"));
            LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
            String code = postings.publish(company.id(), open(firm, today));
            assertEquals(1, search.find(query("q", "変更前商店")).total());
            companies.describe(company.id(), named(firm.profile(), "改名後商店（架空）"));
            assertEquals(0, search.find(query("q", "変更前商店")).total());
            assertEquals(1, search.find(query("q", "改名後商店")).total());
            try {
                companies.describe(company.id(), named(firm.profile(), "x".repeat(500)));
            } catch (RuntimeException tooLong) {
                // nothing of it may be found
            }
            assertEquals(1, search.find(query("q", "改名後商店")).total());
            postings.takeDown(code, postings.published(code).version(), "試験");
            assertEquals(0, search.find(query("q", "改名後商店")).total());
            return null;
        });
    }

    /**
     * A transaction that began first may write last. Its number is smaller than the one already seen, and what it wrote has
     * to be seen all the same.
     */
    @Test
    void a_change_by_an_older_transaction_is_found_too() throws Exception {
        long company = currentActor.as(World.STAFF, () -> companies
                .enter(named(
                        DemonstrationCity.drawn(LocalDate.of(2026, 1, 1))
                                .firms()
                                .get(0)
                                .profile(),
                        "順番商店（架空）"))
                .id());
        Kind kind = Kind.COMPANY;
        try (var older = dataSource.getConnection();
                var statement = older.createStatement()) {
            older.setAutoCommit(false);
            try (var rows = statement.executeQuery("select pg_current_xact_id()")) {
                rows.next();
            }
            // A later transaction changes the same entry and is seen.
            world.change("update search_entry set facets = '{industry=A}', changed = pg_current_xact_id(),"
                    + " edition = edition + 1 where kind = 'COMPANY' and record_id = " + company);
            assertTrue(holds(kind, "A", company));
            statement.executeUpdate("update search_entry set facets = '{industry=B}', changed = pg_current_xact_id(),"
                    + " edition = edition + 1 where kind = 'COMPANY' and record_id = " + company);
            older.commit();
        }
        assertTrue(holds(kind, "B", company));
    }

    /** A posting written while its company is being renamed waits for the new name. */
    @Test
    void a_posting_entered_during_a_renaming_carries_the_new_name() throws Exception {
        DemonstrationCity.Firm firm = DemonstrationCity.drawn(LocalDate.of(2026, 1, 1)).firms().stream()
                .filter(each -> !each.jobs().isEmpty())
                .findFirst()
                .orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        CompanyName company = currentActor.as(World.STAFF, () -> companies.enter(named(firm.profile(), "同時前商店（架空）")));
        java.util.concurrent.Future<String> publishing;
        transaction.begin();
        currentActor.as(World.STAFF, () -> {
            companies.describe(company.id(), named(firm.profile(), "同時後商店（架空）"));
            return null;
        });
        publishing = world.executor()
                .submit(() -> currentActor.as(World.STAFF, () -> postings.publish(company.id(), open(firm, today))));
        Thread.sleep(800);
        assertTrue(!publishing.isDone(), "the posting has to wait for the renaming");
        transaction.commit();
        publishing.get(20, java.util.concurrent.TimeUnit.SECONDS);
        assertEquals(1, search.find(query("q", "同時後商店")).total());
        assertEquals(0, search.find(query("q", "同時前商店")).total());
    }

    private boolean holds(Kind kind, String industry, long record) {
        SearchQuery query = SearchQuery.parse(kind, Map.of("industry", new String[] {industry}));
        return search.all(query, 1000).stream().anyMatch(found -> found.recordId() == record);
    }

    private static tsunagu.posting.JobTerms open(DemonstrationCity.Firm firm, LocalDate today) {
        tsunagu.posting.JobTerms job = firm.jobs().get(0).terms();
        return new tsunagu.posting.JobTerms(
                job.title(),
                job.occupation(),
                job.employment(),
                job.area(),
                job.wageUnit(),
                job.wageMin(),
                job.wageMax(),
                job.daysOff(),
                job.openings(),
                job.audiences(),
                job.features(),
                job.terms(),
                job.helloWorkNumber(),
                job.relocationUrl(),
                job.relocationSince(),
                today,
                today.plusDays(1),
                today);
    }

    private static CompanyProfile named(CompanyProfile profile, String name) {
        return new CompanyProfile(
                null,
                name,
                "テスト",
                profile.industry(),
                profile.summary(),
                profile.business(),
                profile.appeal(),
                profile.plainWords(),
                profile.welfare(),
                profile.founded(),
                profile.capital(),
                profile.employees(),
                profile.website(),
                profile.certificates(),
                profile.features(),
                profile.places(),
                profile.dayOf(),
                profile.day(),
                profile.youth(),
                profile.pictures(),
                "");
    }

    private static Map<String, String[]> parameters(String address) {
        Map<String, List<String>> values = new java.util.HashMap<>();
        for (String pair : address.substring(1).split("&")) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .toArray(String[]::new)));
    }

    private Set<Long> ids(SearchQuery query) {
        return search.all(query, 10_000).stream()
                .map(SearchResult.Found::recordId)
                .collect(Collectors.toSet());
    }

    private static SearchQuery query(String... pairs) {
        Map<String, String[]> parameters = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return SearchQuery.parse(Kind.JOB, parameters);
    }
}
