package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.company.RegisterService;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff look into the register, and take a company out of it or back in. */
@Named
@ViewScoped
public class CompanyRegisterPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 60;

    @Inject
    private RegisterService register;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private transient List<RegisterService.Line> lines;
    private String chosen = "";
    private String query;

    /** What was searched for; kept while something is done with the list. */
    public String getQuery() {
        if (query == null) {
            query = web.parameter("q").orElse("");
        }
        return query;
    }

    public List<RegisterService.Line> getLines() {
        List<RegisterService.Line> all = all();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    public int getFound() {
        return all().size();
    }

    public int getMost() {
        return SHOWN;
    }

    private List<RegisterService.Line> all() {
        if (lines == null) {
            lines = register.lines(getQuery());
        }
        return lines;
    }

    /** The company whose form was sent, which stays open when something is wrong. */
    public String getChosen() {
        return chosen;
    }

    public void leave() {
        chosen = act.record();
        Typed<LocalDate> day = Typed.day(act.text("day"));
        if (day.unreadable()) {
            errors.add("day-" + chosen, texts.of("company.error.leavingDay"));
            return;
        }
        if (errors.attempt(
                () -> register.leave(chosen, act.seen(), day.value(), act.text("why")),
                Map.of("company.error.leavingDay", "day-" + chosen, "company.error.leavingWhy", "why-" + chosen))) {
            here("left");
        }
    }

    public void comeBack() {
        if (errors.attempt(() -> register.comeBack(act.record(), act.seen()))) {
            here("back");
        }
    }

    private void here(String done) {
        web.go(web.url("/staff/companies") + "?q=" + URLEncoder.encode(getQuery(), StandardCharsets.UTF_8) + "&done=" + done);
    }
}
