package tsunagu.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.posting.Term;

/**
 * Many open postings for measuring: sentences of the demonstration city mixed anew for each, about 350 characters, entered
 * by COPY with what the search door would have written for them.
 */
public final class SeededJobs {

    private static final int PER_COMPANY = 40;
    private static final int FIRST_ID = 10_000_000;
    private static final int FIRST_NO = 10_000;
    private static final String[] AREAS = {
        "ICHINOSEKI", "HANAIZUMI", "DAITO", "SENMAYA", "HIGASHIYAMA", "MURONE", "KAWASAKI", "FUJISAWA"
    };

    private final List<DemonstrationCity.JobOffer> offers = new ArrayList<>();
    private final List<DemonstrationCity.Firm> firms;
    private long transaction;
    private final LocalDate today = LocalDate.now(tsunagu.shared.FiscalYear.ZONE);

    public SeededJobs() {
        firms = DemonstrationCity.drawn(today).firms();
        firms.forEach(firm -> offers.addAll(firm.jobs()));
    }

    /** Adds postings up to a total number. */
    public void grow(TestPortal portal, int from, int to) throws SQLException, IOException {
        try (Connection connection = portal.database(DatabaseUsers.SUPERUSER)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('tsunagu.actor', 'system:bench', false)");
                statement.execute("set maintenance_work_mem = '1GB'");
                statement.execute("alter table company disable trigger audit");
                statement.execute("alter table posting disable trigger audit");
                statement.execute("drop index search_text_grams");
                // Readers ask for what is not older than this: the seeded entries have to look just written.
                try (var row = statement.executeQuery("select pg_current_xact_id()::text::bigint")) {
                    row.next();
                    transaction = row.getLong(1);
                }
                statement.execute("select setval('search_no', " + (FIRST_NO + to) + ")");
            }
            copy(connection, "company (id, code, name, reading, industry, summary, published_at, public_since, changed_at,"
                    + " version)",
                    from / PER_COMPANY, (to + PER_COMPANY - 1) / PER_COMPANY, this::company);
            copy(connection, "posting (id, code, company_id, title, occupation, employment, area, wage_unit, wage_min,"
                    + " days_off, opens_on, closes_on, as_of, first_published_at, public_since, changed_at, confirmed_at,"
                    + " version)",
                    from, to, this::posting);
            copy(connection, "posting_edition (posting_id, edition, published_at)", from, to,
                    i -> FIRST_ID + i + "\t1\t" + Instant.EPOCH + "\n");
            copy(connection, "posting_term (posting_id, edition, term, words)", from, to,
                    i -> FIRST_ID + i + "\t1\tDUTIES\t" + escaped(duties(i)) + "\n");
            copy(connection, "search_entry (no, kind, record_id, code, facets, opens_at, public_since, spans, wage, days_off,"
                    + " name, links, changed)", from, to, this::entry);
            copy(connection, "search_text (no, body, grams, fields)", from, to, this::text);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create index search_text_grams on search_text using gin (grams)");
                statement.execute("vacuum analyze");
            }
        }
    }

    private static void copy(Connection connection, String target, int from, int to, IntFunction<String> line)
            throws SQLException, IOException {
        Enumeration<InputStream> chunks = new Enumeration<>() {
            private int next = from;

            @Override
            public boolean hasMoreElements() {
                return next < to;
            }

            @Override
            public InputStream nextElement() {
                int end = Math.min(to, next + 500);
                String text = java.util.stream.IntStream.range(next, end).parallel().mapToObj(line)
                        .collect(java.util.stream.Collectors.joining());
                next = end;
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + target + " from stdin", new SequenceInputStream(chunks), 1 << 20);
    }

    private String company(int i) {
        DemonstrationCity.Firm firm = firms.get(i % firms.size());
        return String.join("\t", Integer.toString(FIRST_ID + i), "c" + i, escaped(name(i)), firm.profile().reading(),
                firm.profile().industry(), escaped(firm.profile().summary()), Instant.EPOCH.toString(),
                Instant.EPOCH.toString(), Instant.EPOCH.toString(), "1") + "\n";
    }

    private String name(int company) {
        return firms.get(company % firms.size()).profile().name() + (company / firms.size());
    }

    private DemonstrationCity.JobOffer offer(int i) {
        return offers.get(new Random(i).nextInt(offers.size()));
    }

    private String posting(int i) {
        var job = offer(i).terms();
        return String.join("\t", Integer.toString(FIRST_ID + i), "j" + i, Integer.toString(FIRST_ID + i / PER_COMPANY),
                escaped(job.title()), job.occupation(), job.employment().name(), area(i), job.wageUnit().name(),
                Integer.toString(job.wageMin()), job.daysOff() == null ? "\\N" : job.daysOff().toString(),
                today.minusDays(i % 100).toString(), today.plusDays(100).toString(), today.toString(),
                Instant.EPOCH.toString(), Instant.EPOCH.toString(), Instant.EPOCH.toString(), Instant.now().toString(), "1") + "\n";
    }

    private static String area(int i) {
        return AREAS[new Random(i * 31L).nextInt(AREAS.length)];
    }

    private String entry(int i) {
        var job = offer(i).terms();
        String industry = firms.get(i / PER_COMPANY % firms.size()).profile().industry();
        List<String> facets = new ArrayList<>(Facet.INDUSTRY.tagsOf(industry));
        facets.addAll(Facet.OCCUPATION.tagsOf(job.occupation()));
        facets.add(Facet.AREA.tag(area(i)));
        facets.add(Facet.EMPLOYMENT.tag(job.employment().name()));
        job.audiences().forEach(audience -> facets.add(Facet.AUDIENCE.tag(audience.name())));
        boolean monthly = job.wageUnit() == tsunagu.posting.WageUnit.MONTH;
        facets.addAll(Facet.WAGE.tagsUpTo(monthly ? job.wageMin() : null));
        facets.addAll(Facet.HOURLY.tagsUpTo(monthly ? null : job.wageMin()));
        facets.addAll(Facet.DAYS_OFF.tagsUpTo(job.daysOff()));
        for (tsunagu.shared.Feature feature : tsunagu.shared.Feature.values()) {
            facets.add(Facet.of(feature).tag(job.features().get(feature)));
        }
        facets.add(Facet.RELOCATION.tag(!job.relocationUrl().isEmpty()));
        Instant fresh = Instant.now().minusSeconds(i % 8_000_000);
        return String.join("\t", Integer.toString(FIRST_NO + i), "JOB", Integer.toString(FIRST_ID + i), "j" + i,
                "{" + String.join(",", facets) + "}", "2020-01-01", fresh.toString(),
                "{" + fresh.getEpochSecond() + "," + fresh.getEpochSecond() + "}",
                Integer.toString(monthly ? job.wageMin() : 0), Integer.toString(job.daysOff() == null ? 0 : job.daysOff()),
                "x", "{" + (FIRST_ID + i / PER_COMPANY) + "}", Long.toString(transaction)) + "\n";
    }

    /** About 350 characters: sentences of six jobs, another choice for every number. */
    private String duties(int i) {
        Random random = new Random(i * 7919L);
        StringBuilder text = new StringBuilder();
        while (text.length() < 320) {
            var job = offers.get(random.nextInt(offers.size())).terms();
            Term term = random.nextBoolean() ? Term.DUTIES : Term.QUALIFICATIONS;
            text.append(job.terms().getOrDefault(term, "")).append(' ');
        }
        return text.toString();
    }

    private String text(int i) {
        var job = offer(i).terms();
        String heading = SearchText.normalise(job.title()) + "\n" + SearchText.normalise(name(i / PER_COMPANY));
        String core = SearchText.normalise(duties(i));
        String body = heading + "\n" + core;
        StringBuilder grams = new StringBuilder();
        java.util.Set<String> all = SearchText.grams(body);
        SearchText.grams(heading).forEach(gram -> all.add(Word.IN_HEADING + gram));
        SearchText.grams(core).forEach(gram -> all.add(Word.IN_CORE + gram));
        for (String gram : all) {
            grams.append('\'').append(gram.replace("\\", "\\\\").replace("'", "''")).append("' ");
        }
        String fields = "[[\"title\",\"" + json(job.title()) + "\"],[\"DUTIES\",\"" + json(duties(i)) + "\"]]";
        return String.join("\t", Integer.toString(FIRST_NO + i), escaped(body), escaped(grams.toString()),
                escaped(fields)) + "\n";
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " ");
    }

    /** Words people search: cut out of titles, two to four characters, common and rare ones. */
    public List<String> keywords(int count) {
        Random random = new Random(42);
        List<String> keywords = new ArrayList<>();
        while (keywords.size() < count) {
            var job = offers.get(random.nextInt(offers.size())).terms();
            String text = random.nextInt(3) == 0 ? job.terms().get(Term.DUTIES) : job.title();
            int length = 2 + random.nextInt(3);
            if (text.length() > length) {
                int at = random.nextInt(text.length() - length);
                String word = text.substring(at, at + length);
                if (word.codePoints().allMatch(Character::isLetterOrDigit) && !keywords.contains(word)) {
                    keywords.add(word);
                }
            }
        }
        return keywords;
    }
}
