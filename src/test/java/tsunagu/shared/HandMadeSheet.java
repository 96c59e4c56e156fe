package tsunagu.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks of one sheet, written sign for sign: what libraries would not write. */
final class HandMadeSheet {

    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private HandMadeSheet() {}

    /** @param formats of the styles 1, 2 … as they stand in the file */
    static byte[] of(String rows, String... formats) throws IOException {
        return book(new String[] {rows}, formats);
    }

    static byte[] withEmptyFirst(String rows) throws IOException {
        return book(new String[] {"", rows});
    }

    private static byte[] book(String[] sheets, String... formats) throws IOException {
        StringBuilder types =
                new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        types.append(type("/xl/workbook.xml", "sheet.main")).append(type("/xl/styles.xml", "styles"));
        StringBuilder list = new StringBuilder();
        StringBuilder links = new StringBuilder(link("styles", "styles.xml", 99));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 1; i <= sheets.length; i++) {
                types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
                list.append("<sheet name=\"S")
                        .append(i)
                        .append("\" sheetId=\"")
                        .append(i)
                        .append("\" r:id=\"rId")
                        .append(i)
                        .append("\"/>");
                links.append(link("worksheet", "worksheets/sheet" + i + ".xml", i));
                part(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        "<worksheet" + MAIN + "><sheetData>" + sheets[i - 1] + "</sheetData></worksheet>");
            }
            part(zip, "[Content_Types].xml", types + "</Types>");
            part(zip, "_rels/.rels", relations(link("officeDocument", "xl/workbook.xml", 1)));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook" + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + list + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations(links.toString()));
            StringBuilder styles = new StringBuilder("<styleSheet" + MAIN + "><numFmts>");
            StringBuilder cells = new StringBuilder("</numFmts><cellXfs><xf numFmtId=\"0\"/>");
            for (int i = 0; i < formats.length; i++) {
                styles.append("<numFmt numFmtId=\"")
                        .append(164 + i)
                        .append("\" formatCode=\"")
                        .append(formats[i])
                        .append("\"/>");
                cells.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
            }
            part(zip, "xl/styles.xml", styles.append(cells) + "</cellXfs></styleSheet>");
        }
        return out.toByteArray();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String link(String kind, String target, int number) {
        return "<Relationship Id=\"rId" + number
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String links) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + links
                + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
