package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalRegister;
import tsunagu.shared.Words;

/**
 * 個人情報ファイル簿 is whole: each column of the real schema is in the register or was looked at and is about nobody
 * ({@code columns-about-nobody.txt}), and what is said of how long it is kept can be done.
 */
class PersonalColumnsTest {

    @TempDir
    private Path home;

    private static Map<String, Set<String>> registered() {
        Map<String, Set<String>> all = new TreeMap<>();
        PersonalRegister.all().stream().flatMap(file -> file.items().stream()).forEach(item -> all.computeIfAbsent(
                        item.table(), key -> new TreeSet<>())
                .addAll(item.columns()));
        return all;
    }

    private static Map<String, Set<String>> aboutNobody() throws IOException {
        Map<String, Set<String>> all = new TreeMap<>();
        try (var in = PersonalColumnsTest.class.getResourceAsStream("/columns-about-nobody.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> all.put(
                            line.substring(0, line.indexOf(':')),
                            new TreeSet<>(List.of(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" ")))));
        }
        return all;
    }

    /** What is in the schema and in neither list, in a list and not in the schema, or in both. */
    private static List<String> faults(
            Map<String, Set<String>> schema, Map<String, Set<String>> register, Map<String, Set<String>> nobody) {
        List<String> faults = new ArrayList<>();
        schema.forEach((table, columns) -> columns.forEach(column -> {
            boolean person = register.getOrDefault(table, Set.of()).contains(column);
            boolean none = nobody.getOrDefault(table, Set.of()).contains(column);
            if (person == none) {
                faults.add(table + "." + column + (person ? " is in both" : " is about whom?"));
            }
        }));
        Stream.of(register, nobody)
                .forEach(list -> list.forEach((table, columns) -> columns.stream()
                        .filter(column -> !schema.getOrDefault(table, Set.of()).contains(column))
                        .forEach(column -> faults.add(table + "." + column + " is not in the schema"))));
        return faults;
    }

    @Test
    void every_column_of_the_schema_is_registered_or_about_nobody() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), false)) {
            Schema.bringUpToDate(of(database));
            Map<String, Set<String>> schema = new LinkedHashMap<>();
            ask(
                            database,
                            "select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                                    + " where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0"
                                    + " and not a.attisdropped and c.relname <> 'flyway_schema_history' order by 1")
                    .forEach(
                            each -> schema.computeIfAbsent(each.substring(0, each.indexOf('.')), key -> new TreeSet<>())
                                    .add(each.substring(each.indexOf('.') + 1)));
            assertThat(schema).hasSizeGreaterThan(100);

            assertThat(faults(schema, registered(), aboutNobody())).isEmpty();
            assertThat(
                            unsealed(
                                    Set.copyOf(
                                            ask(
                                                    database,
                                                    "select table_name || '.' || column_name from information_schema.columns"
                                                            + " join information_schema.tables using (table_schema, table_name)"
                                                            + " where table_schema = 'public' and table_type = 'BASE TABLE' and domain_name in ('sealed_text', 'mark')"))))
                    .isEmpty();

            // Both halves of every rule can be said to this schema.
            for (Keep keep : PersonalRegister.ending()) {
                for (Keep.Due due : keep.dues()) {
                    String where = due.where()
                            .replace(":before", "now()")
                            .replace(":days", "1")
                            .replace(":day", "'2020-01-01'::date");
                    ask(database, "select count(*)::text from " + due.table() + " t where " + where);
                    ask(
                            database,
                            "explain "
                                    + (due.deletes()
                                            ? "delete from " + due.table() + " t where " + where
                                            : "update " + due.table() + " t set " + due.set() + " where " + where));
                }
            }
        }
    }

    /** How somebody is reached and not encrypted, said to be encrypted and not, encrypted and not said to be. */
    private static List<String> unsealed(Set<String> inSchema) {
        List<String> faults = new ArrayList<>();
        Set<String> said = new TreeSet<>();
        PersonalRegister.all().stream().flatMap(file -> file.items().stream()).forEach(item -> {
            for (String column : item.columns()) {
                String name = item.table() + "." + column;
                if (item.sealed()) {
                    said.add(name);
                }
                if (PersonalFile.CONTACTS.contains(item.name()) && !item.sealed()) {
                    faults.add(name + " says how somebody is reached and is not sealed");
                }
            }
        });
        said.stream().filter(each -> !inSchema.contains(each)).forEach(each -> faults.add(each + " is stored as text"));
        inSchema.stream()
                .filter(each -> !said.contains(each))
                .forEach(each -> faults.add(each + " is not said to be sealed"));
        return faults;
    }

    @Test
    void a_contact_that_is_stored_as_text_is_found() {
        Set<String> all = new TreeSet<>();
        PersonalRegister.all().stream()
                .flatMap(file -> file.items().stream())
                .filter(PersonalFile.Item::sealed)
                .forEach(item -> item.columns().forEach(column -> all.add(item.table() + "." + column)));
        assertThat(all).contains("account.email", "registration.day_telephone", "mail_outbox.body");
        assertThat(unsealed(all)).isEmpty();
        all.remove("account.email");
        all.add("company.telephone");
        assertThat(unsealed(all))
                .containsExactly("account.email is stored as text", "company.telephone is not said to be sealed");
    }

    @Test
    void a_new_column_and_a_forgotten_one_are_found() {
        Map<String, Set<String>> schema = Map.of("person", Set.of("id", "name", "shoe_size"));
        assertThat(faults(schema, Map.of("person", Set.of("name")), Map.of("person", Set.of("id"))))
                .containsExactly("person.shoe_size is about whom?");
        assertThat(faults(schema, Map.of("person", Set.of("name", "shoe_size", "hat")), Map.of("person", Set.of("id"))))
                .containsExactly("person.hat is not in the schema");
        assertThat(faults(
                        schema, Map.of("person", Set.of("name", "shoe_size")), Map.of("person", Set.of("id", "name"))))
                .containsExactly("person.name is in both");
    }

    /** A column whose name says a person is never about nobody, whatever the list says. */
    @Test
    void what_names_people_is_not_called_about_nobody() throws Exception {
        List<String> named = aboutNobody().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(column -> each.getKey() + "." + column))
                .filter(each ->
                        each.matches(".*\\.(person_id|account_id|email|\\w*_by|birth\\w*|recipient|password\\w*)"))
                .filter(each -> !each.endsWith(".dated_by"))
                .toList();
        assertThat(named).isEmpty();
    }

    /** Each rule has one name and one length; its sentence says a length where there is one. */
    @Test
    void how_long_is_said_once() {
        Collection<List<Keep>> byName = PersonalRegister.all().stream()
                .flatMap(file -> file.items().stream())
                .map(PersonalFile.Item::keep)
                .distinct()
                .collect(Collectors.groupingBy(Keep::name))
                .values();
        assertThat(byName).allMatch(each -> each.size() == 1);
        byName.forEach(each -> {
            Keep keep = each.get(0);
            assertThat(Words.japanese("privacy.keep." + keep.name()).contains("{0}"))
                    .as(keep.name())
                    .isEqualTo(keep.after() != null);
            assertThat(keep.ends()).as(keep.name()).isEqualTo(keep.after() != null);
        });
        PersonalRegister.all().forEach(file -> {
            for (String what : List.of("file.", "purpose.", "whose.", "from.")) {
                assertThat(Words.japanese("privacy." + what + file.name())).isNotBlank();
            }
            file.items().forEach(item -> assertThat(Words.japanese("privacy.item." + item.name()))
                    .isNotBlank());
        });
    }

    private static PGSimpleDataSource of(LocalDatabase database) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.url());
        owner.setUser(DatabaseUsers.OWNER);
        owner.setPassword(database.password(DatabaseUsers.OWNER));
        return owner;
    }

    private static List<String> ask(LocalDatabase database, String sql) throws SQLException {
        try (Connection connection = of(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
