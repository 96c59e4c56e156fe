package tsunagu.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * Who may use the database that a run brings along, as a city's own database has them: one who owns the tables, one the portal serves with,
 * and the administrator. Their passwords are made at the first start and kept in a file beside the data that only the user of this run reads;
 * nobody else on the machine gets in (a database as it is made trusts everybody on it).
 */
public final class DatabaseUsers {

    public static final String SUPERUSER = "postgres";

    /** Makes and owns tables, triggers and functions. */
    public static final String OWNER = "tsunagu_owner";

    /** Owns nothing; what it may do says {@code db/rights.sql}. */
    public static final String APPLICATION = "tsunagu";

    private static final String FILE = "tsunagu-users.properties";

    private static final String ONLY_WITH_PASSWORD =
            """
            # Who may come in, and how: everybody on this machine, with a password.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Properties passwords;

    private DatabaseUsers(Properties passwords) {
        this.passwords = passwords;
    }

    /** Those of a data directory, or new ones. @param directory need not be there yet */
    static DatabaseUsers of(Path directory) throws IOException {
        Properties passwords = new Properties();
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        SecureRandom random = new SecureRandom();
        for (String user : List.of(SUPERUSER, OWNER, APPLICATION)) {
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            passwords.putIfAbsent(user, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return new DatabaseUsers(passwords);
    }

    String password(String user) {
        return passwords.getProperty(user);
    }

    /**
     * Makes the users and closes the door to whoever has no password. Whatever of it was done before is done again: a run may have ended in
     * between.
     */
    void create(Statement statement, Path directory) throws SQLException, IOException {
        keep(directory.resolve(FILE));
        for (String user : List.of(OWNER, APPLICATION)) {
            try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + user + "'")) {
                if (found.next()) {
                    continue;
                }
            }
            statement.execute("create role " + user + " login");
        }
        for (String user : List.of(SUPERUSER, OWNER, APPLICATION)) {
            statement.execute("alter role " + user + " password '" + password(user) + "'");
        }
        Path rules = directory.resolve("pg_hba.conf");
        if (!Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            Files.writeString(rules, ONLY_WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void keep(Path file) throws IOException {
        if (!Files.exists(file)) {
            StringWriter text = new StringWriter();
            passwords.store(text, "Passwords of the database in this directory; made at the first start");
            PrivateFile.write(file, text.toString());
        }
    }
}
