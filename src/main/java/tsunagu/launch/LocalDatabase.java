package tsunagu.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL on this machine, kept in a directory that outlives the build.
 *
 * <p>Life cycle: {@link #start} checks the directory, starts the server, creates the database {@code tsunagu} and its users once
 * ({@link DatabaseUsers}); {@link #close} stops it. Nothing in an existing directory is ever deleted.
 */
public final class LocalDatabase implements AutoCloseable {

    /** Major version of the shipped binaries; a directory of another major version cannot be opened by them. */
    static final String MAJOR_VERSION = "18";

    /** PostgreSQL needs about 40 MB for a new directory and 16 MB steps for its log afterwards. */
    private static final long MINIMUM_FREE_BYTES = 300L * 1024 * 1024;

    private static final String NAME = "tsunagu";

    private final EmbeddedPostgres server;
    private final DatabaseUsers users;

    private LocalDatabase(EmbeddedPostgres server, DatabaseUsers users) {
        this.server = server;
        this.users = users;
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
            DatabaseUsers users = DatabaseUsers.of(directory);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", users.password(DatabaseUsers.SUPERUSER))
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
            LocalDatabase database = new LocalDatabase(builder.start(), users);
            try {
                database.createOnce(directory);
                return database;
            } catch (LaunchFailure refused) {
                database.close();
                throw refused;
            }
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new LaunchFailure("PostgreSQL could not be started in " + directory + ": " + rootMessage(e), e);
        }
    }

    /** JDBC address of the database; the server listens on this machine only. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    public int port() {
        return server.getPort();
    }

    /** What the portal is told of this database: its address, the user it serves with and the user that owns the tables. */
    public Map<String, String> environment() {
        return Map.of(
                "TSUNAGU_DB_URL", url(),
                "TSUNAGU_DB_USER", DatabaseUsers.APPLICATION,
                "TSUNAGU_DB_PASSWORD", users.password(DatabaseUsers.APPLICATION),
                "TSUNAGU_DB_OWNER_USER", DatabaseUsers.OWNER,
                "TSUNAGU_DB_OWNER_PASSWORD", users.password(DatabaseUsers.OWNER));
    }

    /** @param user of {@link DatabaseUsers} */
    public String password(String user) {
        return users.password(user);
    }

    /** @param user of {@link DatabaseUsers} */
    public Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url(), user, users.password(user));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL did not stop: " + rootMessage(e), e);
        }
    }

    private void createOnce(Path directory) throws SQLException, IOException {
        String everything = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        try (Connection connection = DriverManager.getConnection(
                        everything, DatabaseUsers.SUPERUSER, users.password(DatabaseUsers.SUPERUSER));
                Statement statement = connection.createStatement()) {
            String owner;
            try (var found = statement.executeQuery(
                    "select pg_get_userbyid(datdba) from pg_database where datname = '" + NAME + "'")) {
                owner = found.next() ? found.getString(1) : "";
            }
            if (!owner.isEmpty() && !owner.equals(DatabaseUsers.OWNER)) {
                throw new LaunchFailure("The data in " + directory
                        + " are those of an earlier build, from before the first release, which"
                        + " this one does not continue: delete that directory, or name another with TSUNAGU_DATA, and start again;"
                        + " nothing was changed.");
            }
            users.create(statement, directory);
            if (owner.isEmpty()) {
                statement.execute("create database " + NAME + " owner " + DatabaseUsers.OWNER);
            }
            // a temporary table of the same name as a real one must not come before it
            statement.execute("revoke temporary on database " + NAME + " from public");
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
