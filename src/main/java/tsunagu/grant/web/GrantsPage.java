package tsunagu.grant.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.desk.web.DeskPages;
import tsunagu.grant.GrantForm;
import tsunagu.grant.GrantRecipient;
import tsunagu.grant.GrantService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The register of grants, a form for the next one, and taking one back with its reason. */
@Named
@ViewScoped
public class GrantsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What only the register can check, and the field it is about. */
    private static final Map<String, String> FIELDS = Map.of(
            "support.error.decidedOn", "decidedOn",
            "support.error.people", "adults",
            "support.error.single", "adults",
            "support.error.twice", "despite",
            "support.error.onceEver", "despite",
            "support.error.onceYear", "despite",
            "support.error.ceiling", "amount",
            "support.error.rounds", "round");

    @Inject
    private GrantService grants;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    @Inject
    private DeskPages desks;

    private transient List<GrantService.YearSum> sums;
    private final HashMap<String, String> typed = new HashMap<>(Map.of("adults", "1", "minors", "0"));

    /** Of each year: how many decisions stand, and their sum. */
    public List<GrantService.YearSum> getSums() {
        if (sums == null) {
            sums = grants.sums();
        }
        return sums;
    }

    /** Something is recorded for the running year: otherwise nothing is known of it, which is not zero. */
    public boolean isBegun() {
        FiscalYear running = FiscalYear.of(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE));
        return getSums().stream().anyMatch(each -> each.year().equals(running));
    }

    public void decide() {
        Integer adults = number("adults");
        Integer children = number("minors");
        Integer amount = number("amount");
        Typed<LocalDate> day = Typed.day(text("decidedOn"));
        if (day.unreadable()) {
            errors.add("decidedOn", texts.of("web.error.date"));
        }
        String recipient = text("recipient");
        GrantForm form = new GrantForm(
                text("programmeId"),
                "",
                recipient.isEmpty() ? null : GrantRecipient.valueOf(recipient),
                null,
                recipient.equals(GrantRecipient.COMPANY.name()) ? chosen() : null,
                text("name"),
                adults,
                children,
                amount == null ? null : amount.longValue(),
                day.value(),
                text("note"),
                number("round"),
                text("despite"));
        if (errors.attempt(form, () -> grants.decide(form), FIELDS)) {
            web.go(web.url("/staff/grants") + "?year="
                    + FiscalYear.of(day.value()).code() + "&done=granted");
        }
    }

    public void revoke() {
        if (errors.attempt(
                () -> grants.revoke(act.number(), act.version(), act.text("why")),
                Map.of("support.error.why", "why-" + act.record()))) {
            web.go(desks.of("grants").after("revoked"));
        }
    }

    /** The company that was chosen by its name; null where a name was typed only. */
    private Long chosen() {
        String id = text("name-id");
        return id.matches("[0-9]{1,18}") ? Long.valueOf(id) : null;
    }

    private Integer number(String field) {
        Typed<Integer> number = Typed.wholeNumber(text(field));
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
        }
        return number.value();
    }

    private String text(String field) {
        String answer = typed.get(field);
        return answer == null ? "" : answer.strip();
    }

    public GrantRecipient[] getRecipients() {
        return GrantRecipient.values();
    }

    public Map<String, String> getTyped() {
        return typed;
    }
}
