package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tsunagu.testing.Visitor;

/** What a file says to whoever reads it. */
final class Pdf {

    private Pdf() {}

    static String text(Visitor visitor, String url) {
        APIResponse answer = visitor.page().request().get(url);
        assertThat(answer.status()).as(url).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
