package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.attendance.AttendanceImportService;
import tsunagu.attendance.AttendanceImportWork;
import tsunagu.attendance.AttendanceTable;
import tsunagu.shared.LongWork;
import tsunagu.shared.PastedTable;
import tsunagu.web.FormErrors;
import tsunagu.web.ShownLines;
import tsunagu.web.TableInput;
import tsunagu.web.Web;

/** Staff bring in who was there, from a list. */
@Named
@RequestScoped
public class AttendanceImportPage {

    @Inject
    private AttendanceImportService attendance;

    @Inject
    private TableInput input;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private AttendanceTable table;
    private int taken;

    public void preview() {
        errors.attemptOn("text", () -> table = attendance.read(web.number("session"), input.given()));
    }

    public void take() {
        long session = web.number("session");
        preview();
        if (table == null || !table.ready()) {
            return;
        }
        if (table.lines().size() > PastedTable.MOST_ROWS) {
            web.go(web.url("/staff/long-work/" + input.begin(AttendanceImportWork.KIND, String.valueOf(session))));
        } else if (errors.attempt(() -> taken = attendance.take(session, input.given(), LongWork.Progress.UNSEEN))) {
            web.go(web.url("/staff/sessions/" + session + "/import") + "?done=attendance-imported&count=" + taken);
        }
    }

    public String getTemplate() {
        return String.join("\t", attendance.columns());
    }

    public AttendanceTable getTable() {
        return table;
    }

    public ShownLines<AttendanceTable.Line> getShown() {
        return ShownLines.of(table.lines(), line -> !line.problem().isEmpty());
    }
}
