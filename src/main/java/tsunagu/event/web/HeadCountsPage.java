package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import tsunagu.event.AttendanceRole;
import tsunagu.event.HeadCountEntry;
import tsunagu.event.HeadCountService;
import tsunagu.event.HeadCountSheet;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
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

    private HeadCountSheet sheet;
    private List<Line> lines;
    private String source;
    private String seen;

    /** One role's numbers as typed. */
    public static class Line {

        private final AttendanceRole role;
        private final boolean counted;
        private String persons;
        private String newPersons;

        Line(HeadCountSheet.Line line, boolean counted) {
            this.role = line.role();
            this.counted = counted;
            this.persons = line.persons() == null ? "" : line.persons().toString();
            this.newPersons = line.newPersons() == null ? "" : line.newPersons().toString();
        }

        public AttendanceRole getRole() {
            return role;
        }

        /** True for the session's audience. */
        public boolean isCounted() {
            return counted;
        }

        public String getPersons() {
            return persons;
        }

        public void setPersons(String persons) {
            this.persons = persons;
        }

        public String getNewPersons() {
            return newPersons;
        }

        public void setNewPersons(String newPersons) {
            this.newPersons = newPersons;
        }
    }

    public void save() {
        List<HeadCountEntry.Line> entered = new ArrayList<>();
        for (Line line : getLines()) {
            Integer persons = number(line.persons, "persons-" + line.role);
            // The first session has no column for it: there, everybody is new.
            Integer newPersons = getSheet().laterSession() ? number(line.newPersons, "new-" + line.role) : null;
            if (persons != null) {
                entered.add(new HeadCountEntry.Line(line.role, persons, newPersons));
            }
        }
        if (errors.isNone()
                && errors.attempt(
                        () -> headCounts.enter(new HeadCountEntry(web.number("session"), seen, entered, getSource())))) {
            web.go(web.url("/staff/events/" + getSheet().session().eventCode()) + "?done=counted");
        }
    }

    private Integer number(String text, String field) {
        Typed<Integer> number = Typed.wholeNumber(text);
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
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
                    .map(line -> new Line(line, audience.contains(line.role())))
                    .sorted((one, other) -> Boolean.compare(other.counted, one.counted))
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
