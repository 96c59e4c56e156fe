package tsunagu.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.launch.BuildLayout;
import tsunagu.launch.LocalDatabase;
import tsunagu.launch.PortalServer;

/**
 * The built portal on ports and data of its own, started as the default run starts it. One for all browser tests,
 * stopped with the test JVM; a test that breaks things starts another with {@link #start}.
 */
public final class TestPortal implements AutoCloseable {

    public static final String PASSWORD = "tsunagu-demo-2026";

    private static TestPortal shared;

    private final Path home;
    private final PortalServer server;
    private LocalDatabase database;

    private TestPortal(Path home, LocalDatabase database, PortalServer server) {
        this.home = home;
        this.database = database;
        this.server = server;
    }

    public static synchronized TestPortal shared() {
        if (shared == null) {
            shared = start("browser");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** A fresh portal with a fresh database. */
    public static TestPortal start(String name) {
        Path home = Path.of(System.getProperty("tsunagu.build"), "it", name);
        delete(home);
        LocalDatabase database = LocalDatabase.start(home.resolve("postgresql"), false);
        Map<String, String> environment = new HashMap<>();
        environment.put("TSUNAGU_DB_URL", database.url());
        environment.put("TSUNAGU_DB_USER", database.user());
        environment.put("TSUNAGU_COOKIE_SECURE", "false");
        environment.put("TSUNAGU_COOKIE_NAME", "sid");
        environment.put("TSUNAGU_DEMO", "true");
        environment.put("TSUNAGU_DEMO_PASSWORD", PASSWORD);
        PortalServer server = PortalServer.start(
                BuildLayout.ofThisBuild(),
                home.resolve("liberty"),
                PortalServer.freePort(),
                PortalServer.freePort(),
                environment);
        TestPortal portal = new TestPortal(home, database, server);
        server.awaitReady(Duration.ofMinutes(4));
        return portal;
    }

    /** @param path "/events" */
    public String url(String path) {
        return server.address().resolve(path).toString();
    }

    public String operationsUrl(String path) {
        return server.operations().resolve(path).toString();
    }

    public String databaseUrl() {
        return database.url();
    }

    /** Code and session number of a published event to come. */
    public Map<String, String> someSession() {
        try (var connection = java.sql.DriverManager.getConnection(database.url(), database.user(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select e.code, s.id from event e join event_session s"
                        + " on s.event_id = e.id where e.state = 'PUBLISHED' and s.starts_at > now() + interval '1 day'"
                        + " order by s.starts_at, s.id limit 1")) {
            rows.next();
            return Map.of("code", rows.getString(1), "id", rows.getString(2));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
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
