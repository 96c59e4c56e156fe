package tsunagu.testing;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;

/**
 * The rows of a database before the first test, put back before every class: what a class finds does not depend on which classes ran
 * before it. The server goes on meanwhile. Numbers are not given out anew, so that nothing that it remembers is of another record.
 */
final class FirstRows {

    private static final int MOST_TRIES = 5;

    /** A server that searches asks what has changed: its entries change once more, and those of a test are removed. */
    private static final String SEARCHED = "search_entry";

    /** What runs once a day has run today: it need not run anew for every class. */
    private static final String RUN_TODAY = "daily_task_run";

    /** By what a server that is started proves to the database who it is: it goes on. */
    private static final Set<String> OF_THE_SERVER = Set.of("acting_key", "acting_node");

    private final Map<String, byte[]> rows = new HashMap<>();

    /** What a table looked like when its rows were the first. */
    private Map<String, Look> looks;

    /** @param written the last transaction that has written a row of it */
    private record Look(long rows, long written) {}

    private FirstRows() {}

    static FirstRows keep(LocalDatabase database) {
        FirstRows kept = new FirstRows();
        try (Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            for (String table : tables(statement)) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", all);
                kept.rows.put(table, all.toByteArray());
            }
            kept.looks = kept.look(statement);
            connection.commit();
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the tables that have changed. One of the portal's jobs may be at them: PostgreSQL then ends one of the two. */
    void putBack(LocalDatabase database) {
        for (int tried = 1; ; tried++) {
            try (Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                putBack(connection, statement);
                connection.commit();
                looks = look(statement);
                connection.commit();
                return;
            } catch (SQLException e) {
                if (tried == MOST_TRIES) {
                    throw new IllegalStateException(e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void putBack(Connection connection, Statement statement) throws SQLException, IOException {
        Map<String, Look> now = look(statement);
        List<String> changed = rows.keySet().stream()
                .filter(table -> !now.get(table).equals(looks.get(table)))
                .sorted()
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        // Neither what guards approved figures and the trail nor what points from one table to another: all go back to
        // one moment.
        statement.execute("set local session_replication_role = replica; set local lock_timeout = '20s'");
        statement.execute("lock table " + String.join(", ", changed) + " in access exclusive mode");
        for (String table : changed) {
            if (table.equals(SEARCHED)) {
                statement.execute("create temp table first_entry (like search_entry) on commit drop");
                copyIn(connection, "first_entry", rows.get(table));
                statement.execute(
                        """
                        update first_entry f set changed = pg_current_xact_id(),
                            edition = 1 + coalesce((select e.edition from search_entry e where e.no = f.no), f.edition);
                        delete from search_entry where no in (select no from first_entry);
                        update search_entry set changed = pg_current_xact_id(), edition = edition + 1, removed = true
                            where not removed;
                        insert into search_entry select * from first_entry""");
            } else if (table.equals(RUN_TODAY)) {
                statement.execute("delete from " + table + " where day <> (now() at time zone 'Asia/Tokyo')::date");
            } else {
                statement.execute("delete from " + table);
                copyIn(connection, table, rows.get(table));
            }
        }
    }

    private static void copyIn(Connection connection, String table, byte[] rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows));
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var names = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                if (!OF_THE_SERVER.contains(names.getString(1))) {
                    found.add(names.getString(1));
                }
            }
        }
        return found;
    }

    private Map<String, Look> look(Statement statement) throws SQLException {
        Map<String, Look> found = new HashMap<>();
        String every = rows.keySet().stream()
                .map(table -> "select '" + table + "', count(*), coalesce(max(xmin::text::bigint), 0) from " + table)
                .collect(joining(" union all "));
        try (var seen = statement.executeQuery(every)) {
            while (seen.next()) {
                found.put(seen.getString(1), new Look(seen.getLong(2), seen.getLong(3)));
            }
        }
        return found;
    }
}
