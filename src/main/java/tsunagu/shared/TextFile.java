package tsunagu.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file whose encoding nobody says: what its first bytes say (UTF-8, UTF-16 and UTF-32 with their mark, ISO-2022-JP by its
 * escapes), or else the one of UTF-8, Shift_JIS (windows-31j) and EUC-JP that can be read without a fault. Few texts can be read as both of
 * the last two; read as Shift_JIS, Japanese in EUC-JP is mostly katakana of half width, which nobody writes whole files in.
 */
final class TextFile {

    private static final byte ESCAPE = 0x1b;

    /** Beyond this share of a text's signs outside of ASCII, half-width katakana tell that it is another encoding. */
    private static final double MOSTLY = 0.4;

    private TextFile() {}

    /** @throws DomainException when it is no text, or in none of the encodings */
    static String of(byte[] content) {
        String text = marked(content)
                .or(() -> contains(content, ESCAPE) ? read(content, Charset.forName("ISO-2022-JP")) : Optional.empty())
                .or(() -> read(content, StandardCharsets.UTF_8))
                .or(() -> japanese(content))
                .orElseThrow(() -> new DomainException("web.error.tableFile"));
        // No text has it: UTF-16 without a mark, a program, a picture.
        if (text.strip().replaceFirst("[\u0000\u001a]+$", "").indexOf('\0') >= 0) {
            throw new DomainException("web.error.tableFile");
        }
        return text;
    }

    /** By the mark of byte order; the longer ones first, for one begins like the other. */
    private static Optional<String> marked(byte[] content) {
        if (begins(content, 0xff, 0xfe, 0, 0) || begins(content, 0, 0, 0xfe, 0xff)) {
            return read(content, Charset.forName("UTF-32"));
        }
        if (begins(content, 0xff, 0xfe) || begins(content, 0xfe, 0xff)) {
            return read(content, StandardCharsets.UTF_16);
        }
        return Optional.empty();
    }

    private static Optional<String> japanese(byte[] content) {
        Optional<String> shift = read(content, Charset.forName("windows-31j"));
        Optional<String> unix = read(content, Charset.forName("EUC-JP"));
        return shift.isEmpty() || unix.isPresent() && narrow(shift.get()) > MOSTLY && narrow(unix.get()) < MOSTLY
                ? unix
                : shift;
    }

    /** Share of half-width katakana among the signs that are not ASCII. */
    private static double narrow(String text) {
        long others = text.chars().filter(sign -> sign > 0x7f).count();
        return others == 0
                ? 0
                : (double) text.chars()
                                .filter(sign -> sign >= 0xff61 && sign <= 0xff9f)
                                .count()
                        / others;
    }

    private static Optional<String> read(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] content, byte wanted) {
        for (byte each : content) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
