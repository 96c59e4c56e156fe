package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.attendance.HeadCountEntry;
import tsunagu.attendance.HeadCountService;
import tsunagu.attendance.HeadCountSheet;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff enter how many people without an account came, by role. Empty means not counted; 0 means nobody. */
@Named
@RequestScoped
public class HeadCountsPage {

    @Inject
    private HeadCountService headCounts;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private HeadCountSheet sheet;
    private List<Line> lines;
    private String source;
    private String seen;

    /** One role's numbers as they were recorded. What is typed stands in the form under the role's name. */
    public record Line(AttendanceRole role, boolean counted, Integer persons, Integer newPersons) {}

    public void save() {
        List<HeadCountEntry.Line> entered = new ArrayList<>();
        for (Line line : getLines()) {
            Integer persons = number("persons", line.role());
            // The first session has no column for it: there, everybody is new.
            Integer newPersons = getSheet().laterSession() ? number("new", line.role()) : null;
            if (persons != null) {
                entered.add(new HeadCountEntry.Line(line.role(), persons, newPersons));
            }
        }
        HeadCountEntry entry = new HeadCountEntry(web.number("session"), seen, entered, getSource());
        if (errors.attempt(entry, () -> headCounts.enter(entry), Map.of())) {
            web.go(web.url("/staff/events/" + getSheet().session().eventCode()) + "?done=counted");
        }
    }

    private Integer number(String field, AttendanceRole role) {
        Typed<Integer> number = Typed.wholeNumber(act.typed(field, role));
        if (number.unreadable()) {
            errors.add(field + "-" + role, texts.of("web.error.number"));
        }
        return number.value();
    }

    public HeadCountSheet getSheet() {
        if (sheet == null) {
            sheet = headCounts.sheet(web.number("session"));
        }
        return sheet;
    }

    /** Stamp of the sheet as it was shown; posted back so that two editors notice each other. */
    public String getSeen() {
        return seen == null ? getSheet().stamp() : seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** The session's audience first. */
    public List<Line> getLines() {
        if (lines == null) {
            List<AttendanceRole> audience = getSheet().session().countedRoles();
            lines = getSheet().lines().stream()
                    .map(line ->
                            new Line(line.role(), audience.contains(line.role()), line.persons(), line.newPersons()))
                    .sorted((one, other) -> Boolean.compare(other.counted(), one.counted()))
                    .toList();
        }
        return lines;
    }

    public String getSource() {
        if (source == null) {
            source = getSheet().lines().stream()
                    .map(HeadCountSheet.Line::source)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }
}
