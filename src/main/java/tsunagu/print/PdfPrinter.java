package tsunagu.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;
import tsunagu.shared.CleanText;

/** XHTML with its CSS in it to PDF. Nothing is fetched from anywhere. */
@ApplicationScoped
public class PdfPrinter {

    /** What the CSS calls the font. */
    public static final String FAMILY = "Japanese";

    /** Type of an object that is drawn. */
    public static final String DRAWING = "tsunagu/drawing";

    private static final int THIN = 400;
    private static final int THICK = 700;

    /** Kanji that Unicode keeps twice for old code tables: composing would put the other one into a name. */
    private static final Pattern COMPATIBILITY = Pattern.compile("[\\uF900-\\uFAFF\\x{2F800}-\\x{2FA1F}]");

    private static final Pattern TEXT = Pattern.compile(">[^<]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]\\p{Mn}+");

    private final PrintFonts fonts;

    /** For the container's proxy. */
    protected PdfPrinter() {
        this(null);
    }

    @Inject
    public PdfPrinter(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /** Finds the drawing of an object by its id. */
    private record Drawers(Map<String, Drawing> drawings, Font font) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            return (each, x, y, width, height, output, context, dotsPerPixel) -> {
                Drawing drawing = drawings.get(each.getAttribute("id"));
                output.drawWithGraphics(
                        (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                            graphics.setFont(font.deriveFont(graphics.getFont().getSize2D()));
                            drawing.draw(graphics, width / dotsPerPixel, height / dotsPerPixel);
                        });
                return Map.of();
            };
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return DRAWING.equals(element.getAttribute("type"));
        }
    }

    /**
     * @param xhtml well-formed, in the family {@link #FAMILY}
     * @throws tsunagu.shared.DomainException when the server has no font, or none with one of the letters: never a box in its place
     */
    public byte[] print(String xhtml) {
        return print(xhtml, Map.of());
    }

    /**
     * @param drawings by the id of the object of type {@link #DRAWING} they are drawn into
     * @throws tsunagu.shared.DomainException when the server has no font, or none with one of the letters: never a box in its place
     */
    public byte[] print(String xhtml, Map<String, Drawing> drawings) {
        String page = drawable(CleanText.of(xhtml));
        List<PrintFonts.Face> faces = fonts.facesFor(page);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (PrintFonts.Face each : faces) {
            // By its name where the page asks for it, and for whatever letter the fonts before it lack; the library
            // takes one use at a time.
            String family =
                    each == faces.get(0) ? FAMILY : each.regular().getFileName().toString();
            add(builder, each, family, FSFontUseCase.DOCUMENT);
            if (each != faces.get(0)) {
                add(builder, each, family, FSFontUseCase.FALLBACK_FINAL);
            }
        }
        // A page of ours names no address; should one slip in, nothing is fetched for it.
        builder.useUriResolver((base, uri) -> null);
        // Tagged (PDF/UA): read aloud in order; it also forbids fonts that are not embedded.
        builder.usePdfUaAccessibility(true);
        builder.useObjectDrawerFactory(new Drawers(drawings, outlines(faces.get(0))));
        builder.withHtmlContent(marked(page), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                // The same page is the same file, whenever it is printed: no time, and an identity that follows from
                // what it says.
                document.getDocumentInformation().setCreationDate(null);
                document.setDocumentId((long) page.hashCode());
                document.save(out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A PDF could not be written", e);
        }
        return out.toByteArray();
    }

    /**
     * The first of several ways to set a page at which all of it stands on one sheet; the last where none does. They are asked by halves: each is
     * smaller than the one before.
     */
    public byte[] onOneSheet(int ways, IntFunction<String> page, Map<String, Drawing> drawings) {
        int first = 0;
        int last = ways - 1;
        byte[] fits = null;
        while (first < last) {
            int middle = (first + last) / 2;
            byte[] tried = print(page.apply(middle), drawings);
            if (sheets(tried) == 1) {
                fits = tried;
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return fits == null ? print(page.apply(first), drawings) : fits;
    }

    private static int sheets(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new IllegalStateException("A PDF could not be read again", e);
        }
    }

    private static void add(PdfRendererBuilder builder, PrintFonts.Face face, String family, FSFontUseCase use) {
        builder.useFont(face.regular().toFile(), family, THIN, FontStyle.NORMAL, true, EnumSet.of(use));
        builder.useFont(face.bold().toFile(), family, THICK, FontStyle.NORMAL, true, EnumSet.of(use));
    }

    /** What drawings set as outlines: Java's own font would stand in as Helvetica, not embedded. */
    private static Font outlines(PrintFonts.Face face) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, face.regular().toFile());
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font cannot be drawn with: " + face.regular(), e);
        }
    }

    /** Marks that stay beside their letter are drawn from the same font as the letter, the one that is made for them. */
    private static String marked(String page) {
        int body = page.indexOf("<body");
        return body < 0
                ? page
                : page.substring(0, body)
                        + TEXT.matcher(page.substring(body))
                                .replaceAll(text -> Matcher.quoteReplacement(MARKS.matcher(text.group())
                                        .replaceAll("<span style=\"font-family: 'NotoSans-Regular.ttf', '" + FAMILY
                                                + "'\">$0</span>")));
    }

    /**
     * What can be drawn letter by letter. A letter and its marks become the one letter they are (é, ệ, が, hangul), kanji stay the ones that were
     * written; signs without a picture of their own (異体字セレクタ, joiners) go: printed they would be boxes.
     */
    static String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        Matcher kept = COMPATIBILITY.matcher(text);
        int from = 0;
        while (kept.find()) {
            drawable.append(Normalizer.normalize(text.substring(from, kept.start()), Normalizer.Form.NFC))
                    .append(kept.group());
            from = kept.end();
        }
        drawable.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFC));
        StringBuilder shown = new StringBuilder();
        drawable.codePoints()
                .filter(each -> !invisible(each))
                .forEach(each -> shown.appendCodePoint(
                        Character.getType(each) == Character.SPACE_SEPARATOR && each != '\u3000' && each != '\u00a0'
                                ? ' '
                                : each));
        return shown.toString();
    }

    private static boolean invisible(int sign) {
        return Character.getType(sign) == Character.FORMAT
                // variation selectors, of pictures, of kanji and of Mongolian
                || sign >= 0xfe00 && sign <= 0xfe0f
                || sign >= 0xe0100 && sign <= 0xe01ef
                || sign >= 0x180b && sign <= 0x180f
                // a joiner of marks; fillers of hangul
                || sign == 0x034f
                || sign == 0x115f
                || sign == 0x1160
                || sign == 0x3164
                || sign == 0xffa0;
    }
}
