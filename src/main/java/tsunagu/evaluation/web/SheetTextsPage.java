package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import tsunagu.evaluation.SheetTextService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ImportTable;
import tsunagu.shared.Secrets;
import tsunagu.web.FormErrors;
import tsunagu.web.TableWords;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff hand in the texts of a year's 資料2 as one table: read, compared with what is there, taken as a whole. */
@Named
@ViewScoped
public class SheetTextsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As the room's {@link ImportTable} is called. */
    private static final String TABLE = "evaluation-texts";

    @Inject
    private SheetTextService sheets;

    @Inject
    private Texts texts;

    @Inject
    private TableWords tables;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient SheetTextService.Reading reading;
    private String text = "";
    private String seen = "";

    /** Digest of the table that was looked at. */
    private String readText = "";

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public void preview() {
        errors.attemptOn("text", () -> {
            reading = sheets.read(getYear(), text);
            readText = Secrets.digest(text);
            seen = reading.seen();
        });
    }

    public void take() {
        String looked = seen;
        boolean same = Secrets.digest(text).equals(readText);
        preview();
        if (!same) {
            errors.add("text", texts.of("evaluation.texts.otherTable"));
            return;
        }
        if (reading != null && reading.ready()) {
            errors.attempt(() -> {
                int taken = sheets.take(getYear(), text, looked);
                web.go(web.url("/evaluations") + "?year=" + getYear().code() + "&done=texts&count=" + taken);
            });
        }
    }

    public SheetTextService.Reading getReading() {
        return reading;
    }

    /** The first line of a table to begin with. */
    public String getTemplate() {
        return tables.header(TABLE);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
