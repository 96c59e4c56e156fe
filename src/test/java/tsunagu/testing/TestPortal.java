package tsunagu.testing;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tsunagu.launch.BuildLayout;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.KeyFiles;
import tsunagu.launch.LocalDatabase;
import tsunagu.launch.PortalServer;
import tsunagu.platform.SealedForTests;

/**
 * The built portal on ports and data of its own, started as the default run starts it. One for all browser tests and one for those that
 * move the clock, stopped with the test JVM; a test that breaks things starts another with {@link #start}.
 */
public final class TestPortal implements AutoCloseable {

    public static final String PASSWORD = "tsunagu-demo-2026";

    private static final String SHARED = "browser";

    /**
     * For a server that lives for minutes: without the second compiler, which takes half of the processor's time of a start and a load and
     * earns it back in hours. What is measured runs as it does in a city. Without it the JVM keeps room for a fifth of the code only, and a
     * page answers with an error when that is full ("Out of space in CodeCache").
     */
    static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=192m", "-XX:+UseSerialGC");

    private static final Map<String, TestPortal> KEPT = new HashMap<>();

    /** Which run of the tests this is: what an earlier one has loaded is another build's. */
    private static final String RUN = System.getProperty("tsunagu.run");

    private static final Path DEMONSTRATION =
            Path.of(System.getProperty("tsunagu.it")).resolveSibling("demonstration");

    /** Of the demonstration: every copy of it is opened with the same. */
    private static final Path KEYS = DEMONSTRATION.resolveSibling("demonstration-keys");

    /** The demonstration, once the first portal of this run has loaded it: all later ones begin with a copy of their own. */
    private static LoadedDatabase demonstration;

    private final Path home;
    private PortalServer server;
    private Supplier<PortalServer> again;
    private long loaded;
    private LocalDatabase database;
    private FirstRows first;
    private final Object questions = new Object();
    private java.sql.Connection asking;
    private SealedForTests sealed;

    private TestPortal(Path home, LocalDatabase database, PortalServer server) {
        this.home = home;
        this.database = database;
        this.server = server;
    }

    public static TestPortal shared() {
        return kept(SHARED);
    }

    /**
     * Another one, for tests that move the clock: what the portal does at the end of a day that has not come yet cannot be taken back, and
     * no other test is to meet it.
     */
    public static TestPortal movable() {
        return kept("clock");
    }

    private static synchronized TestPortal kept(String name) {
        if (!KEPT.containsKey(name)) {
            TestPortal portal = start(name);
            portal.first = FirstRows.keep(portal.database);
            KEPT.put(name, portal);
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
        }
        return KEPT.get(name);
    }

    /** For {@link EveryClassAnew}. */
    static synchronized void putBack() {
        KEPT.forEach((name, portal) -> {
            if (!name.equals(SHARED)) {
                portal.clock((java.time.Instant) null);
            }
            portal.first.putBack(portal.database);
        });
    }

    /** A fresh portal with a database of its own and the demonstration's data. */
    public static TestPortal start(String name) {
        return start(name, BuildLayout.ofThisBuild(), Map.of("TSUNAGU_DEMO", "true"));
    }

    /** With commits that are on the disk when they are answered, for measuring. */
    public static TestPortal durable(String name) {
        return start(name, BuildLayout.ofThisBuild(), Map.of("TSUNAGU_DEMO", "true"), true);
    }

    /** The same with settings of the test's own. */
    public static TestPortal start(String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("TSUNAGU_DEMO", "true");
        return start(name, BuildLayout.ofThisBuild(), settings);
    }

    /** A fresh portal without demonstration data and without the plan of the city it was made for. */
    public static TestPortal otherCity(String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("TSUNAGU_DEMO", "false");
        settings.put("TSUNAGU_CITY", "other");
        return start(name, BuildLayout.ofThisBuild(), settings);
    }

    /**
     * A fresh portal without demonstration data and with room in memory, for measuring.
     *
     * @param beside a second application in the same server, under /bench
     */
    public static TestPortal empty(String name, Path beside) {
        BuildLayout layout = BuildLayout.ofThisBuild();
        Path configuration = Path.of(System.getProperty("tsunagu.it"), name + "-liberty");
        delete(configuration);
        try (Stream<Path> files = Files.walk(layout.configuration())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        configuration.resolve(
                                layout.configuration().relativize(file).toString()));
            }
            Files.writeString(
                    configuration.resolve("configDropins/overrides/bench.xml"),
                    "<server><webApplication location=\"" + beside + "\" contextRoot=\"/bench\"/></server>");
            Path options = configuration.resolve("jvm.options");
            Files.writeString(options, Files.readString(options).replace("-Xmx1g", "-Xmx3g"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return start(
                name,
                new BuildLayout(layout.libertyHome(), configuration, layout.war(), layout.driver()),
                // what is measured is the portal and not its patience
                Map.of("TSUNAGU_DEMO", "false", "TSUNAGU_SEARCHES_PER_MINUTE", "100000000", "JVM_ARGS", ""));
    }

    private static TestPortal start(String name, BuildLayout layout, Map<String, String> more) {
        return start(name, layout, more, false);
    }

    private static synchronized TestPortal start(
            String name, BuildLayout layout, Map<String, String> more, boolean measured) {
        Path home = Path.of(System.getProperty("tsunagu.it"), name);
        Path data = home.resolve("postgresql");
        delete(home);
        boolean demonstrates = more.get("TSUNAGU_DEMO").equals("true");
        try (FileChannel turn = demonstrates && demonstration == null ? LoadedDatabase.turn(DEMONSTRATION) : null) {
            if (turn != null) {
                demonstration = LoadedDatabase.found(DEMONSTRATION, RUN);
                if (demonstration != null) {
                    turn.close();
                }
            }
            if (turn != null) {
                KeyFiles.field(KEYS);
            }
            if (demonstrates && demonstration != null) {
                demonstration.layOut(data);
            }
            return started(home, data, layout, more, measured, demonstrates);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static TestPortal started(
            Path home,
            Path data,
            BuildLayout layout,
            Map<String, String> more,
            boolean measured,
            boolean demonstrates) {
        LocalDatabase database = LocalDatabase.start(data, measured);
        Map<String, String> environment = new HashMap<>();
        environment.putAll(database.environment());
        environment.put("TSUNAGU_SEAL_KEY", KeyFiles.seal(home).toString());
        environment.put(
                "TSUNAGU_FIELD_KEY", KeyFiles.field(demonstrates ? KEYS : home).toString());
        environment.put("TSUNAGU_SECOND_FACTOR", "offered");
        environment.put("TSUNAGU_COOKIE_SECURE", "false");
        environment.put("TSUNAGU_COOKIE_NAME", "sid");
        environment.put("TSUNAGU_DEMO_CLOCK", clock(home).toString());
        environment.put("TZ", "UTC");
        environment.put("TSUNAGU_LOCKS_STRICT", "true");
        environment.put("TSUNAGU_DEMO_PASSWORD", PASSWORD);
        if (!measured) {
            environment.put("JVM_ARGS", String.join(" ", SHORT_LIVED));
            // A third of what the server did in a run was hashing one and the same password; AttackIT and what measures
            // keep the right cost.
            environment.put("TSUNAGU_DEMO_PASSWORD_MEMORY", "64");
        }
        environment.putAll(more);
        Supplier<PortalServer> start = () -> PortalServer.start(
                layout, home.resolve("liberty"), PortalServer.freePort(), PortalServer.freePort(), environment);
        PortalServer server = start.get();
        TestPortal portal = new TestPortal(home, database, server);
        portal.again = start;
        server.awaitReady(Duration.ofMinutes(4));
        portal.keys(Path.of(environment.get("TSUNAGU_FIELD_KEY")));
        if (demonstrates && demonstration == null) {
            demonstration = LoadedDatabase.of(database, data, DEMONSTRATION, RUN);
        }
        portal.loaded = Long.parseLong(
                portal.one(
                        "select coalesce(greatest((select max(id) from company), (select max(id) from posting), (select max(id) from event_session)), 0)"));
        return portal;
    }

    /** @param path "/events" */
    public String url(String path) {
        return server.address().resolve(path).toString();
    }

    public String operationsUrl(String path) {
        return server.operations().resolve(path).toString();
    }

    /** As one of {@link DatabaseUsers}. */
    public java.sql.Connection database(String user) throws java.sql.SQLException {
        return database.connect(user);
    }

    public String databaseUrl() {
        return database.url();
    }

    /** The first cell of an answer; null for no row. */
    public String one(String select) {
        List<String> found = list(select);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Waits until a statement has an answer: for what the portal's jobs do, which look every second or every twenty. */
    public void until(String select) {
        Patience.until(() -> one(select) != null, Duration.ofMinutes(2));
    }

    /**
     * The first cell of every row of an answer. All questions go by one connection: a new one proves its password anew, which costs more
     * than most answers, and walks over all routes ask thousands.
     */
    public List<String> list(String select) {
        synchronized (questions) {
            try {
                if (asking == null || !asking.isValid(5)) {
                    asking = database.connect(DatabaseUsers.SUPERUSER);
                }
                List<String> found = new ArrayList<>();
                try (var statement = asking.createStatement();
                        var rows = statement.executeQuery(select)) {
                    while (rows.next()) {
                        found.add(sealed == null ? rows.getString(1) : sealed.cell(rows, 1));
                    }
                }
                return found;
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void keys(Path file) {
        try (var connection = database.connect(DatabaseUsers.SUPERUSER)) {
            sealed = SealedForTests.in(connection, file);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a statement writes into a sealed column; its mark is {@code testing.mark('…')}. */
    public String sealed(String text) {
        return sealed.literal(text);
    }

    /** The number of the account with this address. */
    public String account(String email) {
        return one("select id from account where email_key = testing.mark('" + email + "')");
    }

    /** What letters say, each with its subject before its body; the oldest first. @param where a condition on mail_outbox, {@code o} */
    public List<String> letters(String where) {
        List<String> subjects = list("select subject from mail_outbox o where " + where + " order by id");
        List<String> bodies = list("select body from mail_outbox o where " + where + " order by id");
        return java.util.stream.IntStream.range(0, Math.min(subjects.size(), bodies.size()))
                .mapToObj(i -> subjects.get(i) + "\n" + bodies.get(i))
                .toList();
    }

    /** How many of them have these words. */
    public long letters(String where, String words) {
        return letters(where).stream().filter(each -> each.contains(words)).count();
    }

    /** What the newest letter to an address says, its subject before it. */
    public String letter(String recipient) {
        List<String> all = letters("recipient_key = testing.mark('" + recipient + "')");
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** The server ends and another one begins on the same data, at another port. */
    public void restart() {
        server.close();
        server = again.get();
        server.awaitReady(Duration.ofMinutes(4));
    }

    /** The file with the key of every copy of the demonstration. */
    public static Path demonstrationKey() {
        return KeyFiles.field(KEYS);
    }

    /** The path of the newest link that a letter to this address has. @param begin of the path, "/sign-up/" */
    public String link(String recipient, String begin) {
        String body = letters("recipient_key = testing.mark('" + recipient + "')").stream()
                .filter(each -> each.contains(begin))
                .reduce((older, newer) -> newer)
                .orElse(null);
        var found = java.util.regex.Pattern.compile("https?://[^/\\s]+(" + begin + "\\S+)")
                .matcher(String.valueOf(body));
        if (!found.find()) {
            throw new IllegalStateException("no letter to " + recipient + " leads to " + begin);
        }
        return found.group(1);
    }

    public void run(String sql) {
        try (var connection = database.connect(DatabaseUsers.SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Statements the portal has sent since the last call, one that was sent twice standing there twice, without what opens and ends
     * transactions and what its jobs ask (letters and long works every second, offers, daily tasks, views that are written down): a
     * page is not to blame for those. A page that costs too much is to be told by its statements, not by their number.
     */
    public List<String> statements() {
        run("create extension if not exists pg_stat_statements");
        List<String> sent = list(
                "select query from pg_stat_statements cross join generate_series(1, calls)"
                        + " where query !~* 'pg_stat_statements|^select clock_timestamp\\(\\)$|^(begin|commit|rollback|set |show )"
                        + "|page_view|city_office|mail_outbox|daily_task_run|offer_until <|set_config|act_as|see_as|long_work'");
        run("select pg_stat_statements_reset()");
        return sent;
    }

    /** What something costs, the cheapest of three times: a job's statements may fall into one moment; they do not fall into three. */
    public List<String> fewestStatements(Runnable something) {
        return Stream.generate(() -> {
                    statements();
                    something.run();
                    return statements();
                })
                .limit(3)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Moves the portal's clock; null lets it go with the world's again. */
    public void clock(java.time.Instant instant) {
        if (this == KEPT.get(SHARED)) {
            throw new IllegalStateException("the clock of this portal belongs to all tests; take the movable one");
        }
        try {
            if (instant == null) {
                Files.deleteIfExists(clock(home));
            } else {
                Path next = home.resolve("clock.next");
                Files.writeString(next, instant.toString());
                Files.move(
                        next,
                        clock(home),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path clock(Path home) {
        return home.resolve("clock");
    }

    /** Companies, postings, internships, events and sessions with this number or a smaller one are the demonstration's: no test has made them. */
    public long loaded() {
        return loaded;
    }

    /**
     * The session whose door the demonstration opens today. Loaded late at night it is tomorrow's, and after midnight yesterday's: then it is
     * moved to this day.
     */
    public String sessionOfToday() {
        String session = one(
                "select s.id from event_session s join registration r on r.session_id = s.id and r.state = 'CONFIRMED'"
                        + " where s.outcome <> 'NOT_HELD' and not exists (select from attendance a where a.registration_id = r.id)"
                        + " group by s.id having count(*) > 1 order by abs(extract(epoch from s.starts_at - now())) limit 1");
        run("select set_config('tsunagu.actor', 'system:test', false); update event_session s set held_on = d.today,"
                + " starts_at = s.starts_at + (d.today - s.held_on) * interval '1 day',"
                + " ends_at = s.ends_at + (d.today - s.held_on) * interval '1 day',"
                + " fiscal_year = extract(year from d.today - interval '3 months')"
                + " from (select (now() at time zone 'Asia/Tokyo')::date as today) d where s.held_on <> d.today and s.id = "
                + session);
        return session;
    }

    /** Code and session number of a published event to come for which anybody can register; one that no test has made. */
    public Map<String, String> someSession() {
        String[] found =
                one("select e.code || ' ' || s.id from event e join event_session s on s.event_id = e.id where e.state = 'PUBLISHED'"
                                + " and s.starts_at > now() + interval '1 day' and s.outcome = 'PLANNED' and s.intake = 'FIRST_COME'"
                                + " and coalesce(s.intake_opens_at, now()) <= now() and coalesce(s.intake_closes_at, s.starts_at) > now() + interval '1 day'"
                                + " and (s.capacity is null or s.taken + 5 <= s.capacity) and s.id <= " + loaded
                                + " order by s.starts_at, s.id limit 1")
                        .split(" ");
        return Map.of("code", found[0], "id", found[1]);
    }

    /** The server's Java process; empty once it has ended. */
    public java.util.Optional<Long> pid() {
        return server.pid();
    }

    public Path log() {
        return server.log();
    }

    /** Runs something while the database is away; it comes back on the same port with the same data. */
    public void withoutDatabase(Runnable work) {
        int port = database.port();
        database.close();
        try {
            work.run();
        } finally {
            database = LocalDatabase.start(home.resolve("postgresql"), false, port);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
