package tsunagu.contractor.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.contractor.MonthlyForm;
import tsunagu.contractor.MonthlyKind;
import tsunagu.contractor.MonthlyService;
import tsunagu.contractor.MonthlyView;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.shared.Words;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A contractor's months of a programme: a form for one, a pasted table for many. */
@Named
@ViewScoped
public class MonthlyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MonthlyService monthly;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient List<MonthlyView> months;
    private transient List<String> own;
    private transient List<MonthlyService.WaitingMonths> waiting;
    private final HashMap<String, String> typed = new HashMap<>();
    private String text = "";
    private ArrayList<MonthlyForm.Line> preview;
    private ArrayList<MonthlyForm.Line> asked;

    public List<String> getOwn() {
        if (own == null) {
            own = monthly.programmes();
        }
        return own;
    }

    /** The programme of the address; the first own one without. */
    public String getProgramme() {
        return web.parameter("programme").orElseGet(() -> getOwn().isEmpty() ? "" : getOwn().get(0));
    }

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public List<FiscalYear> getYears() {
        return java.util.stream.Stream.iterate(
                        FiscalYear.of(java.time.LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE)),
                        FiscalYear::previous)
                .limit(4)
                .toList();
    }

    public List<MonthlyView> getMonths() {
        if (months == null) {
            months = getProgramme().isEmpty() ? List.of() : monthly.year(getProgramme(), getYear());
        }
        return months;
    }

    /** A number of the year that is shown waits for the city. */
    public boolean isAnyWaits() {
        return getMonths().stream().anyMatch(each -> !each.waiting().isEmpty());
    }

    public void report() {
        List<MonthlyForm.Line> lines = new ArrayList<>();
        YearMonth month = Typed.month(typed.get("month")).value();
        errors.need("month", month != null, "web.error.value");
        for (MonthlyKind kind : MonthlyKind.values()) {
            Typed<Integer> number = Typed.wholeNumber(typed.get(kind.name()));
            errors.need(kind.name(), !number.unreadable(), "web.error.number");
            if (number.unreadable() || number.value() != null) {
                lines.add(new MonthlyForm.Line(month, kind, number.unreadable() ? 0 : number.value()));
            }
        }
        // That there is no number at all is no single field's fault.
        errors.check(form(lines), field -> field.endsWith("month") ? "month" : field.startsWith("lines") ? "" : field);
        if (errors.isNone()) {
            send(lines);
        }
    }

    /** A number of the year that may be taken back. */
    public record Reported(YearMonth month, MonthlyKind kind, int quantity) {

        public String id() {
            return month + " " + kind + " " + quantity;
        }
    }

    /** Numbers of the year that is shown, the latest month first. */
    public List<Reported> getReported() {
        List<Reported> reported = new ArrayList<>();
        for (MonthlyView each : getMonths()) {
            each.numbers().forEach((kind, number) -> reported.add(new Reported(each.month(), kind, number)));
        }
        java.util.Collections.reverse(reported);
        return reported;
    }

    public void takeBack() {
        Reported chosen = getReported().stream()
                .filter(each -> each.id().equals(typed.get("taken")))
                .findFirst()
                .orElse(null);
        errors.need("taken", chosen != null, "support.error.taken");
        errors.need("why", !typed.getOrDefault("why", "").isBlank(), "support.error.takenWhy");
        if (errors.isNone()
                && errors.attempt(
                        () -> monthly.takeBack(
                                getProgramme(),
                                chosen.month(),
                                chosen.kind(),
                                chosen.quantity(),
                                typed.getOrDefault("why", "")),
                        Map.of("support.error.takenWhy", "why"))) {
            web.go(web.url("/monthly") + "?programme=" + getProgramme() + "&year="
                    + getYear().code() + "&done=taken-back");
        }
    }

    public void release() {
        if (errors.attempt(
                () -> monthly.release(getProgramme(), Typed.month(act.record()).value(), act.seen()))) {
            web.go(web.url("/monthly") + "?programme=" + getProgramme() + "&year="
                    + getYear().code() + "&done=released");
        }
    }

    /** Where numbers wait for the city; nobody else is shown it. */
    public List<MonthlyService.WaitingMonths> getWaiting() {
        if (waiting == null) {
            waiting = web.is("STAFF") ? monthly.waiting() : List.of();
        }
        return waiting;
    }

    public void read() {
        preview = null;
        errors.attemptOn("text", () -> preview = new ArrayList<>(monthly.read(text)));
    }

    public void take() {
        send(preview);
    }

    /** Asked once: the same numbers again mean that they are right. */
    private MonthlyForm form(List<MonthlyForm.Line> lines) {
        return new MonthlyForm(getProgramme(), lines, typed.getOrDefault("source", ""), lines.equals(asked));
    }

    private void send(List<MonthlyForm.Line> lines) {
        MonthlyForm form = form(lines);
        if (errors.attempt(
                () -> {
                    try {
                        monthly.report(form);
                    } catch (DomainException e) {
                        asked = e.key().startsWith(MonthlyService.DOUBT) ? new ArrayList<>(lines) : null;
                        throw e;
                    }
                },
                Map.of("support.error.monthToCome", "month"))) {
            web.go(web.url("/monthly") + "?programme=" + getProgramme() + "&year="
                    + getYear().code() + "&done=reported&count=" + lines.size());
        }
    }

    public String getTemplate() {
        StringBuilder columns = new StringBuilder(Words.japanese("support.monthly.month"));
        for (MonthlyKind kind : MonthlyKind.values()) {
            columns.append('\t').append(Words.japanese("support.monthly.kind." + kind));
        }
        return columns.toString();
    }

    public MonthlyKind[] getKinds() {
        return MonthlyKind.values();
    }

    public Map<String, String> getTyped() {
        typed.putIfAbsent(
                "month",
                YearMonth.from(java.time.LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE))
                        .minusMonths(1)
                        .toString());
        return typed;
    }

    public List<MonthlyForm.Line> getPreview() {
        return preview;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
