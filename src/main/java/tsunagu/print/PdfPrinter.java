package tsunagu.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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

    @Inject
    private JapaneseFont font;

    /** Finds the drawing of an object by its id. */
    private record Drawers(Map<String, Drawing> drawings) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            return (each, x, y, width, height, output, context, dotsPerPixel) -> {
                Drawing drawing = drawings.get(each.getAttribute("id"));
                output.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) width / dotsPerPixel,
                        (float) height / dotsPerPixel,
                        graphics -> drawing.draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
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
     * @throws tsunagu.shared.DomainException when no Japanese font is there
     */
    public byte[] print(String xhtml) {
        return print(xhtml, Map.of());
    }

    /**
     * @param drawings by the id of the object of type {@link #DRAWING} they are drawn into
     * @throws tsunagu.shared.DomainException when no Japanese font is there
     */
    public byte[] print(String xhtml, Map<String, Drawing> drawings) {
        Path regular = font.regular();
        Path bold = font.bold();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String page = CleanText.of(withoutSelectors(xhtml));
        try (PdfBoxRenderer renderer = new PdfRendererBuilder()
                    .useFont(regular.toFile(), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(bold.toFile(), FAMILY, 700, FontStyle.NORMAL, true)
                    // A page of ours names no address; should one slip in, nothing is fetched for it.
                    .useUriResolver((base, uri) -> null)
                    .useObjectDrawerFactory(new Drawers(drawings))
                    .withHtmlContent(page, null)
                    .buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                // The same page is the same file, whenever it is printed: no time, and an identity that follows from what it says.
                document.getDocumentInformation().setCreationDate(null);
                document.setDocumentId((long) page.hashCode());
                document.save(out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A PDF could not be written", e);
        }
        return out.toByteArray();
    }

    /* What XML forbids is taken out of the whole page above: a sign that came in before it was refused must not cost a person his PDF. */

    /** 異体字セレクタ (U+E0100 on) would be printed as #: the letter itself stays. */
    static String withoutSelectors(String text) {
        return text.codePoints()
                .filter(point -> point < 0xE0100 || point > 0xE01EF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** For text between tags and in attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
