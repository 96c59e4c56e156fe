package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;

/** The schema is to be read: few files, a definition for everything, and what is edited in place runs again without a loss. */
class SchemaTest {

    private static final int MOST_FILES = 20;

    /** Names of views, functions and triggers that have to be in a V file, each with the reason. */
    private static final Map<String, String> IN_V_FILES = Map.of(
            "companions_in",
            "checks of registration and attendance ask it, and tables come before what is edited in place");

    private static final Pattern REPEATABLE = Pattern.compile(
            "create\\s+(?:or\\s+replace\\s+)?(view|function|trigger)\\s+(\\w+)(?:\\s[^;]*?\\son\\s+(\\w+))?");

    /** What an R file must not do: it runs again. */
    private static final Pattern KEEPS = Pattern.compile(
            "(?:create\\s+(?:unique\\s+)?(?:table|index|sequence|type)|alter\\s+table|drop\\s+table|truncate\\s+table)\\b");

    @TempDir
    private Path home;

    @Test
    void tables_are_in_few_files_and_what_is_edited_in_place_is_not_among_them() throws Exception {
        Map<String, String> files = files("V");
        assertThat(files).hasSizeBetween(1, MOST_FILES);
        files.forEach((name, text) -> assertThat(made(text)).as(name).isSubsetOf(IN_V_FILES.keySet()));
        assertThat(IN_V_FILES.values()).doesNotContain("");
    }

    @Test
    void what_is_edited_in_place_makes_no_tables_and_has_one_definition() throws Exception {
        List<String> all = new ArrayList<>();
        files("R").forEach((name, text) -> {
            assertThat(KEEPS.matcher(text).results().map(found -> found.group()))
                    .as(name)
                    .isEmpty();
            // a view is dropped before, everything else is replaced
            assertThat(text).as(name).doesNotContain("create function", "create trigger");
            all.addAll(made(text));
        });
        assertThat(all).doesNotHaveDuplicates().contains("figure_row", "audit_change", "audit on attendance");
    }

    @Test
    void the_rules_find_what_breaks_them() {
        assertThat(
                        made(
                                "create view a as\nselect 1;\ncreate or replace function b() returns int\ncreate trigger c after insert on d"))
                .containsExactly("a", "b", "c on d");
        assertThat(KEEPS.matcher("create unique index x").find()).isTrue();
        assertThat(KEEPS.matcher("before truncate on x").find()).isFalse();
    }

    @Test
    void every_repeatable_file_runs_again_on_a_database_with_data_and_loses_nothing() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), false)) {
            Schema.bringUpToDate(of(database));
            ask(
                    database,
                    "select set_config('tsunagu.actor', 'system:test', true);"
                            + " insert into policy (no, name) values (1, 'P'); insert into strategy (no, policy_no, name) values (1, 1, 'S');"
                            + " insert into programme (id, strategy_no, name) values ('p', 1, 'P');"
                            + " insert into measure (id, programme_id, code, label, unit, position) values (1, 'p', 'held', 'L', '回', 1);"
                            + " insert into measure_definition (id, measure_id, from_year, counting, basis) values (1, 1, 2024,"
                            + " 'SESSIONS_HELD', 'RECORDS');"
                            + " insert into event (id, code, programme_id, type, title, state, published_at, version)"
                            + " values (1, 'e', 'p', 'SEMINAR', 'E', 'PUBLISHED', now(), 1);"
                            + " insert into event_session (id, event_id, number, known_to, held_on, fiscal_year, outcome, version)"
                            + " values (1, 1, 1, 'DAY', '2025-05-01', 2025, 'HELD', 1);"
                            + " select refresh_figures(); select 1");
            String before = state(database);
            assertThat(before).contains("total 1", "notes 0", "years 76");
            int repeatable = files("R").size();
            // as after an edit: the checksum is another one
            ask(database, "update flyway_schema_history set checksum = 0 where version is null; select 1");

            Schema.bringUpToDate(of(database));

            assertThat(ask(database, "select count(*) from flyway_schema_history where version is null"))
                    .isEqualTo("" + 2 * repeatable);
            assertThat(Integer.parseInt(ask(database, "select count(*) from figure_change where programme_id is null")))
                    .as("everything is counted again")
                    .isPositive();
            ask(database, "select refresh_figures(); select 1");
            assertThat(state(database)).isEqualTo(before);
        }
    }

    @Test
    void a_database_of_an_earlier_build_is_known_and_left_alone() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), false)) {
            Schema.bringUpToDate(of(database));
            ask(
                    database,
                    "update flyway_schema_history set checksum = 17, description = 'before' where version = '1'; select 1");
            String history = ask(
                    database, "select string_agg(h::text, ' ' order by installed_rank) from flyway_schema_history h");

            FlywayException failure =
                    catchThrowableOfType(FlywayException.class, () -> Schema.bringUpToDate(of(database)));

            assertThat(Schema.fromBefore(failure)).isTrue();
            assertThat(ask(
                            database,
                            "select string_agg(h::text, ' ' order by installed_rank) from flyway_schema_history h"))
                    .isEqualTo(history);
        }
    }

    @Test
    void a_database_that_is_away_is_not_one_from_before() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://localhost:1/nobody");
        FlywayException failure = catchThrowableOfType(FlywayException.class, () -> Schema.bringUpToDate(nobody));
        assertThat(Schema.fromBefore(failure)).isFalse();
    }

    /** Views, functions and triggers a script makes: "figure_row", "audit on attendance". */
    private static List<String> made(String text) {
        List<String> made = new ArrayList<>();
        Matcher matcher = REPEATABLE.matcher(text);
        while (matcher.find()) {
            made.add(
                    matcher.group(1).equals("trigger")
                            ? matcher.group(2) + " on " + matcher.group(3)
                            : matcher.group(2));
        }
        return made;
    }

    /** Text of the scripts by name, in small letters and without comments. */
    private static Map<String, String> files(String prefix) throws Exception {
        Path migrations = Path.of(SchemaTest.class.getResource("/db/schema").toURI());
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .toList()) {
                texts.put(
                        file.getFileName().toString(),
                        Files.readString(file).replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT));
            }
        }
        return texts;
    }

    /** What could get lost: rows of every table but the trail of scripts, and every trigger. */
    private static String state(LocalDatabase database) throws SQLException {
        return "total " + ask(database, "select sum(total)::int from figure_total")
                + ", notes " + ask(database, "select count(*) from figure_change")
                + ", years " + ask(database, "select count(*) from measure_year")
                + ", trail " + ask(database, "select count(*) from audit_entry")
                + ", triggers "
                + ask(
                        database,
                        "select string_agg(pg_get_triggerdef(oid), ';' order by 1) from (select oid from pg_trigger"
                                + " where not tgisinternal order by pg_get_triggerdef(oid)) t")
                + ", views "
                + ask(
                        database,
                        "select string_agg(viewname || definition, ';' order by viewname) from pg_views"
                                + " where schemaname = 'public'");
    }

    private static PGSimpleDataSource of(LocalDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(DatabaseUsers.OWNER);
        source.setPassword(database.password(DatabaseUsers.OWNER));
        return source;
    }

    /** All statements in one transaction. @return the first value of the last answer */
    private static String ask(LocalDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect(DatabaseUsers.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String answer = null;
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    try (ResultSet each = statement.getResultSet()) {
                        answer = each.next() ? each.getString(1) : null;
                    }
                }
                rows = statement.getMoreResults();
            }
            connection.commit();
            return answer;
        }
    }
}
