package tsunagu.testing;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;

/**
 * The rows of a database before the first test, put back before every class: what a class finds does not depend on which classes ran
 * before it. The server goes on meanwhile. Numbers are not given out anew, so that nothing that it remembers is of another record.
 *
 * <p>The rows are kept beside, in the schema {@code first} of the same database, under names of their own. Only those that a class has written are written again: with
 * all of a table, fifty classes would leave fifty times as many dead rows, and every statement would walk over them.
 */
final class FirstRows {

    private static final int MOST_TRIES = 5;

    /** A server that searches asks what has changed: its entries change once more, and those of a test are removed. */
    private static final String SEARCHED = "search_entry";

    /** What runs once a day has run today: it need not run anew for every class. */
    private static final String RUN_TODAY = "daily_task_run";

    /** By what a server that is started proves to the database who it is: it goes on. */
    private static final Set<String> OF_THE_SERVER = Set.of("acting_key", "acting_node");

    private final Map<String, Table> tables = new HashMap<>();

    /** The first transaction that had not begun when the rows were the first, or were looked through before they were put back. */
    private String since;

    /** The transaction that put them back. */
    private String own = "0";

    /** @param key what tells its rows apart; without one all of them are put back
     *  @param columns those that are written */
    private record Table(String name, List<String> key, List<String> columns, long rows) {

        String list() {
            return String.join(", ", columns);
        }

        /** That a row named {@code x} and one of the first ones, {@code f}, are the same. */
        String same() {
            return key.stream().map(each -> "x." + each + " = f." + each).collect(joining(" and "));
        }
    }

    private FirstRows() {}

    static FirstRows keep(LocalDatabase database) {
        FirstRows kept = new FirstRows();
        try (Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("create schema first");
            for (String name : names(statement)) {
                statement.execute("create unlogged table first.of_" + name + " as table public." + name);
                kept.tables.put(
                        name,
                        new Table(
                                name,
                                texts(
                                        statement,
                                        "select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                                                + " and a.attnum = any(i.indkey) where i.indisprimary and i.indrelid = 'public."
                                                + name + "'::regclass"),
                                texts(
                                        statement,
                                        "select quote_ident(attname) from pg_attribute where attrelid = 'public." + name
                                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"),
                                Long.parseLong(texts(statement, "select count(*) from first.of_" + name)
                                        .get(0))));
            }
            kept.since = now(statement);
            connection.commit();
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the tables that have changed. One of the portal's jobs may be at them: PostgreSQL then ends one of the two. */
    void putBack(LocalDatabase database) {
        for (int tried = 1; ; tried++) {
            try (Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                String now = now(statement);
                List<Table> changed = changed(statement);
                if (!changed.isEmpty()) {
                    putBack(statement, changed);
                    String wrote =
                            texts(statement, "select pg_current_xact_id()").get(0);
                    connection.commit();
                    since = now;
                    own = wrote;
                }
                return;
            } catch (SQLException e) {
                if (tried == MOST_TRIES) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void putBack(Statement statement, List<Table> changed) throws SQLException {
        // Neither what guards approved figures and the trail nor what points from one table to another: all go back to
        // one moment.
        statement.execute("set local session_replication_role = replica; set local lock_timeout = '20s'");
        statement.execute(
                "lock table " + changed.stream().map(Table::name).collect(joining(", ")) + " in access exclusive mode");
        for (Table table : changed) {
            if (table.name().equals(SEARCHED)) {
                searched(statement, table);
            } else if (table.name().equals(RUN_TODAY)) {
                statement.execute("delete from daily_task_run where day <> (now() at time zone 'Asia/Tokyo')::date");
            } else {
                statement.execute(
                        "delete from " + table.name() + (table.key().isEmpty() ? "" : " x where " + written("x")));
                statement.execute("insert into " + table.name() + " (" + table.list()
                        + ") overriding system value select " + table.list() + " from first.of_" + table.name() + " f"
                        + (table.key().isEmpty()
                                ? ""
                                : " where not exists (select 1 from " + table.name() + " x where " + table.same()
                                        + ")"));
            }
        }
    }

    private void searched(Statement statement, Table table) throws SQLException {
        statement.execute("create temp table again on commit drop as select f.* from first.of_search_entry f"
                + " left join search_entry x on " + table.same() + " where x.no is null or " + written("x"));
        statement.execute(
                """
                update again f set changed = pg_current_xact_id(),
                    edition = 1 + coalesce((select e.edition from search_entry e where e.no = f.no), f.edition)""");
        statement.execute("delete from search_entry where no in (select no from again)");
        statement.execute(
                "update search_entry x set changed = pg_current_xact_id(), edition = edition + 1, removed = true"
                        + " where not removed and not exists (select 1 from first.of_search_entry f where "
                        + table.same()
                        + ")");
        statement.execute("insert into search_entry (" + table.list() + ") overriding system value select "
                + table.list() + " from again");
    }

    /** That a row was written since. */
    private String written(String row) {
        return "(age(" + row + ".xmin) <= (select age('" + since + "'::xid)) and " + row + ".xmin <> '" + own
                + "'::xid)";
    }

    private List<Table> changed(Statement statement) throws SQLException {
        List<Table> changed = new ArrayList<>();
        String every = tables.values().stream()
                .map(table -> "select '" + table.name() + "' from " + table.name() + " x having count(*) <> "
                        + table.rows() + " or bool_or(" + written("x") + ")")
                .collect(joining(" union all "));
        for (String name : texts(statement, every)) {
            changed.add(tables.get(name));
        }
        changed.sort(Comparator.comparing(Table::name));
        return changed;
    }

    private static String now(Statement statement) throws SQLException {
        return texts(statement, "select pg_snapshot_xmax(pg_current_snapshot())")
                .get(0);
    }

    private static List<String> names(Statement statement) throws SQLException {
        return texts(statement, "select tablename from pg_tables where schemaname = 'public'").stream()
                .filter(name -> !OF_THE_SERVER.contains(name))
                .toList();
    }

    private static List<String> texts(Statement statement, String select) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
