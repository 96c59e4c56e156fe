package tsunagu.shared;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Makes a picture smaller: each new pixel is the mean of all it covers. Works row by row and copies nothing; Java2D would make a
 * second picture of the size of the first for every type of pixel it does not know.
 */
final class Shrinking {

    private static final double ALL = 1 - 1e-6;

    private final BufferedImage from;
    private final int width;
    private final int[] samples;
    private final float[] line;

    private Shrinking(BufferedImage from, int width) {
        this.from = from;
        this.width = width;
        this.samples = new int[from.getWidth() * from.getRaster().getNumBands()];
        this.line = new float[4 * width];
    }

    /** @return with transparency only if a pixel has it */
    static BufferedImage to(BufferedImage image, int width, int height) {
        Shrinking shrinking = new Shrinking(image, width);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        float[] sum = new float[4 * width];
        int target = 0;
        double filled = 0;
        boolean opaque = true;
        double share = (double) height / image.getHeight();
        for (int y = 0; y < image.getHeight(); y++) {
            shrinking.readLine(y);
            double left = share;
            while (left > 1 - ALL && target < height) {
                double part = Math.min(left, 1 - filled);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (float) part * shrinking.line[i];
                }
                filled += part;
                left -= part;
                if (filled >= ALL || y == image.getHeight() - 1 && left <= 1 - ALL) {
                    opaque &= write(sum, small, target++);
                    java.util.Arrays.fill(sum, 0);
                    filled = 0;
                }
            }
        }
        if (!opaque) {
            return small;
        }
        return map(small, BufferedImage.TYPE_INT_RGB, 1);
    }

    /** @param orientation 1 to 8 as in EXIF */
    static BufferedImage upright(BufferedImage image, int orientation) {
        return orientation == 1 ? image : map(image, image.getType(), orientation);
    }

    private static BufferedImage map(BufferedImage image, int type, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage turned = new BufferedImage(lying ? h : w, lying ? w : h, type);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int toX =
                        switch (orientation) {
                            case 2, 3 -> w - 1 - x;
                            case 5, 8 -> y;
                            case 6, 7 -> h - 1 - y;
                            default -> x;
                        };
                int toY =
                        switch (orientation) {
                            case 3, 4 -> h - 1 - y;
                            case 5, 6 -> x;
                            case 7, 8 -> w - 1 - x;
                            default -> y;
                        };
                turned.setRGB(toX, toY, image.getRGB(x, y));
            }
        }
        return turned;
    }

    /** One row of the source at the new width: colours times opacity, and opacity. */
    private void readLine(int y) {
        java.util.Arrays.fill(line, 0);
        Raster raster = from.getRaster();
        raster.getPixels(0, y, from.getWidth(), 1, samples);
        ColorModel colours = from.getColorModel();
        int bands = raster.getNumBands();
        double share = (double) width / from.getWidth();
        double at = 0;
        for (int x = 0; x < from.getWidth(); x++) {
            int argb = colour(colours, bands, x);
            double end = Math.min(width, (x + 1) * share);
            int target = Math.min(width - 1, (int) (at + 1 - ALL));
            double first = Math.min(end, target + 1) - at;
            add(target, argb, (float) first);
            if (end - at - first > 1 - ALL && target + 1 < width) {
                add(target + 1, argb, (float) (end - at - first));
            }
            at = end;
        }
    }

    private void add(int x, int argb, float share) {
        float opacity = (argb >>> 24) * share;
        line[4 * x] += opacity;
        line[4 * x + 1] += (argb >> 16 & 255) * opacity;
        line[4 * x + 2] += (argb >> 8 & 255) * opacity;
        line[4 * x + 3] += (argb & 255) * opacity;
    }

    /** By the samples: Java's colour model takes grey for linear light and would show it too bright. */
    private int colour(ColorModel colours, int bands, int x) {
        if (colours instanceof IndexColorModel palette) {
            return samples[x] < palette.getMapSize() ? palette.getRGB(samples[x]) : 0xff000000;
        }
        int shift = colours.getComponentSize(0) - 8;
        boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        int at = x * bands;
        int red = samples[at] >> shift;
        int green = grey ? red : samples[at + 1] >> shift;
        int blue = grey ? red : samples[at + 2] >> shift;
        int opacity = colours.hasAlpha() ? samples[at + bands - 1] >> shift : 255;
        return opacity << 24 | red << 16 | green << 8 | blue;
    }

    /** @return whether all of the row is opaque */
    private static boolean write(float[] sum, BufferedImage small, int y) {
        boolean opaque = true;
        for (int x = 0; x < small.getWidth(); x++) {
            float opacity = sum[4 * x];
            int argb = Math.min(255, Math.round(opacity)) << 24;
            opaque &= argb >>> 24 == 255;
            for (int band = 1; band <= 3 && opacity > 0; band++) {
                argb |= Math.min(255, Math.round(sum[4 * x + band] / opacity)) << 24 - 8 * band;
            }
            small.setRGB(x, y, argb);
        }
        return opaque;
    }
}
