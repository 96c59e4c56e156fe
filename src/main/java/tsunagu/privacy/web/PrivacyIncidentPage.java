package tsunagu.privacy.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tsunagu.privacy.IncidentView;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyIncident;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** An incident with personal data: written down when it is found, and filled in until it is closed. */
@Named
@ViewScoped
public class PrivacyIncidentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> FIELDS = Map.of("privacy.error.foundOn", "foundOn");

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private IncidentSeen seen;
    private transient IncidentView shown;
    private final HashMap<String, String> typed = new HashMap<>();

    /** What the form was filled with. */
    private record IncidentSeen(long id, int version) implements Serializable {}

    public IncidentView getShown() {
        if (shown == null) {
            shown = cases.incident(web.number("incident"));
            if (seen == null) {
                seen = new IncidentSeen(shown.id(), shown.version());
                typed.put("foundOn", written(shown.foundOn()));
                typed.put("kind", shown.kind());
                typed.put("what", shown.what());
                typed.put(
                        "persons",
                        shown.persons() == null ? "" : shown.persons().toString());
                typed.put("firstOn", written(shown.firstOn()));
                typed.put("finalOn", written(shown.finalOn()));
                typed.put("toldOn", written(shown.toldOn()));
                typed.put("measures", shown.measures());
                typed.put("closedOn", written(shown.closedOn()));
            }
        }
        return shown;
    }

    private static String written(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public void enter() {
        PrivacyIncident incident = read();
        errors.attempt(
                incident,
                () -> web.go(web.url("/staff/privacy-incidents/") + cases.report(incident) + "?done=reported"),
                FIELDS);
    }

    public void change() {
        getShown();
        PrivacyIncident incident = read();
        if (errors.attempt(incident, () -> cases.change(seen.id(), seen.version(), incident), FIELDS)) {
            web.go(web.url("/staff/privacy-incidents/") + seen.id() + "?done=changed");
        }
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
                day("closedOn"));
    }

    private LocalDate day(String field) {
        Typed<LocalDate> day = Typed.day(text(field));
        if (day.unreadable()) {
            errors.add(field, texts.of("web.error.date"));
        }
        return day.value();
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    /** What was typed, by field. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public PrivacyIncident.Kind[] getKinds() {
        return PrivacyIncident.Kind.values();
    }
}
