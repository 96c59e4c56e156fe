package tsunagu.participation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.participation.SubsidyService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Participants of internships who wish for the city's grant; staff enter what was granted. */
@Named
@RequestScoped
public class SubsidyPage {

    @Inject
    private SubsidyService subsidies;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private List<SubsidyService.Wish> wishes;
    private final Map<String, String> typed = new HashMap<>();

    public List<SubsidyService.Wish> getWishes() {
        if (wishes == null) {
            wishes = subsidies.wishes();
        }
        return wishes;
    }

    public void grant(String code) {
        Typed<Integer> amount = Typed.wholeNumber(text("amount-" + code));
        Typed<LocalDate> day = Typed.day(text("day-" + code));
        if (amount.unreadable() || amount.value() == null) {
            errors.add("amount-" + code, texts.of("support.error.amount"));
        }
        if (day.unreadable() || day.value() == null) {
            errors.add("day-" + code, texts.of("support.error.decidedOn"));
        }
        if (errors.isNone()
                && errors.attempt(
                        () -> subsidies.grant(code, amount.value().longValue(), day.value()),
                        Map.of("support.error.decidedOn", "day-" + code))) {
            web.go(web.url("/staff/grants") + "?year=" + FiscalYear.of(day.value()).code() + "&done=granted");
        }
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    public Map<String, String> getTyped() {
        return typed;
    }
}
