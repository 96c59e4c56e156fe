package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import tsunagu.evaluation.SheetTextService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ImportTable;
import tsunagu.web.FormErrors;
import tsunagu.web.TableWords;
import tsunagu.web.Web;

/** Staff hand in the texts of a year's 資料2 as one table: read, compared with what is there, taken as a whole. */
@Named
@ViewScoped
public class SheetTextsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As the room's {@link ImportTable} is called. */
    private static final String TABLE = "evaluation-texts";

    @Inject
    private SheetTextService texts;

    @Inject
    private TableWords tables;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient SheetTextService.Reading reading;
    private String text = "";
    private String seen = "";

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public void preview() {
        errors.attemptOn("text", () -> {
            reading = texts.read(getYear(), text);
            seen = reading.seen();
        });
    }

    public void take() {
        String looked = seen;
        preview();
        if (reading != null && reading.ready()) {
            errors.attempt(() -> {
                int taken = texts.take(getYear(), text, looked);
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
