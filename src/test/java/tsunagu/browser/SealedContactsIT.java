package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tsunagu.launch.DatabaseUsers;
import tsunagu.platform.SealedForTests;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;

/** Whoever has a copy of the database reaches nobody with it; and the key it is sealed with is changed while people work. */
class SealedContactsIT {

    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9a-z-])0[0-9]{1,4}-?[0-9]{1,4}-?[0-9]{3,4}(?![0-9a-z-])");

    /** Bytes in the way COPY writes them. */
    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x([0-9a-f]{8,200000})");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_copy_of_the_database_has_nobodys_address_or_telephone_number() throws Exception {
        Set<String> people = new TreeSet<>();
        List<String> columns = sealedColumns();
        assertThat(columns).hasSizeGreaterThan(15);
        for (String column : columns) {
            String[] name = column.split(" ");
            if (name[0].equals("mail_outbox") && !name[1].equals("recipient")) {
                continue; // at the foot of every letter stands how the city is reached
            }
            portal.list("select " + name[1] + " from " + name[0] + " where " + name[1] + " is not null")
                    .forEach(text -> people.addAll(contacts(text)));
        }
        // How the city is reached it says to everybody, and who changed that stands in the trail.
        portal.list("select phone || ' ' || mail from city_office").forEach(text -> people.removeAll(contacts(text)));
        assertThat(people).contains("staff@demo.example", "seeker@demo.example").hasSizeGreaterThan(40);
        assertThat(people).anyMatch(each -> each.matches("0[0-9]+"));

        assertThat(found(people)).isEmpty();

        // It does find one: in a text, in JSON, in bytes that nobody sealed.
        portal.run("create table planted (said text, told jsonb, kept bytea); insert into planted values"
                + " ('write to Staff@demo.example', null, null), (null, '{\"mail\": \"seeker@demo.example\"}', null),"
                + " (null, null, convert_to('company@demo.example', 'UTF8'))");
        try {
            assertThat(found(people))
                    .containsExactly(Map.entry(
                            "planted",
                            new TreeSet<>(
                                    Set.of("staff@demo.example", "seeker@demo.example", "company@demo.example"))));
        } finally {
            portal.run("drop table planted");
        }
    }

    @Test
    void a_key_is_changed_while_people_work_and_the_old_one_taken_away() throws Exception {
        Path keys = Files.createTempFile("field-key", ".txt");
        byte[] secret = new byte[32];
        secret[0] = 7;
        String own = "0000000c " + Base64.getEncoder().encodeToString(secret);
        String before = Files.readAllLines(TestPortal.demonstrationKey()).get(0);
        Files.write(keys, List.of(own, before));
        try (TestPortal other = TestPortal.start("other-key", Map.of("TSUNAGU_FIELD_KEY", keys.toString()))) {
            String seeker = other.one("select id from account where email_key <> testing.mark('seeker@demo.example')"
                    + " and person_id = (select p.id from person p where p.name = '見本 つなぐ')");
            assertThat(seeker).as("everything is sealed with the key of before").isNotNull();
            String factor = "second factor of account " + seeker;
            other.run(
                    "set tsunagu.actor = 'system:test'; insert into second_factor (account_id, secret, confirmed_at, version) values ("
                            + seeker + ", " + SealedForTests.with(before).literal(factor, "secret") + ", null, 0)");
            signsIn(other, "Seeker@DEMO.example");
            assertThat(new Wire(other)
                            .signIn("nobody@demo.example", TestPortal.PASSWORD)
                            .statusCode())
                    .isEqualTo(200);

            String trail = other.one("select max(id) from audit_entry");
            other.run("delete from daily_task_run where task = 'seal-anew'");
            other.until("select 1 where not exists (select 1 from field_key where name <> '0000000c')");

            for (String column : sealedColumns()) {
                String[] name = column.split(" ");
                assertThat(other.one("select count(*) from " + name[0] + " where encode(substring(" + name[1]
                                + " from 1 for 8), 'escape') <> '0000000c'"))
                        .as(column)
                        .isEqualTo("0");
            }
            assertThat(other.one(
                            "select count(*) from audit_entry where table_name in ('job_application', 'participation')"
                                    + " and id > " + trail))
                    .as("the same under another key is no change")
                    .isEqualTo("0");
            assertThat(other.account("seeker@demo.example")).isEqualTo(seeker);
            signsIn(other, "seeker@demo.example");

            Files.write(keys, List.of(own));
            other.restart();
            signsIn(other, "SEEKER@demo.example");
            Wire staff = new Wire(other);
            staff.signIn("admin@demo.example", TestPortal.PASSWORD);
            assertThat(staff.get("/accounts?email=Company%40demo.example").body())
                    .contains("company@demo.example", "見本 企業担当")
                    .doesNotContain("見本 つなぐ");
            assertThat(staff.get("/accounts?email=company").body()).doesNotContain("見本 企業担当");
            assertThat(SealedForTests.with(own)
                            .opens(
                                    factor,
                                    other.one("select encode(secret, 'hex') from second_factor where account_id = "
                                            + seeker)))
                    .isEqualTo("secret");
        } finally {
            Files.deleteIfExists(keys);
        }
    }

    private static void signsIn(TestPortal at, String email) {
        assertThat(new Wire(at).signIn(email, TestPortal.PASSWORD).statusCode())
                .as(email)
                .isEqualTo(302);
    }

    private List<String> sealedColumns() {
        return portal.list(
                "select table_name || ' ' || column_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where table_schema = 'public' and c.domain_name = 'sealed_text' and t.table_type = 'BASE TABLE' order by 1");
    }

    /** Addresses in small letters, telephone numbers as digits. */
    private static Set<String> contacts(String text) {
        Set<String> found = new TreeSet<>();
        String small = text.toLowerCase(Locale.ROOT);
        ADDRESS.matcher(small).results().forEach(each -> found.add(each.group()));
        NUMBER.matcher(small)
                .results()
                .map(each -> each.group().replace("-", ""))
                .filter(each -> each.length() >= 10)
                .forEach(found::add);
        return found;
    }

    /** What of these stands in which table of a dump. */
    private Map<String, Set<String>> found(Set<String> people) throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        List<String> tables =
                new ArrayList<>(portal.list("select tablename from pg_tables where schemaname = 'public'"));
        try (Connection connection = portal.database(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("set bytea_output = hex");
            for (String table : tables) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                String dump = rows.toString(StandardCharsets.UTF_8);
                Set<String> there = contacts(BYTES.matcher(dump).replaceAll(" "));
                BYTES.matcher(dump)
                        .results()
                        .forEach(each -> there.addAll(contacts(new String(
                                HexFormat.of()
                                        .parseHex(each.group(1)
                                                .substring(0, each.group(1).length() / 2 * 2)),
                                StandardCharsets.ISO_8859_1))));
                there.retainAll(people);
                if (!there.isEmpty()) {
                    found.put(table, there);
                }
            }
        }
        return found;
    }
}
