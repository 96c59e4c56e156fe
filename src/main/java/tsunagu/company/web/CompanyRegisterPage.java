package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Map;
import tsunagu.company.RegisterService;
import tsunagu.desk.web.DeskPages;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff take a company out of the register or back in. */
@Named
@RequestScoped
public class CompanyRegisterPage {

    @Inject
    private RegisterService register;

    @Inject
    private DeskPages desks;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    public void leave() {
        String company = act.record();
        Typed<LocalDate> day = Typed.day(act.text("day"));
        if (day.unreadable()) {
            errors.add("day-" + company, texts.of("company.error.leavingDay"));
            return;
        }
        if (errors.attempt(
                () -> register.leave(company, act.seen(), day.value(), act.text("why")),
                Map.of("company.error.leavingDay", "day-" + company, "company.error.leavingWhy", "why-" + company))) {
            web.go(desks.of("companies").after("left"));
        }
    }

    public void comeBack() {
        if (errors.attempt(() -> register.comeBack(act.record(), act.seen()))) {
            web.go(desks.of("companies").after("back"));
        }
    }
}
