package tsunagu.shared;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing that is read of what a camera writes beside the picture: how it was held. */
final class Exif {

    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private Exif() {}

    /** @return 1 to 8; 1 when it is not said, or not so that it can be understood */
    static int orientation(byte[] exif) {
        try {
            ByteBuffer all = ByteBuffer.wrap(exif);
            int skipped = startsWithName(exif) ? NAME.length : 0;
            ByteBuffer tiff = all.slice(skipped, exif.length - skipped);
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int at = directory + 2 + 12 * i;
                int type = tiff.getShort(at + 2);
                if ((tiff.getShort(at) & 0xffff) == ORIENTATION && (type == SHORT || type == LONG)) {
                    int value = type == SHORT ? tiff.getShort(at + 8) : tiff.getInt(at + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException notAsAgreed) {
            return 1;
        }
    }

    static boolean startsWithName(byte[] bytes) {
        return bytes.length >= NAME.length
                && ByteBuffer.wrap(bytes, 0, NAME.length).equals(ByteBuffer.wrap(NAME));
    }
}
