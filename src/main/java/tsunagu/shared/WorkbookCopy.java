package tsunagu.shared;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An .xlsx written anew before a reader of spreadsheets sees it: only the elements a table is made of, in numbers and lengths
 * that are known. The reader trusts what it reads: a column named ZZZZZZ, a shared string with the number two thousand million
 * or twelve million cells in a row cost it all memory there is, in a file of some hundred bytes; and every name of an element
 * stays in its table of names for good.
 *
 * <p>What it costs: {@link #MOST_UNPACKED} are read once, in a stream; names, depth, strings and styles are counted; the copy is
 * smaller than what was read. With the reader's own objects for {@link #MOST_KEPT} strings and styles (some 100 bytes and the
 * text) a table needs less than 150 MB, and {@link TableFile} reads one at a time.
 */
final class WorkbookCopy {

    static final int MOST_PARTS = 500;
    static final int MOST_UNPACKED = 30 * 1024 * 1024;
    static final int MOST_RATIO = 100;

    /** Below this, any ratio is harmless: a table of equal rows packs well. */
    static final int RATIO_FLOOR = 5 * 1024 * 1024;

    /** Shared strings and styles, which the reader keeps. */
    static final int MOST_KEPT = 250_000;

    /** Parts of real workbooks have less than three hundred. */
    private static final int MOST_NAMES = 1000;

    private static final int DEEPEST = 64;
    private static final int LONGEST_ATTRIBUTE = 2000;
    private static final int LONGEST_FORMAT = 255;
    private static final int LONGEST_NUMBER = 400;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Elements of a table and their attributes; all others are left out, what stands in them is kept. */
    private static final Map<String, Set<String>> KEPT = Map.ofEntries(
            Map.entry("Types", Set.of()),
            Map.entry("Override", Set.of("PartName", "ContentType")),
            Map.entry("Relationships", Set.of()),
            Map.entry("Relationship", Set.of("Id", "Target")),
            Map.entry("workbook", Set.of()),
            Map.entry("workbookPr", Set.of("date1904")),
            Map.entry("sheets", Set.of()),
            Map.entry("sheet", Set.of("name", "sheetId", "state")),
            Map.entry("styleSheet", Set.of()),
            Map.entry("numFmt", Set.of("numFmtId", "formatCode")),
            Map.entry("cellXfs", Set.of()),
            Map.entry("xf", Set.of("numFmtId")),
            Map.entry("sst", Set.of()),
            Map.entry("si", Set.of()),
            Map.entry("t", Set.of()),
            Map.entry("worksheet", Set.of()),
            Map.entry("sheetData", Set.of()),
            Map.entry("row", Set.of("r", "hidden")),
            Map.entry("c", Set.of("r", "s", "t")),
            Map.entry("v", Set.of()),
            Map.entry("f", Set.of()),
            Map.entry("is", Set.of()));

    /** Their text is gathered and written once, whatever stands between. */
    private static final Set<String> TEXTS = Set.of("v", "t", "f");

    private static final Set<String> COUNTED = Set.of("si", "xf", "numFmt", "sheet", "Relationship", "Override");

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final BoundedPart.Budget budget = new BoundedPart.Budget(MOST_UNPACKED);
    private int kept;

    private WorkbookCopy() {}

    /**
     * @throws DomainException when it would be too much to read, has a password, or is none
     * @throws IOException when the zip file is broken
     */
    static byte[] of(byte[] content) throws IOException, XMLStreamException {
        WorkbookCopy workbook = new WorkbookCopy();
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                        .get();
                ZipOutputStream out = new ZipOutputStream(workbook.copy)) {
            out.setLevel(Deflater.BEST_SPEED);
            int parts = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new DomainException("web.error.tableParts", MOST_PARTS);
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new DomainException("web.error.tablePassword");
                }
                // Pictures and whatever else is in it are not even unpacked.
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                        throw new DomainException("web.error.tableFile");
                    }
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    workbook.part(
                            new BoundedPart(zip.getInputStream(entry), entry.getCompressedSize(), workbook.budget),
                            out);
                    out.closeEntry();
                }
            }
        }
        return workbook.copy.toByteArray();
    }

    private void part(BoundedPart in, ZipOutputStream out) throws XMLStreamException {
        // A factory of its own: the parser keeps every name it met in the factory's table.
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java's writer of XML hands on byte by byte.
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffered, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        new Part(factory.createXMLStreamReader(in), writer).copy();
        writer.flush();
    }

    /** One part of the workbook on its way. */
    private final class Part {

        private final XMLStreamReader in;
        private final XMLStreamWriter out;
        private final Set<String> names = new HashSet<>();
        private final Deque<Boolean> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private String gathering = "";
        private String type = "";
        private boolean inCell;
        private boolean beyond;
        private int column;
        private int rows;
        private boolean rowIsEmpty;
        private boolean rowHidden;
        private int inOne;

        /** Within how a word is read, which is no part of the word (ECMA-376, 18.4.6). */
        private int readings;

        private Part(XMLStreamReader in, XMLStreamWriter out) {
            this.in = in;
            this.out = out;
        }

        private void copy() throws XMLStreamException {
            while (in.hasNext() && rows <= PastedTable.MOST_KEPT_ROWS + PastedTable.MOST_ABOVE + 2) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> gather();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new DomainException("web.error.tableFile");
                    default -> {
                        // Comments and instructions.
                    }
                }
            }
            // Rows that are too many are not read: the table is refused for their number.
            out.writeEndDocument();
        }

        private void start(String name) throws XMLStreamException {
            if (open.size() >= DEEPEST) {
                throw new DomainException("web.error.tableFile");
            }
            count(name);
            readings += name.equals("rPh") ? 1 : 0;
            boolean known = KEPT.containsKey(name) && gathering.isEmpty() && !(beyond && inCell) && readings == 0;
            if (name.equals("row")) {
                column = 0;
                // What is hidden is left out, and does not count.
                rowHidden = "1".equals(in.getAttributeValue(null, "hidden"))
                        || "true".equals(in.getAttributeValue(null, "hidden"))
                        || "0".equals(in.getAttributeValue(null, "ht"));
                rowIsEmpty = true;
                known &= !inCell;
            }
            if (name.equals("c")) {
                known = cell() && known;
            }
            if (name.equals("si")) {
                inOne = 0;
            }
            open.push(known);
            if (TEXTS.contains(name) && gathering.isEmpty() && readings == 0) {
                gathering = name;
                text.setLength(0);
            }
            if (known && name.equals("v") && saysText()) {
                out.writeStartElement("is");
                out.writeStartElement("t");
            } else if (known && !name.equals("f")) {
                out.writeStartElement(name);
                attributes(name);
                if (name.equals("row")) {
                    hide();
                }
            } else if (name.equals("f") && gathering.equals("f") && "shared".equals(in.getAttributeValue(null, "t"))) {
                text.append('1');
            }
        }

        /** The result of a formula that is a text, and a day written as one (ECMA-376, 18.18.11): a text, however much it looks like a number. */
        private boolean saysText() {
            return inCell && (type.equals("str") || type.equals("d"));
        }

        /** @return whether it belongs to the table; what is beyond the last column may be there, but must be empty */
        private boolean cell() {
            if (inCell) {
                throw new DomainException("web.error.tableFile");
            }
            inCell = true;
            inOne = 0;
            String address = in.getAttributeValue(null, "r");
            column = address == null ? column + 1 : column(address);
            beyond = column > PastedTable.MOST_COLUMNS;
            String written = in.getAttributeValue(null, "t");
            type = written == null ? "n" : written;
            return !beyond;
        }

        private void attributes(String name) throws XMLStreamException {
            for (int i = 0; i < in.getAttributeCount(); i++) {
                String attribute = in.getAttributeLocalName(i);
                String namespace = in.getAttributeNamespace(i);
                String value = in.getAttributeValue(i);
                if (value.length() > (attribute.equals("formatCode") ? LONGEST_FORMAT : LONGEST_ATTRIBUTE)) {
                    throw new DomainException("web.error.tableFile");
                }
                if ((namespace == null || namespace.isEmpty()) && KEPT.get(name).contains(attribute)) {
                    boolean text = name.equals("c") && attribute.equals("t") && saysText();
                    boolean hidden = name.equals("row") && attribute.equals("hidden");
                    out.writeAttribute(attribute, text ? "inlineStr" : hidden && rowHidden ? "1" : value);
                } else if (name.equals("sheet") && RELATIONSHIPS.equals(namespace) && attribute.equals("id")) {
                    out.writeNamespace("r", RELATIONSHIPS);
                    out.writeAttribute("r", RELATIONSHIPS, "id", value);
                }
            }
        }

        /** Of a row that is as high as nothing. */
        private void hide() throws XMLStreamException {
            if (rowHidden && in.getAttributeValue(null, "hidden") == null) {
                out.writeAttribute("hidden", "1");
            }
        }

        private void gather() {
            if (gathering.isEmpty()) {
                return;
            }
            String more = in.getText();
            rowIsEmpty &= more.isBlank();
            if (beyond && inCell && !more.isBlank()) {
                throw new DomainException("web.error.tableWide", PastedTable.MOST_COLUMNS);
            }
            inOne += gathering.equals("t") || gathering.equals("v") ? more.length() : 0;
            if (inOne > PastedTable.LONGEST_CELL) {
                throw new DomainException("web.error.tableCell", PastedTable.LONGEST_CELL);
            }
            // Of a formula only that there is one is of interest.
            text.append(gathering.equals("f") ? "" : more);
            if (gathering.equals("f") && text.length() == 0 && !more.isEmpty()) {
                text.append('1');
            }
        }

        private void end(String name) throws XMLStreamException {
            boolean known = open.pop();
            readings -= name.equals("rPh") ? 1 : 0;
            if (name.equals(gathering)) {
                if (known) {
                    write(name);
                }
                gathering = "";
            }
            if (known && !name.equals("f")) {
                out.writeEndElement();
            }
            if (known && name.equals("v") && saysText()) {
                out.writeEndElement();
            }
            inCell &= !name.equals("c");
            rows += name.equals("row") && !rowIsEmpty && !rowHidden ? 1 : 0;
        }

        private void write(String name) throws XMLStreamException {
            if (name.equals("f")) {
                if (text.length() > 0 && !saysText()) {
                    out.writeStartElement("f");
                    out.writeCharacters("1");
                    out.writeEndElement();
                }
                return;
            }
            String value = text.toString();
            if (name.equals("v") && type.equals("s") && !value.isEmpty()) {
                int number = Integer.parseInt(value);
                if (number < 0 || number >= MOST_KEPT) {
                    throw new DomainException("web.error.tableFile");
                }
                value = Integer.toString(number);
            } else if (name.equals("v") && !saysText() && value.length() > LONGEST_NUMBER) {
                throw new DomainException("web.error.tableFile");
            } else if (name.equals("v") && type.equals("n")) {
                value = value.strip();
            } else if (name.equals("t") || saysText()) {
                value = unescaped(value);
            }
            out.writeCharacters(value);
        }

        /** Signs that XML has not, or that a program wrote so (ST_Xstring, ECMA-376 22.9.2.19): _x000D_ is the end of a line. */
        private static String unescaped(String text) {
            if (!text.contains("_x")) {
                return text;
            }
            return ESCAPED.matcher(text).replaceAll(found -> {
                int sign = Integer.parseInt(found.group(1), 16);
                boolean written =
                        sign >= ' ' && sign < 0xd800 || sign >= 0xe000 && sign < 0xfffe || sign == '\n' || sign == '\t';
                return written ? Matcher.quoteReplacement(String.valueOf((char) sign)) : "";
            });
        }

        private void count(String name) {
            names.add(in.getPrefix() + ":" + name);
            for (int i = 0; i < in.getAttributeCount(); i++) {
                names.add(in.getAttributePrefix(i) + ":" + in.getAttributeLocalName(i));
            }
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                names.add("xmlns:" + in.getNamespacePrefix(i));
            }
            if (names.size() > MOST_NAMES) {
                throw new DomainException("web.error.tableFile");
            }
            if (COUNTED.contains(name) && ++kept > MOST_KEPT) {
                throw new DomainException("web.error.tableKept", MOST_KEPT);
            }
        }

        /** @return from 1 */
        private static int column(String address) {
            int column = 0;
            int at = 0;
            for (; at < address.length() && at < 4 && Character.isLetter(address.charAt(at)); at++) {
                column = column * 26 + Character.toUpperCase(address.charAt(at)) - 'A' + 1;
            }
            if (at < 1 || at > 3 || column < 1 || !address.substring(at).matches("[0-9]{1,7}")) {
                throw new DomainException("web.error.tableFile");
            }
            return column;
        }
    }
}
