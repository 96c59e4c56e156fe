package tsunagu.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** XHTML with its CSS in it to PDF. Nothing is fetched from anywhere. */
@ApplicationScoped
public class PdfPrinter {

    /** What the CSS calls the font. */
    public static final String FAMILY = "Japanese";

    @Inject
    private JapaneseFont font;

    /**
     * @param xhtml well-formed, in the family {@link #FAMILY}
     * @throws tsunagu.shared.DomainException when no Japanese font is there
     */
    public byte[] print(String xhtml) {
        Path regular = font.regular();
        Path bold = font.bold();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(regular.toFile(), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(bold.toFile(), FAMILY, 700, FontStyle.NORMAL, true)
                    // A page of ours names no address; should one slip in, nothing is fetched for it.
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(withoutSelectors(xhtml), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException("A PDF could not be written", e);
        }
        return out.toByteArray();
    }

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
