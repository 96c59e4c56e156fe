package tsunagu.shared;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The segments of a JPEG. What an application wrote beside the picture (profiles, thumbnails, further pictures behind the end)
 * is left out. A picture in one scan is read row by row; one in several (progressive) is held whole as coefficients, two bytes
 * each, in native memory. Its scans are counted, because each passes over the whole picture.
 */
final class JpegFile {

    /** Cameras and editors write about ten. */
    private static final int MOST_SCANS = 64;

    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;

    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] content;
    private final ByteArrayOutputStream clean;
    private int width;
    private int height;
    private int orientation = 1;
    private long coefficients;
    private boolean progressive;
    private boolean framed;
    private int scans;
    private boolean exif;
    private boolean saysColours;

    private JpegFile(byte[] content) {
        this.content = content;
        this.clean = new ByteArrayOutputStream(content.length);
    }

    static PictureFile read(byte[] content) {
        JpegFile file = new JpegFile(content);
        file.segments();
        boolean whole = file.progressive || file.scans > 1;
        return new PictureFile(
                PictureFile.Kind.JPEG,
                file.cleaned(),
                file.width,
                file.height,
                file.orientation,
                whole ? 2 * file.coefficients : 0);
    }

    /** EXIF says of the colours what JFIF says, but Java believes only the latter: else it guesses, and sometimes wrong. */
    private byte[] cleaned() {
        byte[] all = clean.toByteArray();
        if (!exif || saysColours) {
            return all;
        }
        byte[] with = new byte[all.length + JFIF.length];
        System.arraycopy(all, 0, with, 0, 2);
        System.arraycopy(JFIF, 0, with, 2, JFIF.length);
        System.arraycopy(all, 2, with, 2 + JFIF.length, all.length - 2);
        return with;
    }

    private void segments() {
        clean.write(content, 0, 2);
        int at = 2;
        while (true) {
            // A marker may be preceded by any number of FF.
            while (octet(at) == 0xff && octet(at + 1) == 0xff) {
                at++;
            }
            if (octet(at) != 0xff) {
                throw PictureFile.broken();
            }
            int marker = octet(at + 1);
            if (marker == END) {
                clean.write(content, at, 2);
                break;
            }
            int length = number(at + 2);
            if (length < 2 || at + 2 + length > content.length) {
                throw PictureFile.broken();
            }
            int next = at + 2 + length;
            if (marker == START_OF_SCAN) {
                next = endOfScan(next);
            }
            look(marker, at + 4, at + 2 + length);
            boolean beside = marker >= 0xe1 && marker <= 0xef && marker != 0xee || marker == 0xfe;
            if (!beside) {
                clean.write(content, at, next - at);
            }
            at = next;
        }
        if (!framed || scans == 0) {
            throw PictureFile.broken();
        }
    }

    private void look(int marker, int from, int to) {
        if (marker == START_OF_SCAN) {
            scans++;
            if (scans > MOST_SCANS) {
                throw new DomainException("web.error.filePixels");
            }
        } else if (marker == 0xe1 && scans == 0) {
            byte[] data = Arrays.copyOfRange(content, from, to);
            if (Exif.startsWithName(data)) {
                exif = true;
                // The first that says it; a program may have added a second one without.
                orientation = orientation == 1 ? Exif.orientation(data) : orientation;
            }
        } else if (marker == 0xe0 || marker == 0xee) {
            saysColours = true;
        } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            frame(marker, from, to);
        }
    }

    private void frame(int marker, int from, int to) {
        if (framed || marker > 0xc2 || octet(from) != 8) {
            // Lossless, arithmetic, twelve bits: no phone, no browser writes them.
            throw framed ? PictureFile.broken() : new DomainException("web.error.fileKind");
        }
        framed = true;
        progressive = marker == 0xc2;
        height = number(from + 1);
        width = number(from + 3);
        int components = octet(from + 5);
        if (components == 4) {
            throw new DomainException("web.error.fileColours");
        }
        if (components != 1 && components != 3 || to - from < 6 + 3 * components) {
            throw PictureFile.broken();
        }
        int widest = 1;
        int highest = 1;
        for (int i = 0; i < components; i++) {
            int sampling = octet(from + 7 + 3 * i);
            if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4) {
                throw PictureFile.broken();
            }
            widest = Math.max(widest, sampling >> 4);
            highest = Math.max(highest, sampling & 15);
        }
        for (int i = 0; i < components; i++) {
            int sampling = octet(from + 7 + 3 * i);
            coefficients += blocks(width, sampling >> 4, widest) * blocks(height, sampling & 15, highest) * 64;
        }
    }

    /** Blocks of eight, rounded up to whole units of all components. */
    private static long blocks(int length, int own, int most) {
        return (length + 8L * most - 1) / (8L * most) * own;
    }

    /** The data of a scan holds no marker but those that restart it (D0 to D7); FF 00 is FF. */
    private int endOfScan(int from) {
        int at = from;
        while (octet(at) != 0xff
                || octet(at + 1) == 0
                || octet(at + 1) >= 0xd0 && octet(at + 1) <= 0xd7
                || octet(at + 1) == 0xff) {
            at++;
        }
        return at;
    }

    private int octet(int at) {
        return content[at] & 0xff;
    }

    private int number(int at) {
        return octet(at) << 8 | octet(at + 1);
    }
}
