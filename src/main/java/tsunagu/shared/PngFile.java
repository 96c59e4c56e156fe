package tsunagu.shared;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG. Only those that make the picture are kept, and read how the camera was held (eXIf, PNG third edition): of a palette picture Java's reader takes in the compressed
 * texts and profiles too, whatever it is told to ignore, and how much of them it unpacks is its release's affair.
 */
final class PngFile {

    private static final int HEADER = 13;

    /** Chunks that are kept, and how long they may be. */
    private static final Map<String, Integer> KEPT =
            Map.of("IHDR", HEADER, "PLTE", 768, "tRNS", 256, "IDAT", Integer.MAX_VALUE, "IEND", 0);

    private PngFile() {}

    static PictureFile read(byte[] content) {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(content.length);
        clean.write(content, 0, 8);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(content.length);
        ByteBuffer size = null;
        int orientation = 1;
        String name = "";
        for (int at = 8; !name.equals("IEND"); ) {
            int length = ByteBuffer.wrap(content).getInt(at);
            if (length < 0 || length > content.length - at - 12) {
                throw PictureFile.broken();
            }
            name = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            int data = at + 8;
            if (name.equals("eXIf")) {
                orientation = Exif.orientation(java.util.Arrays.copyOfRange(content, data, data + length));
            }
            if (KEPT.containsKey(name)) {
                CRC32 checksum = new CRC32();
                checksum.update(content, at + 4, length + 4);
                boolean first = size == null;
                if (length > KEPT.get(name)
                        || (int) checksum.getValue() != ByteBuffer.wrap(content).getInt(data + length)
                        || first != name.equals("IHDR")) {
                    throw PictureFile.broken();
                }
                if (first) {
                    size = ByteBuffer.wrap(content, data, HEADER);
                }
                if (name.equals("IDAT")) {
                    pixels.write(content, data, length);
                } else {
                    // Whatever stood between them, the pixels are one chunk and the last before the end.
                    if (name.equals("IEND")) {
                        add(clean, "IDAT", pixels.toByteArray());
                    }
                    add(clean, name, java.util.Arrays.copyOfRange(content, data, data + length));
                }
            }
            at = data + length + 4;
        }
        return new PictureFile(PictureFile.Kind.PNG, clean.toByteArray(), size.getInt(), size.getInt(), orientation, 0);
    }

    private static void add(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(letters);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(letters);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
