package tsunagu.booth.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.booth.ExhibitorService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** Staff: the whole list of who exhibits, as a table that is changed and sent back. */
@Named
@RequestScoped
public class ExhibitorTablePage {

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String text;
    private List<ExhibitorService.Line> lines;
    private boolean shared;
    private boolean unregistered;
    private String seen;

    public void preview() {
        errors.attemptOn("text", () -> lines = exhibitors.read(web.value("event"), text));
    }

    /** Companies that have a booth and are not in the table: they would be taken off. */
    public List<String> getTakenOff() {
        return exhibitors.takenOff(web.value("event"), lines);
    }

    public void take() {
        String looked = getSeen();
        // Who is told that a colleague changed the list sees what it says now, and who would be taken off.
        seen = null;
        preview();
        if (lines != null
                && mended()
                && errors.attempt(
                        () -> exhibitors.take(web.value("event"), text, shared, unregistered, looked),
                        Map.of("booth.error.sameBooth", "shared", "booth.error.unregistered", "unregistered"))) {
            web.go(web.url("/staff/events/" + web.value("event") + "/exhibitors") + "?done=exhibitors&count="
                    + lines.size());
        }
    }

    private boolean mended() {
        return lines.stream().allMatch(line -> line.problem().isEmpty());
    }

    /** As it stands it would be taken. */
    public boolean isReady() {
        return lines != null
                && mended()
                && (shared || lines.stream().noneMatch(ExhibitorService.Line::shared))
                && (unregistered || lines.stream().noneMatch(ExhibitorService.Line::unregistered));
    }

    public List<ExhibitorService.Line> getLines() {
        return lines;
    }

    public String getText() {
        if (text == null) {
            text = exhibitors.table(web.value("event"));
        }
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Those without an entry in the register are meant. */
    public boolean isUnregistered() {
        return unregistered;
    }

    public void setUnregistered(boolean unregistered) {
        this.unregistered = unregistered;
    }

    /** Of the list as the page was made from it. */
    public String getSeen() {
        if (seen == null) {
            seen = exhibitors.seen(web.value("event"));
        }
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** Companies share a booth on purpose. */
    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
