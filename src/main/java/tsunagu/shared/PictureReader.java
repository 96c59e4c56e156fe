package tsunagu.shared;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads a picture somebody sent and draws it anew, small and upright. It may be made to harm: the portal ends when its memory
 * does (1 GB), so what one picture costs is bounded before it is read, and how many are read at once.
 *
 * <p>The sum, in MB, for one picture:
 *
 * <ul>
 *   <li>the file as it came and its copy without what is beside the picture: 15 + 30;
 *   <li>what is read: at most {@link #MOST_DECODED} = 48; a larger picture is read coarsely (every second, third … pixel), which
 *       Java's readers of PNG, also interlaced, and of JPEG do row by row;
 *   <li>what the reader keeps for the whole picture whatever it returns: at most {@link PictureFile#MOST_HELD} = 96. Heap for
 *       WebP (32 bytes a pixel, so 3 megapixels), native memory for progressive JPEG (coefficients, 6 bytes a pixel at 4:4:4,
 *       so 16 megapixels), nothing else;
 *   <li>rows at hand: {@link PictureFile#LONGEST_SIDE} bounds a row to 0.25, some dozen are held;
 *   <li>what is drawn: 1600 × 1600 × 4 bytes = 10, up to three times; as a file at most 10, twice as the buffer grows.
 * </ul>
 *
 * Together less than 200 of heap for WebP (which returns 9 of its 3 megapixels, not 48) and less than 145 for the others, whose 96
 * are native. Two at a time are 400, of 1024; six more may wait with 15 each. Time is bounded by {@link
 * PictureFile#MOST_PIXELS} and, for JPEG, the number of scans: some seconds each.
 */
final class PictureReader {

    static {
        // The streams are in memory as it is; a cache would write people's pictures to the disk.
        ImageIO.setUseCache(false);
    }

    static final long MOST_DECODED = 48L * 1024 * 1024;

    /** Also of one byte each: drawing them takes time. */
    private static final long MOST_DRAWN_FROM = 16L * 1024 * 1024;

    /** As EXIF says it. */
    private static final int AS_IT_IS = 1;

    private static final int QUARTER_TURN = 6;

    private static final int LONGEST_SIDE = 1600;
    private static final int MOST_WRITTEN = 2 * 1024 * 1024;

    private static final Turnstile TURNSTILE = new Turnstile(2, 16, Duration.ofSeconds(30));

    private PictureReader() {}

    /** A picture of our own making. */
    record Drawn(String mediaType, byte[] content, int width, int height) {}

    /** @throws DomainException when it is no picture we read, broken, too large, or too many are being read */
    static Drawn draw(byte[] content) {
        return draw(content, AS_IT_IS);
    }

    /** The same, a quarter turn to the right. */
    static Drawn turned(byte[] content) {
        return draw(content, QUARTER_TURN);
    }

    private static Drawn draw(byte[] content, int turn) {
        return TURNSTILE.pass(() -> {
            PictureFile file = PictureFile.of(content);
            BufferedImage read = read(file);
            double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(file.width(), file.height()));
            BufferedImage small = Shrinking.to(
                    read,
                    Math.max(1, Math.min(read.getWidth(), (int) Math.round(file.width() * scale))),
                    Math.max(1, Math.min(read.getHeight(), (int) Math.round(file.height() * scale))));
            return written(Shrinking.upright(Shrinking.upright(small, file.orientation()), turn));
        });
    }

    /** Noise packs badly, with transparency most of all: such a picture gets smaller until it is no burden to those who see it. */
    private static Drawn written(BufferedImage image) {
        BufferedImage smaller = image;
        Drawn drawn = encoded(smaller);
        while (drawn.content().length > MOST_WRITTEN) {
            smaller = Shrinking.to(
                    smaller, Math.max(1, smaller.getWidth() * 3 / 4), Math.max(1, smaller.getHeight() * 3 / 4));
            drawn = encoded(smaller);
        }
        return drawn;
    }

    private static BufferedImage read(PictureFile file) {
        ImageReader reader = reader(file.kind());
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
                throw PictureFile.broken();
            }
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            if (!types.hasNext()) {
                throw new DomainException("web.error.fileColours");
            }
            ImageTypeSpecifier type = types.next();
            int step = step(file.width(), file.height(), bytesPerPixel(type));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setDestinationType(type);
            how.setSourceSubsampling(step, step, 0, 0);
            boolean[] cutOff = new boolean[1];
            // What is missing would be painted grey.
            reader.addIIOReadWarningListener((source, warning) ->
                    cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
            BufferedImage image = reader.read(0, how);
            if (cutOff[0]) {
                throw PictureFile.broken();
            }
            return image;
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | RuntimeException | AssertionError broken) {
            // Readers throw nearly everything at data that is not what it should be.
            throw PictureFile.broken();
        } finally {
            reader.dispose();
        }
    }

    /**
     * Every how many pixels one is read.
     *
     * @param bytes of one pixel as the reader returns it
     */
    static int step(int width, int height, int bytes) {
        int step = 1;
        while (pixels(width, height, step) > MOST_DRAWN_FROM || pixels(width, height, step) * bytes > MOST_DECODED) {
            step++;
        }
        return step;
    }

    private static long pixels(int width, int height, int step) {
        return ((width + step - 1L) / step) * ((height + step - 1L) / step);
    }

    private static int bytesPerPixel(ImageTypeSpecifier type) {
        var model = type.getSampleModel();
        return Math.max(1, model.getNumDataElements() * DataBuffer.getDataTypeSize(model.getDataType()) / 8);
    }

    /** Named one by one: whichever reader else is on the class path is never asked. */
    private static ImageReader reader(PictureFile.Kind kind) {
        if (kind == PictureFile.Kind.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        String name = kind == PictureFile.Kind.PNG ? "png" : "jpeg";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.plugins." + name + ".")) {
                return reader;
            }
        }
        throw new IllegalStateException("Java's own reader of " + name + " is not there");
    }

    private static Drawn encoded(BufferedImage image) {
        boolean transparent = image.getColorModel().hasAlpha();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(transparent ? "png" : "jpeg")
                .next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, null));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            writer.dispose();
        }
        return new Drawn(
                transparent ? "image/png" : "image/jpeg", out.toByteArray(), image.getWidth(), image.getHeight());
    }
}
