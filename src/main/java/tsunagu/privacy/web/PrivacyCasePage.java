package tsunagu.privacy.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tsunagu.privacy.CaseView;
import tsunagu.privacy.PrivacyCaseService;
import tsunagu.privacy.PrivacyRequest;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** What somebody asks of the city under the law: entered, extended once, answered. */
@Named
@ViewScoped
public class PrivacyCasePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> FIELDS = Map.of(
            "privacy.error.receivedOn", "receivedOn",
            "privacy.error.extendWhy", "extendWhy",
            "privacy.error.extendLate", "extendWhy",
            "privacy.error.outcome", "outcome",
            "privacy.error.answer", "answer",
            "privacy.error.unknown", "identity");

    @Inject
    private PrivacyCaseService cases;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient CaseView shown;
    private final HashMap<String, String> typed = new HashMap<>();

    public CaseView getShown() {
        if (shown == null) {
            shown = cases.one(web.number("case"));
            typed.putIfAbsent("identity", shown.identity());
        }
        return shown;
    }

    public void enter() {
        Typed<LocalDate> day = Typed.day(text("receivedOn"));
        if (day.unreadable()) {
            errors.add("receivedOn", texts.of("web.error.date"));
        }
        PrivacyRequest request = new PrivacyRequest(
                chosen("kind", PrivacyRequest.Kind.class),
                chosen("channel", PrivacyRequest.Channel.class),
                chosen("identity", PrivacyRequest.Identity.class),
                text("name"),
                text("contact"),
                text("words"),
                day.value());
        if (errors.attempt(
                request,
                () -> web.go(web.url("/staff/privacy-cases/") + cases.enter(request) + "?done=entered"),
                FIELDS)) {
            return;
        }
    }

    public void extend() {
        CaseView seen = getShown();
        if (errors.attempt(() -> cases.extend(seen.id(), seen.version(), text("extendWhy")), FIELDS)) {
            web.go(web.url("/staff/privacy-cases/") + seen.id() + "?done=extended");
        }
    }

    public void decide() {
        CaseView seen = getShown();
        errors.need("outcome", text("outcome"), "privacy.error.outcome");
        errors.need("answer", text("answer"), "privacy.error.answer");
        if (errors.isNone()
                && errors.attempt(
                        () -> cases.decide(
                                seen.id(),
                                seen.version(),
                                chosen("identity", PrivacyRequest.Identity.class),
                                chosen("outcome", PrivacyRequest.Outcome.class),
                                text("answer")),
                        FIELDS)) {
            web.go(web.url("/staff/privacy-cases/") + seen.id() + "?done=decided");
        }
    }

    private <E extends Enum<E>> E chosen(String field, Class<E> words) {
        String word = text(field);
        return word.isEmpty() ? null : Enum.valueOf(words, word);
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    /** What was typed, by field. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public PrivacyRequest.Kind[] getKinds() {
        return PrivacyRequest.Kind.values();
    }

    /** How it came to the office; what comes by the portal's form enters itself. */
    public PrivacyRequest.Channel[] getChannels() {
        return Arrays.stream(PrivacyRequest.Channel.values())
                .filter(each -> each != PrivacyRequest.Channel.FORM)
                .toArray(PrivacyRequest.Channel[]::new);
    }

    public PrivacyRequest.Identity[] getIdentities() {
        return PrivacyRequest.Identity.values();
    }

    public PrivacyRequest.Outcome[] getOutcomes() {
        return PrivacyRequest.Outcome.values();
    }
}
