package tsunagu.booth.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.booth.ExhibitorService;
import tsunagu.web.FormErrors;
import tsunagu.web.PublicAddress;
import tsunagu.web.QrDrawing;
import tsunagu.web.Web;

/** Staff: who exhibits at an event, and the cards that stand on the tables. */
@Named
@RequestScoped
public class ExhibitorsPage {

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private PublicAddress address;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String text;
    private List<ExhibitorService.Line> lines;
    private boolean shared;

    public void preview() {
        errors.attemptOn("text", () -> lines = exhibitors.read(text));
    }

    public void take() {
        preview();
        if (lines != null
                && mended()
                && errors.attempt(
                        () -> exhibitors.take(web.value("event"), text, shared),
                        Map.of("booth.error.sameBooth", "shared"))) {
            web.go(web.url("/staff/events/" + web.value("event") + "/exhibitors") + "?done=exhibitors&count="
                    + lines.size());
        }
    }

    private boolean mended() {
        return lines.stream().allMatch(line -> line.problem().isEmpty());
    }

    /** As it stands it would be taken. */
    public boolean isReady() {
        return lines != null && mended() && (shared || lines.stream().noneMatch(ExhibitorService.Line::shared));
    }

    /** Companies share a booth on purpose. */
    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public List<ExhibitorService.Line> getLines() {
        return lines;
    }

    public List<ExhibitorService.Exhibitor> getExhibitors() {
        return exhibitors.exhibitors(web.value("event"));
    }

    /** The code of the booth's own page, for visitors. */
    public String code(String company) {
        return QrDrawing.svg(address.of("/events/" + web.value("event") + "/booths/" + company));
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
}
