package tsunagu.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tsunagu.privacy.AskedRequest;
import tsunagu.privacy.PrivacyAskService;
import tsunagu.privacy.PrivacyRequest;
import tsunagu.shared.Allowances;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Limit;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Anybody asks to see, mend or stop the use of data about them: signed in, by the link of a letter, or as nobody knows whom. */
@Named
@RequestScoped
public class PrivacyAskPage {

    private static final Map<String, String> FIELDS =
            Map.of("privacy.error.reach", "mail", "web.error.mailAddress", "mail");

    @Inject
    private PrivacyAskService requests;

    @Inject
    private Allowances allowances;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final HashMap<String, String> typed = new HashMap<>();
    private PrivacyAskService.Known known;
    private LocalDate due;

    /** Who asks, as far as account or link say it. */
    public PrivacyAskService.Known getKnown() {
        if (known == null) {
            known = requests.asker(link());
        }
        return known;
    }

    public void ask() {
        AskedRequest request = request();
        errors.check(request);
        if (!request.mail().isEmpty() && !MailAddress.plausible(request.mail())) {
            errors.add("mail", texts.of("web.error.mailAddress"));
        }
        errors.need("mail", !request.mail().isEmpty() || !request.contact().isEmpty(), "privacy.error.reach");
        if (!errors.isNone()) {
            return;
        }
        Duration wait = allowances.take(Limit.PRIVACY_NETWORK, web.network());
        if (!wait.isZero()) {
            errors.add("", texts.of("web.error.tooOften", wait.toMinutes() + 1));
            return;
        }
        boolean written = request.mail().isEmpty()
                || allowances
                        .take(Limit.LETTER_ADDRESS, request.mail().toLowerCase(Locale.ROOT))
                        .isZero();
        if (errors.attempt(() -> due = requests.ask(link(), request, written, web.getLocale()), FIELDS)) {
            web.go(web.url(web.getPath()) + "?done=asked&by=" + due + "&sealed=" + seal(due.toString()));
        }
    }

    private AskedRequest request() {
        boolean named = getKnown().known();
        return new AskedRequest(
                chosen("kind", PrivacyRequest.Kind.class),
                chosen("asker", PrivacyRequest.Asker.class),
                named ? getKnown().name() : text("name"),
                isMailKnown() ? getKnown().mail() : MailAddress.narrow(text("mail")),
                text("contact"),
                text("words"));
    }

    /** Letters about the link or the account go somewhere already. */
    public boolean isMailKnown() {
        return !getKnown().mail().isEmpty();
    }

    /** Something was asked here: an address that somebody made up says nothing. */
    public boolean isAsked() {
        // A link that is nobody's is no page, whatever else the address says.
        getKnown();
        return web.getDone().equals("asked") && saidDue() != null;
    }

    /** By when it is answered: what was asked, by its own day; otherwise what is asked today. */
    public LocalDate getDue() {
        return isAsked()
                ? saidDue()
                : LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE).plusDays(PrivacyAskService.DAYS);
    }

    /** The day of the case, sealed in the address; null where there is none, or it is not ours. */
    private LocalDate saidDue() {
        String day = web.parameter("by").orElse("");
        return web.parameter("sealed").filter(seal(day)::equals).isPresent() ? LocalDate.parse(day) : null;
    }

    private String seal(String day) {
        return web.seal("privacy asked " + web.getPath() + " " + day);
    }

    private String link() {
        return web.has("ticket") ? web.value("ticket") : "";
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

    public PrivacyRequest.Asker[] getAskers() {
        return PrivacyRequest.Asker.values();
    }
}
