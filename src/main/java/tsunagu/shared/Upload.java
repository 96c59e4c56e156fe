package tsunagu.shared;

import java.nio.charset.StandardCharsets;

/**
 * A file that came in, judged by its content and not by its name. Pictures are drawn anew ({@link PictureReader}), so that
 * nothing but the picture is kept: no place, no camera, nothing hidden behind its end.
 *
 * @param name as the person called it, without directories
 * @param width pixels; 0 for what is no picture
 */
public record Upload(String name, String mediaType, byte[] content, int width, int height) {

    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** What a phone's camera writes at its best; such a picture is kept as a small one. */
    public static final int MOST_PICTURE_BYTES = 15 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    /** @throws DomainException when it is too large, or neither PDF nor a picture that can be read */
    public static Upload document(String name, byte[] content) {
        if (new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            checkSize(content, MOST_BYTES);
            return new Upload(plain(name), "application/pdf", content, 0, 0);
        }
        return picture(name, content);
    }

    /**
     * A JPEG, PNG or WebP as JPEG, or as PNG when it has transparent parts; upright, at most 1600 pixels wide and high.
     *
     * @throws DomainException when it is too large, cannot be read, or too many are being read
     */
    public static Upload picture(String name, byte[] content) {
        checkSize(content, MOST_PICTURE_BYTES);
        return drawn(name, PictureReader.draw(content));
    }

    /** A picture that {@link #picture} made, a quarter turn to the right: not every camera says how it was held. */
    public static Upload turned(byte[] content) {
        return drawn("", PictureReader.turned(content));
    }

    private static Upload drawn(String name, PictureReader.Drawn drawn) {
        return new Upload(plain(name), drawn.mediaType(), drawn.content(), drawn.width(), drawn.height());
    }

    private static void checkSize(byte[] content, int most) {
        if (content.length == 0) {
            throw new DomainException("web.error.fileMissing");
        }
        if (content.length > most) {
            throw new DomainException("web.error.fileLarge", most / 1024 / 1024);
        }
    }

    private static String plain(String name) {
        String last = (name == null ? "" : name)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "")
                .strip();
        String kept = last.isEmpty() ? "file" : last;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }
}
