package tsunagu.shared;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A file that came in, judged by its content and not by its name. Pictures are drawn anew, so that nothing but the picture is
 * kept: no place, no camera, nothing hidden behind its end.
 *
 * @param name as the person called it, without directories
 * @param width pixels; 0 for what is no picture
 */
public record Upload(String name, String mediaType, byte[] content, int width, int height) {

    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int LONGEST_SIDE = 1600;
    private static final long MOST_PIXELS = 50_000_000L;
    private static final int LONGEST_NAME = 120;

    /** @throws DomainException when it is too large, or neither PDF nor picture */
    public static Upload document(String name, byte[] content) {
        checkSize(content);
        if (new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            return new Upload(plain(name), "application/pdf", content, 0, 0);
        }
        return picture(name, content);
    }

    /** A JPEG, PNG, GIF or BMP as JPEG, or as PNG when it has transparent parts; at most 1600 pixels wide and high. */
    public static Upload picture(String name, byte[] content) {
        checkSize(content);
        BufferedImage read = read(content);
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean transparent = read.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(read, 0, 0, width, height, transparent ? null : Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, transparent ? "png" : "jpg", out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Upload(plain(name), transparent ? "image/png" : "image/jpeg", out.toByteArray(), width, height);
    }

    private static BufferedImage read(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DomainException("web.error.fileKind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                // A small file can claim to be a huge picture: asked before a single pixel is read.
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new DomainException("web.error.filePixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof DomainException domain ? domain : new DomainException("web.error.fileKind");
        }
    }

    private static void checkSize(byte[] content) {
        if (content.length == 0) {
            throw new DomainException("web.error.fileMissing");
        }
        if (content.length > MOST_BYTES) {
            throw new DomainException("web.error.fileLarge", MOST_BYTES / 1024 / 1024);
        }
    }

    private static String plain(String name) {
        String last = (name == null ? "" : name).replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
        String kept = last.isEmpty() ? "file" : last;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }
}
