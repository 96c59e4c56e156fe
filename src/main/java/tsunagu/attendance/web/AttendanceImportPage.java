package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.attendance.AttendanceImportService;
import tsunagu.attendance.AttendanceTable;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff bring in who was there, from a list. */
@Named
@RequestScoped
public class AttendanceImportPage {

    @Inject
    private AttendanceImportService attendance;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String text = "";
    private AttendanceTable table;
    private int taken;

    public void preview() {
        errors.attemptOn("text", () -> table = attendance.read(web.number("session"), text));
    }

    public void take() {
        preview();
        if (table != null && table.ready() && errors.attempt(() -> taken = attendance.take(web.number("session"), text))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/import") + "?done=attendance-imported&count=" + taken);
        }
    }

    public String getTemplate() {
        return String.join("\t", attendance.columns());
    }

    public AttendanceTable getTable() {
        return table;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
