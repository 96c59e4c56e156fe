package tsunagu.participation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.participation.SubsidyService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
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

    @Inject
    private RowAct act;

    private List<SubsidyService.Wish> wishes;

    public List<SubsidyService.Wish> getWishes() {
        if (wishes == null) {
            wishes = subsidies.wishes();
        }
        return wishes;
    }

    public void grant() {
        String code = act.record();
        Typed<Integer> amount = Typed.wholeNumber(act.text("amount"));
        Typed<LocalDate> day = Typed.day(act.text("day"));
        if (amount.unreadable() || amount.value() == null) {
            errors.add("amount-" + code, texts.of("support.error.amount"));
        }
        if (day.unreadable() || day.value() == null) {
            errors.add("day-" + code, texts.of("support.error.decidedOn"));
        }
        if (errors.isNone()
                && errors.attempt(
                        () -> subsidies.grant(
                                code, act.version(), amount.value().longValue(), day.value()),
                        Map.of("support.error.decidedOn", "day-" + code))) {
            web.go(web.url("/staff/grants") + "?year="
                    + FiscalYear.of(day.value()).code() + "&done=granted");
        }
    }
}
