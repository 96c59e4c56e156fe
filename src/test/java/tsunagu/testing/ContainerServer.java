package tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.KeyFiles;
import tsunagu.launch.LocalDatabase;
import tsunagu.launch.PortalServer;
import tsunagu.platform.SealedForTests;

/**
 * Lays out the server that Arquillian starts: the product's server.xml, ports and database of its own. Opened once for
 * the whole test run, before any container starts.
 */
public final class ContainerServer implements LauncherSessionListener {

    /** Told to arquillian.xml. */
    private static final String NAME = "tsunagu.container";

    private static LocalDatabase database;

    private static FirstRows first;

    private static Path keys;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("tsunagu.build") == null) {
            return; // unit tests have no server
        }
        Path home = Path.of(System.getProperty("tsunagu.it"), "container");
        // Another one in every run, and no other's beginning: the adapter refuses to start while the name occurs in
        // that of a running
        // server, be it another checkout's.
        System.setProperty(NAME, "container-" + ProcessHandle.current().pid() + "-it");
        Path server = home.resolve("servers").resolve(System.getProperty(NAME));
        Path base = Path.of(System.getProperty("tsunagu.basedir"));
        TestPortal.delete(home);
        database = LocalDatabase.start(home.resolve("postgresql"), false);
        keys = KeyFiles.field(home);
        try {
            Files.createDirectories(server.resolve("configDropins/overrides"));
            Files.copy(base.resolve("liberty/server.xml"), server.resolve("server.xml"));
            List<String> options = new ArrayList<>(Files.readAllLines(base.resolve("liberty/jvm.options")));
            options.addAll(TestPortal.SHORT_LIVED);
            Files.write(server.resolve("jvm.options"), options);
            Files.copy(base.resolve("src/test/liberty/test.xml"), server.resolve("configDropins/overrides/test.xml"));
            List<String> settings = new ArrayList<>(List.of(
                    "TSUNAGU_DRIVER=" + Path.of(System.getProperty("tsunagu.build"), "liberty/driver"),
                    "TSUNAGU_HTTP_PORT=" + PortalServer.freePort(),
                    "TSUNAGU_OPERATIONS_PORT=" + PortalServer.freePort(),
                    "TSUNAGU_LOCKS_STRICT=true",
                    // Fifty clients at once on a machine that does something else: what is tried are the rules, not the
                    // patience.
                    "TSUNAGU_POOL_WAIT=60s",
                    "TSUNAGU_SEAL_KEY=" + KeyFiles.seal(home),
                    "TSUNAGU_FIELD_KEY=" + keys,
                    "TSUNAGU_COOKIE_SECURE=false",
                    // what a test inside the server is told
                    "TSUNAGU_FIGURES_ROUNDS=" + System.getProperty("figures.rounds", "1"),
                    "TSUNAGU_FIGURES_SEED=" + System.getProperty("figures.seed", ""),
                    "TSUNAGU_SEATS_STEPS=" + System.getProperty("seats.steps", ""),
                    "TSUNAGU_SEATS_SEED=" + System.getProperty("seats.seed", "")));
            database.environment().forEach((name, value) -> settings.add(name + "=" + value));
            Files.write(server.resolve("server.env"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The portal inside has made its tables and entered the plan. */
    static void ready() {
        if (first == null) {
            try (Connection connection = database.connect(DatabaseUsers.SUPERUSER)) {
                SealedForTests.in(connection, keys);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            first = FirstRows.keep(database);
        } else {
            first.putBack(database);
        }
    }

    /** For {@link EveryClassAnew}. */
    static void putBack() {
        if (first != null) {
            first.putBack(database);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
            database = null;
            first = null;
        }
    }
}
