package tsunagu.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What is known of a picture before a single pixel is read, and the picture's data alone: colour profiles, texts, thumbnails,
 * animations and whatever hangs behind the end are left out, because readers unpack those without any bound.
 *
 * @param content a file of its kind again, written anew from the parts that make the picture
 * @param orientation 1 to 8 as in EXIF: how it is to be turned to stand upright
 * @param held bytes the reader keeps for the whole picture, however coarsely it is read; outside of what it returns
 */
record PictureFile(Kind kind, byte[] content, int width, int height, int orientation, long held) {

    /** What is read; everything else Java could open (TIFF, BMP, GIF, WBMP) is refused. */
    enum Kind {
        PNG,
        JPEG,
        WEBP
    }

    /** A photo of 50 megapixels and a panorama pass. */
    static final long MOST_PIXELS = 70_000_000L;

    /** A reader holds some rows: this bounds one. */
    static final int LONGEST_SIDE = 30_000;

    /** For {@link #held}. */
    static final long MOST_HELD = 96L * 1024 * 1024;

    private static final Set<String> PHONE_KINDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    /** @throws DomainException when it is none of the kinds, broken, or larger than can be read */
    static PictureFile of(byte[] content) {
        PictureFile file;
        try {
            file = sorted(content);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cutOff) {
            throw broken();
        }
        if (file.width < 1 || file.height < 1) {
            throw broken();
        }
        if (file.width > LONGEST_SIDE
                || file.height > LONGEST_SIDE
                || (long) file.width * file.height > MOST_PIXELS
                || file.held > MOST_HELD) {
            throw new DomainException("web.error.filePixels");
        }
        return file;
    }

    static DomainException broken() {
        return new DomainException("web.error.fileBroken");
    }

    private static PictureFile sorted(byte[] content) {
        String beginning = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
        if (beginning.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PngFile.read(content);
        }
        if (beginning.startsWith("\u00ff\u00d8\u00ff")) {
            return JpegFile.read(content);
        }
        if (beginning.startsWith("RIFF") && beginning.endsWith("WEBP")) {
            return WebpFile.read(content);
        }
        if (beginning.startsWith("ftyp", 4) && fromPhone(content)) {
            throw new DomainException("web.error.filePhone");
        }
        throw new DomainException("web.error.fileKind");
    }

    /** HEIC, HEIF and AVIF name their kind, and the kinds they are compatible with, in their first box. */
    private static boolean fromPhone(byte[] content) {
        int length = Math.min(
                Math.min(content.length, 256),
                Math.max(16, ByteBuffer.wrap(content).getInt(0)));
        for (int at = 8; at + 4 <= length; at += 4) {
            if (PHONE_KINDS.contains(new String(content, at, 4, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }
}
