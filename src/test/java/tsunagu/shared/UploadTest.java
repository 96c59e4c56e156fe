package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.testing.HostileFiles;

class UploadTest {

    /** 40 × 30, lossy, as a browser writes it, with a profile. */
    private static final String WEBP =
            "UklGRnwCAABXRUJQVlA4WAoAAAAgAAAAJwAAHQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh"
                    + "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZ"
                    + "AAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAA"
                    + "AAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA"
                    + "AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIA"
                    + "MAAxADZWUDggjgAAANAEAJ0BKigAHgA+nUCZSKgjqCEquA35ABOJbACdMwS9V5R+RnEIEEwCbT/BRGoAAP7tpR7BD/OukWw3/0/tSOknUXNTDZ5+"
                    + "LG2mDBDnv+J0+DUFmyX5O4HYTEHO/LgQicsRYU1KbqB6H/m8Ng6tzEj2T79PaOFLn5i3lm/jr8KZ7c7DawgEuWioq2Zq4AA=";

    /** Met in a security test: 238 bytes ended the portal. */
    @Test
    void a_picture_of_238_bytes_that_asks_for_gigabytes_is_refused_unread() {
        assertThat(HostileFiles.tiff()).hasSize(238);
        assertRefused("web.error.fileKind", HostileFiles.tiff());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "wbmp", "tiff"})
    void kinds_that_nobody_needs_are_refused(String kind) throws Exception {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_BINARY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, out)).isTrue();
        assertRefused("web.error.fileKind", out.toByteArray());
    }

    /** Met in a security test: three at once ended the portal with a heap of a gigabyte. Here a quarter must do. */
    @Test
    void three_pictures_of_400_megabytes_at_once_fit_into_a_small_heap() throws Exception {
        byte[] png = HostileFiles.png(7000, 7100);
        assertThat(png.length).isLessThan(500_000);
        assertThat(SmallHeap.read(256, "picture", png, png, png)).containsOnly("image/png 1577x1600");
    }

    @Test
    void photos_of_phones_fit_into_a_small_heap_and_stay_photos() throws Exception {
        byte[] usual = jpeg(4032, 3024, false);
        byte[] large = jpeg(8160, 6144, false);
        assertThat(SmallHeap.read(256, "picture", usual, large, usual, large))
                .containsExactly(
                        "image/jpeg 1600x1200", "image/jpeg 1600x1205", "image/jpeg 1600x1200", "image/jpeg 1600x1205");
    }

    @Test
    void interlaced_and_progressive_pictures_fit_as_well() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        write(new BufferedImage(5000, 5000, BufferedImage.TYPE_4BYTE_ABGR), "png", true, png);
        assertThat(SmallHeap.read(256, "picture", png.toByteArray(), jpeg(4000, 3000, true), png.toByteArray()))
                .containsExactly("image/png 1600x1600", "image/jpeg 1600x1200", "image/png 1600x1600");
    }

    /** Java's reader takes in the texts of palette pictures, whatever it is told to ignore. */
    @Test
    void texts_beside_a_picture_are_not_unpacked() throws Exception {
        byte[] png = HostileFiles.pngWithText(1_000_000_000L);
        assertThat(png.length).isLessThan(1_100_000);
        assertThat(SmallHeap.read(64, "picture", png)).containsExactly("image/jpeg 1x1");
    }

    @Test
    void what_is_read_has_a_bound_whatever_its_size_and_kind() {
        int[] sides = {1, 2, 1599, 1600, 3200, 4096, 8366, 16384, PictureFile.LONGEST_SIDE};
        for (int width : sides) {
            for (int height : sides) {
                for (int bytes : new int[] {1, 2, 3, 4, 6, 8}) {
                    int step = PictureReader.step(width, height, bytes);
                    long read = ((width + step - 1L) / step) * ((height + step - 1L) / step);
                    assertThat(read * bytes).isLessThanOrEqualTo(PictureReader.MOST_DECODED);
                    if (step > 1
                            && (long) width * height <= PictureFile.MOST_PIXELS
                            && 3 * Math.min(width, height) > Math.max(width, height)) {
                        assertThat(Math.max(width, height) / step)
                                .as("still larger than what is drawn")
                                .isGreaterThanOrEqualTo(1600);
                    }
                }
            }
        }
    }

    @Test
    void a_picture_that_would_be_held_whole_is_bounded_by_that() throws Exception {
        byte[] progressive = jpeg(64, 64, true);
        assertRefused("web.error.filePixels", withSize(progressive, 8000, 8000));
        assertRefused("web.error.filePixels", withSize(jpeg(64, 64, false), 40_000, 4));
        byte[] webp = Base64.getDecoder().decode(WEBP);
        int frame = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
        webp[frame + 15] = 0x3f;
        webp[frame + 17] = 0x3f;
        assertRefused("web.error.filePixels", webp);
        assertRefused("web.error.filePixels", HostileFiles.png(1, 40_000));
    }

    @Test
    void a_webp_becomes_a_jpeg() throws Exception {
        Upload upload = Upload.picture("w", Base64.getDecoder().decode(WEBP));
        assertThat(upload)
                .extracting(Upload::mediaType, Upload::width, Upload::height)
                .containsExactly("image/jpeg", 40, 30);
        BufferedImage image = image(upload);
        assertThat(new Color(image.getRGB(1, 1)).getRed()).isGreaterThan(new Color(image.getRGB(38, 28)).getRed());
        for (String chunk : new String[] {"VP8L", "ALPH", "ANIM"}) {
            byte[] other = ("RIFF\20\0\0\0WEBP" + chunk + "\4\0\0\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
            assertRefused("web.error.fileWebp", other);
        }
    }

    @Test
    void photos_in_the_formats_of_phones_are_refused_with_what_to_do() {
        for (String brand : new String[] {"heic", "mif1", "avif"}) {
            assertRefused(
                    "web.error.filePhone",
                    ("\0\0\0\30ftyp" + brand + "\0\0\0\0mif1heic").getBytes(StandardCharsets.ISO_8859_1));
        }
        assertRefused("web.error.fileKind", "\0\0\0\30ftypisom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The camera was turned: the left of what it wrote is the top. */
    @Test
    void a_photo_stands_upright() throws Exception {
        byte[] plain = halves(40, 20);
        int[][] left = {{}, {5, 10}, {35, 10}, {35, 10}, {5, 10}, {10, 5}, {10, 5}, {10, 35}, {10, 35}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            Upload upload = Upload.picture("x", withOrientation(plain, orientation));
            assertThat(upload.width()).as("orientation " + orientation).isEqualTo(orientation < 5 ? 40 : 20);
            Color colour = new Color(image(upload).getRGB(left[orientation][0], left[orientation][1]));
            assertThat(colour.getRed()).as("orientation " + orientation).isGreaterThan(200);
            assertThat(colour.getBlue()).isLessThan(60);
        }
    }

    /** A PNG says it in a chunk of its own, some programs as a longer number, and a second segment that says nothing changes nothing. */
    @Test
    void how_a_camera_was_held_is_read_wherever_it_stands() throws Exception {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0};
        byte[] png = png(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB));
        byte[] chunk = new byte[12 + tiff.length];
        ByteBuffer.wrap(chunk)
                .putInt(tiff.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff);
        CRC32 checksum = new CRC32();
        checksum.update(chunk, 4, 4 + tiff.length);
        ByteBuffer.wrap(chunk).putInt(8 + tiff.length, (int) checksum.getValue());
        int header = 33;
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(png, 0, header);
        with.write(chunk);
        with.write(png, header, png.length - header);
        assertThat(Upload.picture("x", with.toByteArray()))
                .extracting(Upload::width, Upload::height)
                .containsExactly(20, 40);
        byte[] twice = withOrientation(halves(40, 20), 6);
        byte[] nothing = withOrientation(new byte[] {twice[0], twice[1]}, 1);
        byte[] both = new byte[twice.length + nothing.length - 2];
        int first = 2 + 36;
        System.arraycopy(twice, 0, both, 0, first);
        System.arraycopy(nothing, 2, both, first, nothing.length - 2);
        System.arraycopy(twice, first, both, first + nothing.length - 2, twice.length - first);
        assertThat(Upload.picture("x", both))
                .extracting(Upload::width, Upload::height)
                .containsExactly(20, 40);
    }

    /** Not every camera says how it was held. */
    @Test
    void a_picture_is_turned_by_hand() throws Exception {
        Upload once = Upload.turned(Upload.picture("x", halves(40, 20)).content());
        assertThat(once).extracting(Upload::width, Upload::height).containsExactly(20, 40);
        assertThat(new Color(image(once).getRGB(10, 5)).getRed())
                .as("what was left is above")
                .isGreaterThan(200);
        Upload again = Upload.turned(
                Upload.turned(Upload.turned(once.content()).content()).content());
        assertThat(new Color(image(again).getRGB(5, 10)).getRed()).isGreaterThan(200);
    }

    /** Phones write photos of 8 and 12 MB. */
    @Test
    void a_photo_over_five_megabytes_is_made_small_and_a_document_is_refused() throws Exception {
        BufferedImage noise = new BufferedImage(3200, 2400, BufferedImage.TYPE_3BYTE_BGR);
        new Random(3)
                .nextBytes(((java.awt.image.DataBufferByte) noise.getRaster().getDataBuffer()).getData());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.9f);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(noise, null, null), how);
        }
        writer.dispose();
        byte[] photo = out.toByteArray();
        assertThat(photo.length).isBetween(Upload.MOST_BYTES + 1, Upload.MOST_PICTURE_BYTES);
        for (Upload upload : new Upload[] {Upload.picture("x", photo), Upload.document("x", photo)}) {
            assertThat(upload).extracting(Upload::width, Upload::height).containsExactly(1600, 1200);
            assertThat(upload.content().length).isLessThan(2 * 1024 * 1024);
        }
        assertRefused("web.error.fileLarge", Arrays.copyOf(photo, Upload.MOST_PICTURE_BYTES + 1));
        byte[] pdf = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1), Upload.MOST_BYTES + 1);
        assertThatThrownBy(() -> Upload.document("x", pdf)).hasMessage("web.error.fileLarge");
    }

    /** Only Exif says of such a picture that it is not RGB; it is taken out, and the colours must stay. */
    @Test
    void a_photo_with_nothing_but_exif_keeps_its_colours() throws Exception {
        byte[] jfif = halves(40, 20, true);
        byte[] exif = withOrientation(jfif, 1);
        int header = 4 + ((jfif[4] & 0xff) << 8 | jfif[5] & 0xff);
        int at = exif.length - jfif.length + 2;
        byte[] only = new byte[exif.length - header + 2];
        System.arraycopy(exif, 0, only, 0, at);
        System.arraycopy(exif, at + header - 2, only, at, exif.length - at - header + 2);
        // Its components are numbered from 0, as some cameras do: Java takes that for red, green, blue.
        for (int i = at; i < only.length - 16; i++) {
            int marker = (only[i] & 0xff) << 8 | only[i + 1] & 0xff;
            for (int component = 0; component < 3 && (marker == 0xffc0 || marker == 0xffda); component++) {
                only[marker == 0xffc0 ? i + 10 + 3 * component : i + 5 + 2 * component] = (byte) component;
            }
        }
        Color colour = new Color(image(Upload.picture("x", only)).getRGB(5, 10));
        assertThat(colour.getRed()).isGreaterThan(200);
        assertThat(colour.getGreen()).isLessThan(60);
    }

    @Test
    void every_depth_of_colour_is_drawn_right() throws Exception {
        BufferedImage grey = new BufferedImage(3000, 10, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, 3000, 10, filled(30_000, 100));
        assertThat(new Color(image(Upload.picture("x", png(grey))).getRGB(800, 3)).getRed())
                .isBetween(98, 102);
        BufferedImage deep = new BufferedImage(30, 10, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setPixels(0, 0, 30, 10, filled(300, 100 << 8));
        assertThat(new Color(image(Upload.picture("x", png(deep))).getRGB(8, 3)).getGreen())
                .isBetween(98, 102);
        byte[] ramp = {0, (byte) 200};
        BufferedImage palette = new BufferedImage(
                17, 10, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(1, 2, ramp, ramp, ramp, new byte[] {
                    0, (byte) 255
                }));
        palette.getRaster().setPixels(0, 0, 8, 10, filled(80, 1));
        Upload drawn = Upload.picture("x", png(palette));
        assertThat(drawn.mediaType()).as("its transparent part stays").isEqualTo("image/png");
        assertThat(image(drawn).getRGB(2, 2)).isEqualTo(0xffc8c8c8);
        assertThat(image(drawn).getRGB(12, 2) >>> 24).isZero();
        BufferedImage opaque = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 9, 9);
        graphics.dispose();
        assertThat(Upload.picture("x", png(opaque)).mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void fine_stripes_become_their_mean() throws Exception {
        BufferedImage stripes = new BufferedImage(4000, 40, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 4000; x += 2) {
            for (int y = 0; y < 40; y++) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        Upload upload = Upload.picture("x", png(stripes));
        assertThat(upload).extracting(Upload::width, Upload::height).containsExactly(1600, 16);
        for (int x = 0; x < 1600; x += 37) {
            assertThat(new Color(image(upload).getRGB(x, 8)).getGreen()).isBetween(90, 165);
        }
    }

    @Test
    void colours_of_print_are_refused_in_words() {
        byte[] cmyk = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xc0,
            0,
            20,
            8,
            0,
            1,
            0,
            1,
            4,
            1,
            0x11,
            0,
            2,
            0x11,
            0,
            3,
            0x11,
            0,
            4,
            0x11,
            0
        };
        assertRefused("web.error.fileColours", cmyk);
    }

    @Test
    void what_is_cut_off_is_refused_and_what_hangs_on_is_left_out() throws Exception {
        assertRefused("web.error.fileMissing", new byte[0]);
        byte[] half = Arrays.copyOf(jpeg(900, 600, false), 2000);
        half[1998] = (byte) 0xff;
        half[1999] = (byte) 0xd9;
        assertRefused("web.error.fileBroken", half);
        byte[] tail = "PK\3\4<script>SECRET</script>".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] whole : new byte[][] {jpeg(90, 60, false), jpeg(90, 60, true), png(new BufferedImage(90, 60, 5))}) {
            for (int length = 1; length < whole.length; length += 7) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Upload.picture("x", cut)).isInstanceOf(DomainException.class);
            }
            byte[] longer = Arrays.copyOf(whole, whole.length + tail.length);
            System.arraycopy(tail, 0, longer, whole.length, tail.length);
            Upload upload = Upload.picture("../../a<b>.png", longer);
            assertThat(new String(upload.content(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("SECRET");
            assertThat(upload.name()).isEqualTo("ab.png");
        }
    }

    /** Bytes that are not as they should be: a picture or a sentence, and nothing else. */
    @Test
    void whatever_the_bytes_say_nothing_but_a_sentence_comes_out() throws Exception {
        Random random = new Random(1);
        byte[][] whole = {
            jpeg(90, 60, false),
            jpeg(90, 60, true),
            png(new BufferedImage(90, 60, 6)),
            Base64.getDecoder().decode(WEBP),
            withOrientation(jpeg(40, 20, false), 6)
        };
        for (int i = 0; i < 3000; i++) {
            byte[] changed = whole[i % whole.length].clone();
            for (int j = 0; j <= i % 5; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Upload.picture("x", changed).width()).isPositive();
            } catch (DomainException sentence) {
                assertThat(sentence.key()).startsWith("web.error.file");
            }
        }
    }

    @Test
    void noise_with_transparency_does_not_fill_the_database() throws Exception {
        BufferedImage noise = new BufferedImage(1100, 1100, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(2);
        for (int i = 0; i < 1100 * 1100; i++) {
            noise.setRGB(i % 1100, i / 1100, random.nextInt());
        }
        Upload upload = Upload.picture("x", png(noise));
        assertThat(upload.content().length).isLessThan(2 * 1024 * 1024);
    }

    @Test
    void a_line_that_is_full_or_too_slow_is_a_sentence() throws Exception {
        Turnstile turnstile = new Turnstile(1, 1, Duration.ofMillis(50));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = new Thread(() -> turnstile.pass(() -> {
            inside.countDown();
            try {
                return end.await(20, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }));
        first.start();
        inside.await();
        assertThatThrownBy(() -> turnstile.pass(() -> 1)).hasMessage("web.error.fileBusy");
        end.countDown();
        first.join();
        assertThat(turnstile.<Integer>pass(() -> 1)).isEqualTo(1);
    }

    private static void assertRefused(String key, byte[] content) {
        assertThatThrownBy(() -> Upload.picture("x", content))
                .isInstanceOf(DomainException.class)
                .hasMessage(key);
    }

    private static int[] filled(int length, int value) {
        int[] all = new int[length];
        Arrays.fill(all, value);
        return all;
    }

    private static BufferedImage image(Upload upload) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(upload.content()));
    }

    private static byte[] png(BufferedImage image) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(int width, int height, boolean progressive) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 200; i++) {
            image.setRGB(i * 7919 % width, i * 104729 % height, 0xff8040);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(image, "jpeg", progressive, out);
        return out.toByteArray();
    }

    private static byte[] halves(int width, int height) throws Exception {
        return halves(width, height, false);
    }

    /**
     * Left red, right blue.
     *
     * @param full every pixel with colours of its own (4:4:4)
     */
    private static byte[] halves(int width, int height, boolean full) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!full) {
            write(image, "jpeg", false, out);
            return out.toByteArray();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        IIOMetadata beside = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) beside.getAsTree(beside.getNativeMetadataFormatName());
        IIOMetadataNode brightness =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        brightness.setAttribute("HsamplingFactor", "1");
        brightness.setAttribute("VsamplingFactor", "1");
        beside.setFromTree(beside.getNativeMetadataFormatName(), root);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, beside), null);
        }
        writer.dispose();
        return out.toByteArray();
    }

    private static void write(BufferedImage image, String kind, boolean progressive, ByteArrayOutputStream out)
            throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
    }

    private static byte[] withSize(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length - 9; i++) {
            if ((changed[i] & 0xff) == 0xff && ((changed[i + 1] & 0xff) == 0xc0 || (changed[i + 1] & 0xff) == 0xc2)) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                changed[i + 7] = (byte) (width >> 8);
                changed[i + 8] = (byte) width;
                return changed;
            }
        }
        throw new IllegalStateException();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] segment = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] with = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, with, 0, 2);
        System.arraycopy(segment, 0, with, 2, segment.length);
        System.arraycopy(jpeg, 2, with, 2 + segment.length, jpeg.length - 2);
        return with;
    }
}
