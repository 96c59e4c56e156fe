package tsunagu.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Small files that ask for much memory. Made without needing it. */
public final class HostileFiles {

    private static final int PIECE = 1 << 20;

    private HostileFiles() {}

    /** 7000 × 7000 pixels of four samples of 32 bits, and one strip that is empty. */
    public static byte[] tiff() {
        int[][] tags = {
            {256, 4, 1, 7000}, {257, 4, 1, 7000}, {258, 3, 4, 218}, {259, 3, 1, 1}, {262, 3, 1, 2}, {273, 4, 1, 226},
            {277, 3, 1, 4}, {278, 4, 1, 7000}, {279, 4, 1, 0}, {282, 5, 1, 226}, {283, 5, 1, 226}, {284, 3, 1, 1},
            {338, 3, 1, 2}, {339, 3, 1, 1}
        };
        ByteBuffer tiff = ByteBuffer.allocate(238).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) tags.length);
        for (int[] tag : tags) {
            tiff.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        tiff.putInt(0);
        tiff.position(218);
        tiff.putShort((short) 32)
                .putShort((short) 32)
                .putShort((short) 32)
                .putShort((short) 32)
                .putInt(1)
                .putInt(1);
        return tiff.array();
    }

    /** Black and clear: 16 bits for each of red, green, blue and opacity, eight bytes a pixel. */
    public static byte[] png(int width, int height) {
        return png(width, height, 16, 6, ((long) width * 8 + 1) * height, Map.of());
    }

    /** A palette of one colour, one pixel, and a text that unpacks to so many bytes. */
    public static byte[] pngWithText(long bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(new byte[] {'a', 0, 0});
        text.writeBytes(deflated(bytes));
        return png(1, 1, 8, 3, 2, Map.of("zTXt", text.toByteArray()));
    }

    private static byte[] png(int width, int height, int depth, int type, long unpacked, Map<String, byte[]> more) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) type)
                        .array());
        more.forEach((name, data) -> chunk(png, name, data));
        if (type == 3) {
            chunk(png, "PLTE", new byte[] {1, 2, 3});
        }
        chunk(png, "IDAT", deflated(unpacked));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] data) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(letters);
        checksum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(letters);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] deflated(long zeros) {
        Deflater deflater = new Deflater();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (long left = zeros; left > 0; left -= PIECE) {
            deflater.setInput(new byte[(int) Math.min(left, PIECE)]);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /**
     * A workbook out of parts that are written as they are given.
     *
     * @param times how often the middle of the shared strings is repeated
     */
    public static byte[] workbook(String sheet, String strings, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + main
                            + "sharedStrings+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + main + "styles+xml\"/></Types>");
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            add(zip, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
            add(zip, "xl/worksheets/sheet1.xml", sheet);
            if (times == 1) {
                add(zip, "xl/sharedStrings.xml", strings);
            } else {
                repeated(zip, "xl/sharedStrings.xml", strings, times);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Some 1.5 GB of shared strings in 1.5 MB. */
    public static byte[] bomb() {
        return workbook(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>150000</v></c></row></sheetData></worksheet>",
                ("<si><t>" + " ".repeat(9000) + "</t></si>").repeat(116),
                1500);
    }

    private static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    /** The same packed bytes again and again: a block that refers to nothing before it can be repeated. */
    private static void repeated(ZipArchiveOutputStream zip, String name, String text, int times) throws IOException {
        byte[] buffer = new byte[2 * PIECE];
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        deflater.setInput("<sst>".getBytes(StandardCharsets.UTF_8));
        raw.write(buffer, 0, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        byte[] middle =
                java.util.Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
        for (int i = 0; i < times; i++) {
            raw.writeBytes(middle);
        }
        deflater.setInput("</sst>".getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        raw.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.DEFLATED);
        entry.setSize((long) text.length() * times + 11);
        entry.setCompressedSize(raw.size());
        entry.setCrc(0);
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(raw.toByteArray()));
    }
}
