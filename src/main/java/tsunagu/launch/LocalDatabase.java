package tsunagu.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL on this machine, kept in a directory that outlives the build.
 *
 * <p>Life cycle: {@link #start} checks the directory, starts the server, creates the database {@code tsunagu} once;
 * {@link #close} stops it. Nothing in an existing directory is ever deleted.
 */
public final class LocalDatabase implements AutoCloseable {

    /** Major version of the shipped binaries; a directory of another major version cannot be opened by them. */
    static final String MAJOR_VERSION = "18";

    /** PostgreSQL needs about 40 MB for a new directory and 16 MB steps for its log afterwards. */
    private static final long MINIMUM_FREE_BYTES = 300L * 1024 * 1024;

    private static final String NAME = "tsunagu";

    private final EmbeddedPostgres server;

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param directory the data directory, made when missing
     * @param durable true writes every commit to the disk (people's data); false is quicker (a test's data)
     * @throws LaunchFailure when the disk is full, the directory is another version's, or a server holds it already
     */
    public static LocalDatabase start(Path directory, boolean durable) {
        return start(directory, durable, PortalServer.freePort());
    }

    /** The same on a port of the caller's choice, for a database that has to come back where it was. */
    public static LocalDatabase start(Path directory, boolean durable, int port) {
        checkVersion(directory);
        checkNotRunning(directory);
        checkSpace(directory);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .setServerConfig("max_connections", "100");
            if (!durable) {
                // Tests count the statements a page costs.
                builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
            }
            LocalDatabase database = new LocalDatabase(builder.start());
            database.createOnce();
            return database;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new LaunchFailure("PostgreSQL could not be started in " + directory + ": " + rootMessage(e), e);
        }
    }

    /** JDBC address of the database, with its user; the server listens on this machine only. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    public int port() {
        return server.getPort();
    }

    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL did not stop: " + rootMessage(e), e);
        }
    }

    private void createOnce() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean missing;
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                missing = !found.next();
            }
            if (missing) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private static void checkVersion(Path directory) {
        Path version = directory.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        try {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new LaunchFailure("The data in " + directory + " belongs to PostgreSQL " + found
                        + ", this build brings PostgreSQL " + MAJOR_VERSION
                        + "; nothing was changed. Dump and load it with version " + found
                        + ", or name another directory with TSUNAGU_DATA.");
            }
        } catch (IOException e) {
            throw new LaunchFailure("The data directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void checkNotRunning(Path directory) {
        Path lock = directory.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
            boolean alive = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .map(command -> command.contains("postgres"))
                    .orElse(false);
            if (alive) {
                throw new LaunchFailure("The data in " + directory + " is in use by a PostgreSQL that is still running"
                        + " (process " + pid + "); stop it, or wait for the other run to end.");
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new LaunchFailure("The lock file " + lock + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkSpace(Path directory) {
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < MINIMUM_FREE_BYTES) {
                throw new LaunchFailure("The disk under " + directory + " has only " + free / 1024 / 1024
                        + " MB left; the database needs at least " + MINIMUM_FREE_BYTES / 1024 / 1024 + " MB.");
            }
        } catch (IOException e) {
            throw new LaunchFailure("The data directory " + directory + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
