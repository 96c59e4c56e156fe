package tsunagu.shared;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WebP with one lossy picture (VP8), which is what cameras and browsers write for photos. Lossless and transparent ones are
 * refused: the reader believes their tables of any number and size, so that a small file can ask for all memory there is.
 */
final class WebpFile {

    /** The reader keeps an object for every block of four by four pixels; measured 28 bytes a pixel with noise. */
    private static final int HELD_PER_PIXEL = 32;

    private static final int FRAME_HEADER = 10;

    private WebpFile() {}

    static PictureFile read(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int picture = -1;
        int orientation = 1;
        for (int at = 12; at + 8 <= content.length; ) {
            String name = new String(content, at, 4, StandardCharsets.ISO_8859_1);
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > content.length - at - 8) {
                throw PictureFile.broken();
            }
            switch (name) {
                case "VP8 " -> {
                    if (picture >= 0) {
                        throw PictureFile.broken();
                    }
                    picture = at;
                }
                case "VP8L", "ALPH", "ANIM", "ANMF" -> throw new DomainException("web.error.fileWebp");
                case "EXIF" -> orientation = Exif.orientation(Arrays.copyOfRange(content, at + 8, at + 8 + length));
                default -> {
                    // Profile, descriptions, or something newer: no part of the picture.
                }
            }
            at += 8 + length + (length & 1);
        }
        if (picture < 0 || bytes.getInt(picture + 4) < FRAME_HEADER) {
            throw PictureFile.broken();
        }
        int width = bytes.getShort(picture + 14) & 0x3fff;
        int height = bytes.getShort(picture + 16) & 0x3fff;
        int length = bytes.getInt(picture + 4);
        int even = length + (length & 1);
        ByteBuffer clean = ByteBuffer.allocate(20 + even).order(ByteOrder.LITTLE_ENDIAN);
        clean.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(12 + even);
        clean.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(content, picture, 8 + length);
        long blocks = (width + 47L) / 16 * ((height + 47L) / 16);
        return new PictureFile(
                PictureFile.Kind.WEBP, clean.array(), width, height, orientation, blocks * 256 * HELD_PER_PIXEL);
    }
}
