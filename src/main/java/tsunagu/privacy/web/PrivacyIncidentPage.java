package tsunagu.privacy.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.privacy.IncidentView;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyIncident;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** An incident with personal data: written down when it is found, and filled in until it is closed. */
@Named
@ViewScoped
public class PrivacyIncidentPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    private static final List<String> FIELDS = List.of(
            "foundOn",
            "kind",
            "what",
            "persons",
            "firstOn",
            "finalOn",
            "toldOn",
            "measures",
            "closedOn",
            "unreportedWhy");

    /** Beside the fields, so that after a merge the next press is about what was shown. */
    private static final String VERSION = "version";

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient IncidentView shown;
    private final SharedForm form = new SharedForm();

    public IncidentView getShown() {
        if (shown == null) {
            shown = cases.incident(web.number("incident"));
        }
        return shown;
    }

    /** Empty for one that is not written down yet. */
    private Map<String, String> kept() {
        Map<String, String> words = new HashMap<>();
        FIELDS.forEach(field -> words.put(field, ""));
        if (!web.has("incident")) {
            return words;
        }
        shown = null;
        IncidentView now = getShown();
        words.put(VERSION, String.valueOf(now.version()));
        words.put("foundOn", written(now.foundOn()));
        words.put("kind", now.kind());
        words.put("what", now.what());
        words.put("persons", now.persons() == null ? "" : now.persons().toString());
        words.put("firstOn", written(now.firstOn()));
        words.put("finalOn", written(now.finalOn()));
        words.put("toldOn", written(now.toldOn()));
        words.put("measures", now.measures());
        words.put("closedOn", written(now.closedOn()));
        words.put("unreportedWhy", now.unreportedWhy());
        return words;
    }

    private static String written(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public void enter() {
        PrivacyIncident incident = read();
        if (sound(incident)) {
            errors.attempt(
                    () -> web.go(web.url("/staff/privacy-incidents/") + cases.report(incident) + "?done=reported"));
        }
    }

    public void change() {
        PrivacyIncident incident = read();
        long id = web.number("incident");
        if (sound(incident)
                && form.save(
                        errors,
                        () -> cases.change(id, Integer.parseInt(form.getBase().get(VERSION)), incident),
                        this::kept,
                        Map.of())) {
            web.go(web.url("/staff/privacy-incidents/") + id + "?done=changed");
        }
    }

    private boolean sound(PrivacyIncident incident) {
        errors.check(incident);
        incident.contradictions(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE))
                .forEach(errors::addText);
        return errors.isNone();
    }

    private PrivacyIncident read() {
        Typed<Integer> persons = Typed.wholeNumber(text("persons"));
        if (persons.unreadable()) {
            errors.add("persons", texts.of("privacy.error.persons"));
        }
        return new PrivacyIncident(
                day("foundOn"),
                text("kind").isEmpty() ? null : PrivacyIncident.Kind.valueOf(text("kind")),
                text("what"),
                persons.value(),
                day("firstOn"),
                day("finalOn"),
                day("toldOn"),
                text("measures"),
                day("closedOn"),
                text("unreportedWhy"));
    }

    private LocalDate day(String field) {
        Typed<LocalDate> day = Typed.day(text(field));
        if (day.unreadable()) {
            errors.add(field, texts.of("web.error.date"));
        }
        return day.value();
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer.strip();
    }

    /** What was typed, by field. */
    public Map<String, String> getTyped() {
        return form.typed(this::kept);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return form.getConflicts();
    }

    @Override
    public String label(String field) {
        return texts.of("privacy.incident." + field);
    }

    @Override
    public String shown(String field, String answer) {
        return !field.equals("kind") || answer.isEmpty() ? answer : texts.of("privacy.incident.kind." + answer);
    }

    public PrivacyIncident.Kind[] getKinds() {
        return PrivacyIncident.Kind.values();
    }
}
