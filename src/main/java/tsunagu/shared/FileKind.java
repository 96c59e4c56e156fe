package tsunagu.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody chose where a table was asked for, told by its first bytes and not by its name, so that it can be called what it is. */
enum FileKind {
    PDF("web.error.tablePdf"),
    PICTURE("web.error.tablePicture"),
    WORD("web.error.tableWord"),
    SLIDES("web.error.tableSlides"),
    OPEN_DOCUMENT("web.error.tableOds"),
    NUMBERS("web.error.tableNumbers"),
    ARCHIVE("web.error.tableZip"),
    WEB_PAGE("web.error.tableHtml"),
    OLD_EXCEL("web.error.tableOld"),
    WITH_PASSWORD("web.error.tablePassword");

    private static final int BEGINNING = 1024;

    private final String sentence;

    FileKind(String sentence) {
        this.sentence = sentence;
    }

    /** Key of the sentence that says what it is and what to do. */
    String sentence() {
        return sentence;
    }

    /** @return empty for a workbook, and for what may be text */
    static Optional<FileKind> of(byte[] content) {
        String begin = new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("%PDF")) {
            return Optional.of(PDF);
        }
        if (begin.startsWith("\u0089PNG")
                || begin.startsWith("\u00ff\u00d8\u00ff")
                || begin.startsWith("GIF8")
                || begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)
                || begin.startsWith("ftyp", 4)
                || begin.startsWith("II*\0")
                || begin.startsWith("MM\0*")) {
            return Optional.of(PICTURE);
        }
        if (begin.startsWith("PK\3\4")) {
            return packed(content);
        }
        if (begin.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of(ole(content));
        }
        if (begin.startsWith("{\\rtf")) {
            return Optional.of(WORD);
        }
        if (begin.startsWith("\u001f\u008b")
                || begin.startsWith("7z\u00bc\u00af")
                || begin.startsWith("Rar!")
                || begin.startsWith("PK\5\6")) {
            return Optional.of(ARCHIVE);
        }
        String text =
                begin.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html")
                        || text.startsWith("<html")
                        || text.startsWith("<?xml")
                        || text.startsWith("<table")
                ? Optional.of(WEB_PAGE)
                : Optional.empty();
    }

    /** By the names of the parts, which a zip file holds unpacked. */
    private static Optional<FileKind> packed(byte[] content) {
        if (holds(content, "xl/workbook") || holds(content, "xl/worksheets")) {
            return Optional.empty();
        }
        if (holds(content, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
            return Optional.of(OPEN_DOCUMENT);
        }
        if (holds(content, "word/") || holds(content, "mimetypeapplication/vnd.oasis.opendocument.text")) {
            return Optional.of(WORD);
        }
        if (holds(content, "ppt/") || holds(content, "mimetypeapplication/vnd.oasis.opendocument.presentation")) {
            return Optional.of(SLIDES);
        }
        if (holds(content, "Index/Document.iwa")) {
            return Optional.of(NUMBERS);
        }
        return holds(content, "[Content_Types].xml") ? Optional.empty() : Optional.of(ARCHIVE);
    }

    /** The container of old Office files and of all that are encrypted; its directory is in UTF-16. */
    private static FileKind ole(byte[] content) {
        if (holds(content, StandardCharsets.UTF_16LE.encode("EncryptedPackage"))) {
            return WITH_PASSWORD;
        }
        if (holds(content, StandardCharsets.UTF_16LE.encode("WordDocument"))) {
            return WORD;
        }
        return holds(content, StandardCharsets.UTF_16LE.encode("PowerPoint Document")) ? SLIDES : OLD_EXCEL;
    }

    private static boolean holds(byte[] content, String name) {
        return holds(content, StandardCharsets.ISO_8859_1.encode(name));
    }

    private static boolean holds(byte[] content, ByteBuffer sought) {
        byte[] bytes = new byte[sought.remaining()];
        sought.get(bytes);
        for (int at = 0; at + bytes.length <= content.length; at++) {
            if (content[at] == bytes[0] && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length)) {
                return true;
            }
        }
        return false;
    }

    static boolean startsWith(byte[] content, byte[] sign) {
        return content.length > sign.length
                && ByteBuffer.wrap(content, 0, sign.length).equals(ByteBuffer.wrap(sign));
    }
}
