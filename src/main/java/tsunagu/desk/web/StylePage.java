package tsunagu.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Every component of the desks with its states: what the next page is built from. In a demonstration only (its list is there only); changes nothing. */
@Named
@RequestScoped
public class StylePage {

    @Inject
    private DeskPages desks;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    public void tryOne() {
        act.number();
        web.go(desks.of("samples").after("tried"));
    }

    public void tryMany() {
        if (act.all("pick").isEmpty()) {
            errors.add("", texts.of("desk.error.pickNone"));
            return;
        }
        web.go(desks.of("samples").after("tried") + "&number=" + act.all("pick").size());
    }

    /** How many rows the act just answered was done to. */
    public String getNumber() {
        return web.parameter("number")
                .filter(each -> each.matches("[0-9]{1,5}"))
                .orElse("1");
    }

    /** What is shown as wrong. */
    public void fail() {
        errors.add("sample-style", texts.of("desk.style.fieldError"));
    }
}
