package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;

/** The keys of TSUNAGU_FIELD_KEY: what they seal, how they follow one another, and what is said when they are not those of the database. */
class FieldKeysTest {

    private static final String OLD = "0000000a AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "0000000b AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=";

    @TempDir
    private Path home;

    private FieldKeys keys(String... lines) throws IOException {
        return FieldKeys.read(Files.write(Files.createTempFile(home, "keys", ".txt"), List.of(lines)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Test case 1 of RFC 5869, of which a block is as much as is needed here. */
    @Test
    void keys_for_marks_are_derived_as_the_standard_says() {
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(FieldKeys.hkdf(
                        hex.parseHex("000102030405060708090a0b0c"),
                        hex.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                        hex.parseHex("f0f1f2f3f4f5f6f7f8f9"))))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    @Test
    void the_first_key_seals_and_the_others_still_open() throws IOException {
        byte[] before = keys(OLD).seal("contact", bytes("a@b.example"));
        FieldKeys both = keys(NEW, "", OLD);
        assertThat(both.open("contact", before)).isEqualTo(bytes("a@b.example"));
        byte[] after = both.seal("contact", bytes("a@b.example"));
        assertThat(new String(after, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("0000000b");
        assertThat(keys(NEW).open("contact", after)).isEqualTo(bytes("a@b.example"));
        assertThat(both.seal("contact", bytes("a@b.example")))
                .as("looks different every time")
                .isNotEqualTo(after);
        assertThatThrownBy(() -> keys(NEW).open("contact", before))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0000000a");
    }

    @Test
    void what_was_changed_or_belongs_elsewhere_is_not_opened() throws IOException {
        FieldKeys keys = keys(OLD);
        byte[] sealed = keys.seal("contact", bytes("a@b.example"));
        assertThatThrownBy(() -> keys.open("second factor of account 7", sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open("contact", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open("contact", bytes("0000000a"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void marks_are_of_one_key_and_one_purpose() throws IOException {
        List<String> both = keys(NEW, OLD).marks("contact", bytes("a@b.example"));
        assertThat(both).hasSize(2).doesNotHaveDuplicates().allMatch(each -> each.matches("[0-9a-f]{64}"));
        assertThat(both)
                .containsExactly(
                        keys(NEW).marks("contact", bytes("a@b.example")).get(0),
                        keys(OLD).marks("contact", bytes("a@b.example")).get(0));
        assertThat(both)
                .doesNotContainAnyElementsOf(keys(NEW, OLD).marks("other", bytes("a@b.example")))
                .doesNotContainAnyElementsOf(keys(NEW, OLD).marks("contact", bytes("b@b.example")));
    }

    @Test
    void without_a_key_nothing_is_written() {
        assertThatThrownBy(() -> FieldKeys.none().seal("contact", bytes("a@b.example")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TSUNAGU_FIELD_KEY");
        assertThatThrownBy(() -> FieldKeys.none().marks("contact", bytes("a@b.example")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_that_is_none_is_refused() {
        for (String[] lines : new String[][] {{"short AAAA"}, {OLD, "0000000b ***"}, {OLD + " more"}, {OLD, OLD}}) {
            assertThatThrownBy(() -> keys(lines)).isInstanceOf(IOException.class);
        }
    }

    /** The start asks for them before anything is served, and changes nothing where they are not right. */
    @Test
    void the_keys_of_another_database_are_refused_in_a_sentence() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), false)) {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(database.url());
            owner.setUser(DatabaseUsers.OWNER);
            owner.setPassword(database.password(DatabaseUsers.OWNER));
            Schema.bringUpToDate(owner);

            assertThat(Schema.admitKeys(owner, FieldKeys.none())).isEqualTo(Schema.NO_KEY);
            assertThat(Schema.admitKeys(owner, keys(OLD))).isNull();
            assertThat(Schema.admitKeys(owner, keys(OLD))).as("again").isNull();
            assertThat(Schema.admitKeys(owner, keys(NEW)))
                    .contains("does not have the key 0000000a", "no address was touched");
            assertThat(Schema.admitKeys(owner, keys("0000000a " + NEW.substring(9))))
                    .contains("another key under the name 0000000a");
            assertThat(Schema.admitKeys(owner, keys(NEW, OLD))).isNull();
            assertThat(Schema.admitKeys(owner, keys(OLD)))
                    .as("a node with the file of before")
                    .contains("0000000b");

            refusesPlainText(owner);
        }
    }

    /** Whatever a statement may say: what is not sealed does not get into such a column, and no mark is an address. */
    private static void refusesPlainText(PGSimpleDataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String plain : List.of(
                    "select cast('somebody@mail.example' as sealed_text)",
                    "select cast(convert_to('somebody-with-a-very-long-name@mail.example', 'UTF8') as sealed_text)",
                    "select cast('somebody@mail.example' as mark)")) {
                assertThatThrownBy(() -> statement.executeQuery(plain))
                        .as(plain)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("23514"));
            }
        }
    }
}
