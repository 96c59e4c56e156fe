package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;
import tsunagu.platform.FieldKeys;
import tsunagu.shared.SealedText;

/**
 * What sealing costs beside the same without it, in turns, in one run: {@code mvn -Pbench verify -Dit.test=SealedBench}. Statements only, without
 * the page around them, so that a page's share is smaller. The table goes to target/bench/sealed.md.
 */
class SealedBench {

    private static final int ROWS = 100_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 400;

    @TempDir
    private Path home;

    private final StringBuilder table = new StringBuilder("| what | as text | sealed | ratio |\n|---|---|---|---|\n");

    @Test
    void a_list_a_look_up_and_an_insert() throws Exception {
        Path file = Files.writeString(
                home.resolve("keys.txt"), "0000000a " + Base64.getEncoder().encodeToString(new byte[32]));
        FieldKeys keys = FieldKeys.read(file);
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), true);
                Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create table plain (id bigint primary key, name text, email text, phone text);"
                    + " create unique index plain_email on plain (lower(email));"
                    + " create table sealed (id bigint primary key, name text, email bytea, email_key text, phone bytea);"
                    + " create unique index sealed_email on sealed (email_key)");
            PreparedStatement plain = connection.prepareStatement("insert into plain values (?, ?, ?, ?)");
            PreparedStatement sealed = connection.prepareStatement("insert into sealed values (?, ?, ?, ?, ?)");
            connection.setAutoCommit(false);
            for (int i = 0; i < ROWS; i++) {
                into(plain, i).executeUpdate();
                into(sealed, i, keys).executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze plain, sealed");

            row("a list of 50 applications with address and number", () -> listed(connection, "plain", null), () -> listed(connection, "sealed", keys));
            row(
                    "an account by its address (sign-in)",
                    () -> found(connection, "select id from plain where lower(email) = lower(?)", address(ROWS / 2)),
                    () -> found(
                            connection,
                            "select id from sealed where email_key = any (array[?])",
                            keys.marks(SealedText.PURPOSE, bytes(address(ROWS / 2))).get(0)));
            int[] next = {ROWS, ROWS};
            row(
                    "an insert, committed to the disk",
                    () -> into(plain, next[0]++).executeUpdate(),
                    () -> into(sealed, next[1]++, keys).executeUpdate());
        }
        Path result = Path.of(System.getProperty("tsunagu.build", "target"), "bench/sealed.md");
        Files.createDirectories(result.getParent());
        Files.writeString(result, table);
        System.out.println(table);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String address(int i) {
        return "somebody." + i + "@mail.example";
    }

    private static PreparedStatement into(PreparedStatement insert, int i) throws Exception {
        insert.setLong(1, i);
        insert.setString(2, "見本 " + i);
        insert.setString(3, address(i));
        insert.setString(4, "0191-%02d-%04d".formatted(i / 10_000 % 100, i % 10_000));
        return insert;
    }

    private static PreparedStatement into(PreparedStatement insert, int i, FieldKeys keys) throws Exception {
        insert.setLong(1, i);
        insert.setString(2, "見本 " + i);
        insert.setBytes(3, keys.seal(SealedText.PURPOSE, bytes(address(i))));
        insert.setString(4, keys.marks(SealedText.PURPOSE, bytes(address(i))).get(0));
        insert.setBytes(5, keys.seal(SealedText.PURPOSE, bytes("0191-%02d-%04d".formatted(i / 10_000 % 100, i % 10_000))));
        return insert;
    }

    private static int listed(Connection connection, String from, FieldKeys keys) throws Exception {
        int letters = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, name, email, phone from " + from + " order by id desc limit " + PAGE + " offset 1000")) {
            while (rows.next()) {
                for (int column : new int[] {3, 4}) {
                    letters += keys == null
                            ? rows.getString(column).length()
                            : new String(keys.open(SealedText.PURPOSE, rows.getBytes(column)), StandardCharsets.UTF_8).length();
                }
            }
        }
        return letters;
    }

    private static long found(Connection connection, String select, String value) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    /** Medians of both, one after the other in turns, so that a busy machine is busy for both. */
    private void row(String what, Callable<?> plain, Callable<?> sealed) throws Exception {
        List<Long> one = new ArrayList<>();
        List<Long> other = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long begun = System.nanoTime();
            plain.call();
            long between = System.nanoTime();
            sealed.call();
            if (i >= ROUNDS) {
                one.add(between - begun);
                other.add(System.nanoTime() - between);
            }
        }
        double text = median(one);
        double cipher = median(other);
        table.append("| %s | %.0f µs | %.0f µs | %.2f |%n".formatted(what, text, cipher, cipher / text));
    }

    /** In microseconds. */
    private static double median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e3;
    }
}
