package tsunagu.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.UseCase;

/** A paper as a file. Not in a transaction of its own: reading is over when drawing begins. */
@ApplicationScoped
public class PaperFileService {

    @Inject
    private PaperService papers;

    @Inject
    private PdfPrinter printer;

    @UseCase(anyone = true, changes = false)
    public byte[] workbook(String number, FiscalYear year) {
        return PaperWorkbook.of(papers.paper(number, year));
    }

    /** @throws tsunagu.shared.DomainException when no Japanese font is there */
    @UseCase(anyone = true, changes = false)
    public byte[] pdf(String number, FiscalYear year) {
        return PaperDocument.of(papers.paper(number, year), printer);
    }
}
