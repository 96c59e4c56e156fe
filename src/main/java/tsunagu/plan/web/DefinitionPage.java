package tsunagu.plan.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.plan.Counting;
import tsunagu.plan.DatedBy;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Direction;
import tsunagu.plan.MeasureDefinition;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff change what a measure counts, after they saw what the change does. */
@Named
@ViewScoped
public class DefinitionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The reason is asked for when it is meant. */
    private static final String WHILE_LOOKING = "-";

    @Inject
    private DefinitionService definitions;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient List<DefinitionService.Effect> effects;
    private transient MeasureDefinition seen;
    private String stamp;
    private final HashMap<String, String> typed = new HashMap<>();
    private String[] types;
    private String[] roles;

    public Map<String, String> getTyped() {
        if (typed.isEmpty()) {
            stamp = definitions.stamp(web.value("programme"), web.value("measure"));
            FiscalYear year = web.fiscalYear();
            // The one in force in the year somebody looks at, not the one of a later year.
            List<MeasureDefinition> all = getDefinitions();
            MeasureDefinition latest = all.stream()
                    .filter(each -> each.from().compareTo(year) <= 0)
                    .findFirst()
                    .orElse(all.get(all.size() - 1));
            typed.put("from", year.code());
            typed.put("counting", latest.counting().name());
            typed.put("basis", latest.fromRecords() ? "RECORDS" : "REPORTED");
            typed.put("direction", latest.direction().name());
            typed.put(
                    "datedBy", latest.datedBy() == null ? "" : latest.datedBy().name());
            typed.put("reason", "");
            types = latest.eventTypes().toArray(String[]::new);
            roles = latest.roles().toArray(String[]::new);
        }
        return typed;
    }

    public void preview() {
        errors.attempt(() -> {
            effects = definitions.preview(definition(WHILE_LOOKING));
            seen = definition(WHILE_LOOKING);
        });
    }

    /**
     * Only what was looked at becomes the definition: whoever changed the form since sees the new effect first, and so does whoever pressed
     * after somebody else has defined the measure otherwise.
     */
    public void define() {
        MeasureDefinition before = seen;
        preview();
        String now = definitions.stamp(web.value("programme"), web.value("measure"));
        if (errors.isNone() && !now.equals(stamp)) {
            stamp = now;
            errors.addText("", "plan.error.overtakenDefinition");
            return;
        }
        if (errors.isNone() && !seen.equals(before)) {
            errors.add("", texts.of("plan.definition.changedSince"));
        } else if (errors.isNone()
                && errors.attempt(() -> definitions.define(stamp, definition(typed.getOrDefault("reason", ""))))) {
            web.go(web.url("/staff/programmes/" + web.value("programme")) + "?year=" + typed.get("from")
                    + "&done=defined");
        }
    }

    private MeasureDefinition definition(String reason) {
        return new MeasureDefinition(
                web.value("programme"),
                web.value("measure"),
                FiscalYear.parse(typed.get("from")),
                Typed.oneOf(Counting.class, typed.get("counting")),
                "RECORDS".equals(typed.get("basis")),
                words(types),
                words(roles),
                Typed.oneOf(Direction.class, typed.get("direction")),
                typed.get("datedBy") == null || typed.get("datedBy").isEmpty()
                        ? null
                        : Typed.oneOf(DatedBy.class, typed.get("datedBy")),
                reason);
    }

    private static Set<String> words(String[] words) {
        return words == null ? Set.of() : new TreeSet<>(Arrays.asList(words));
    }

    public List<DefinitionService.Effect> getEffects() {
        return effects;
    }

    public List<MeasureDefinition> getDefinitions() {
        List<MeasureDefinition> all = definitions.definitions(web.value("programme"), web.value("measure"));
        if (all.isEmpty()) {
            throw new tsunagu.shared.NotFoundException("measure " + web.value("measure"));
        }
        return all;
    }

    public List<FiscalYear> getYears() {
        return definitions.years();
    }

    public Counting[] getCountings() {
        return Counting.values();
    }

    public DatedBy[] getDays() {
        return DatedBy.values();
    }

    public Direction[] getDirections() {
        return Direction.values();
    }

    public EventType[] getEventTypes() {
        return EventType.values();
    }

    public AttendanceRole[] getAllRoles() {
        return AttendanceRole.values();
    }

    public String[] getTypes() {
        getTyped();
        return types;
    }

    public void setTypes(String[] types) {
        this.types = types;
    }

    public String[] getRoles() {
        getTyped();
        return roles;
    }

    public void setRoles(String[] roles) {
        this.roles = roles;
    }
}
