package tsunagu.booth.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.booth.BoothRequestService;
import tsunagu.booth.ExhibitorService;
import tsunagu.company.CompanyName;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.PublicAddress;
import tsunagu.web.QrDrawing;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: who exhibits at an event, and the cards that stand on the tables. */
@Named
@RequestScoped
public class ExhibitorsPage {

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private BoothRequestService requests;

    @Inject
    private RowAct act;

    @Inject
    private Texts texts;

    @Inject
    private PublicAddress address;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String text;
    private String until;
    private List<ExhibitorService.Line> lines;
    private boolean shared;
    private String seen;

    public void preview() {
        errors.attemptOn("text", () -> lines = exhibitors.read(text));
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

    /** Companies that have a booth and are not in the table: they would be taken off. */
    public List<String> getTakenOff() {
        Set<Long> kept = lines.stream()
                .filter(line -> line.company() != null)
                .map(line -> line.company().id())
                .collect(Collectors.toSet());
        return exhibitors.exhibitors(web.value("event")).stream()
                .filter(each -> !kept.contains(each.company()))
                .map(ExhibitorService.Exhibitor::name)
                .toList();
    }

    public void take() {
        String looked = getSeen();
        // Who is told that a colleague changed the list sees what it says now, and who would be taken off.
        seen = null;
        preview();
        if (lines != null
                && mended()
                && errors.attempt(
                        () -> exhibitors.take(web.value("event"), text, shared, looked),
                        Map.of("booth.error.sameBooth", "shared"))) {
            web.go(web.url("/staff/events/" + web.value("event") + "/exhibitors") + "?done=exhibitors&count="
                    + lines.size());
        }
    }

    /** Until when companies may ask for a booth; nothing typed: they cannot. */
    public void let() {
        Typed<LocalDate> day = Typed.day(getUntil());
        if (day.unreadable()) {
            errors.add("until", texts.of("web.error.date"));
        } else if (errors.attempt(
                () -> requests.let(web.value("event"), day.value()), Map.of("booth.error.untilLate", "until"))) {
            done("let");
        }
    }

    public void give() {
        if (errors.attempt(
                () -> requests.give(web.value("event"), act.number(), act.version(), act.text("booth"), shared))) {
            done("given");
        }
    }

    public void refuse() {
        if (errors.attempt(() -> requests.refuse(web.value("event"), act.number(), act.version(), act.text("why")))) {
            done("refused");
        }
    }

    public void add() {
        if (errors.attempt(() -> exhibitors.add(web.value("event"), act.number(), act.text("booth"), shared))) {
            done("given");
        }
    }

    private void done(String what) {
        web.go(web.url("/staff/events/" + web.value("event") + "/exhibitors") + "?done=" + what);
    }

    public List<BoothRequestService.Asked> getRequests() {
        return requests.requests(web.value("event"));
    }

    /** Letters of a name or its reading that were looked for. */
    public String getWanted() {
        return web.parameter("q").orElse("");
    }

    public List<CompanyName> getFound() {
        return exhibitors.find(web.value("event"), getWanted());
    }

    public String getUntil() {
        if (until == null) {
            LocalDate day = requests.until(web.value("event"));
            until = day == null ? "" : day.toString();
        }
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
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
