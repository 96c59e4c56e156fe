package tsunagu.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Base64;
import java.util.HexFormat;
import tsunagu.shared.SealedText;

/**
 * What tests that ask the database by SQL need where something is sealed: {@code email_key = testing.mark('a@b.example')} in a statement, and
 * answers that are opened.
 */
public final class SealedForTests {

    private static final int BLOCK = 64;

    private final FieldKeys keys;

    private SealedForTests(FieldKeys keys) {
        this.keys = keys;
    }

    /**
     * With the keys of a portal under test; makes {@code testing.mark}.
     *
     * @param superuser of its database
     */
    public static SealedForTests in(Connection superuser, Path keyFile) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            String first = Files.readAllLines(keyFile).get(0);
            byte[] key = FieldKeys.hkdf(
                    new byte[32],
                    Base64.getDecoder().decode(first.strip().split("\\s+")[1]),
                    ("tsunagu mark " + SealedText.PURPOSE).getBytes(StandardCharsets.UTF_8));
            // HMAC (RFC 2104), which PostgreSQL has not got, of SHA-256, which it has.
            statement.execute(
                    """
                    create schema if not exists testing;
                    grant usage on schema testing to public;
                    create or replace function testing.mark(said text) returns text language sql immutable as $$
                    select encode(sha256('\\x%s'::bytea || sha256('\\x%s'::bytea || convert_to(
                        case when said ~ '^[-+()0-9[:space:]]+$' then regexp_replace(said, '[^0-9]', '', 'g') else lower(said) end, 'UTF8'))),
                        'hex') $$"""
                            .formatted(padded(key, 0x5c), padded(key, 0x36)));
            return new SealedForTests(FieldKeys.read(keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one key, a line of a file of keys. */
    public static SealedForTests with(String line) throws IOException {
        Path file = Files.createTempFile("key", ".txt");
        try {
            Files.writeString(file, line);
            return new SealedForTests(FieldKeys.read(file));
        } finally {
            Files.delete(file);
        }
    }

    private static String padded(byte[] key, int with) {
        byte[] pad = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            pad[i] = (byte) ((i < key.length ? key[i] : 0) ^ with);
        }
        return HexFormat.of().formatHex(pad);
    }

    /** As a statement writes it into a sealed column. */
    public String literal(String text) {
        return literal(SealedText.PURPOSE, text);
    }

    public String literal(String purpose, String text) {
        return "'\\x" + HexFormat.of().formatHex(keys.seal(purpose, text.getBytes(StandardCharsets.UTF_8)))
                + "'::bytea";
    }

    /** @param sealed in hexadecimal digits */
    public String opens(String purpose, String sealed) {
        return new String(keys.open(purpose, HexFormat.of().parseHex(sealed)), StandardCharsets.UTF_8);
    }

    /** A cell as text; opened where it is sealed. */
    public String cell(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnType(column) == Types.BINARY) {
            byte[] bytes = row.getBytes(column);
            if (bytes != null && bytes.length > 36 && keys.names().contains(name(bytes))) {
                return new String(keys.open(SealedText.PURPOSE, bytes), StandardCharsets.UTF_8);
            }
        }
        return row.getString(column);
    }

    private static String name(byte[] sealed) {
        return new String(sealed, 0, 8, StandardCharsets.US_ASCII);
    }
}
