package tsunagu.plan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.plan.Figure;
import tsunagu.plan.FigureDetail;
import tsunagu.plan.FigureEntry;
import tsunagu.plan.Forecast;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeName;
import tsunagu.plan.ProgrammeService;
import tsunagu.plan.ProgrammeSheet;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: a programme in a fiscal year, with its figures down to the persons, and the entry of targets and actuals. */
@Named
@RequestScoped
public class StaffProgrammePage {

    /** Ends the kinds that take an entry back. */
    private static final String BACK = "Back";

    /** Begins the refusals that tell of an entry that somebody else made since. */
    private static final String OVERTAKEN = "plan.error.overtaken";

    @Inject
    private PlanService plan;

    @Inject
    private ProgrammeService programmeService;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private List<ProgrammeName> programmes;
    private PlanTree outline;
    private List<ProgrammeService.UncountedEvent> uncounted;
    private ProgrammeSheet sheet;
    private FigureDetail detail;
    private String measure = "";
    private String kind = "target";
    private String value = "";
    private String seen = "0";
    private String asked = "";
    private String basis = "";
    private String reason = "";
    private List<SheetMerge.Conflict> conflicts = List.of();

    public void enter() {
        boolean target = kind.startsWith("target");
        BigDecimal number = kind.endsWith(BACK) ? null : number();
        FigureEntry entry = new FigureEntry(
                web.value("programme"),
                measure,
                web.fiscalYear(),
                target ? basis : "",
                number,
                reason,
                Long.valueOf(seen));
        String stamp = measure + " " + kind + " " + value;
        if (errors.isNone() && !stamp.equals(asked)) {
            plan.doubtful(entry)
                    .ifPresent(highest -> errors.add(
                            "value",
                            texts.of(
                                    "plan.error.doubt",
                                    highest.stripTrailingZeros().toPlainString())));
            asked = errors.isNone() ? "" : stamp;
        }
        if (errors.attempt(
                entry,
                () -> {
                    try {
                        if (target) {
                            plan.setTarget(entry);
                        } else {
                            plan.reportFigure(entry);
                        }
                    } catch (DomainException e) {
                        overtaken(e);
                        throw e;
                    }
                },
                Map.of("plan.error.overtaken", "value", "plan.error.overtakenTaken", "value"))) {
            web.go(web.url("/staff/programmes/" + web.value("programme")) + "?year="
                    + web.fiscalYear().code() + "&done=entered");
        }
    }

    /** Somebody entered the same first: both stand beside each other, each with its reason, before one takes the other's place. */
    private void overtaken(DomainException refusal) {
        if (refusal.key().startsWith(OVERTAKEN)) {
            List<Object> theirs = refusal.arguments();
            String taken = texts.of("plan.entry.taken");
            conflicts = List.of(new SheetMerge.Conflict(
                    "value",
                    texts.of("plan.entry.withReason", kind.endsWith(BACK) ? taken : value, reason),
                    texts.of(
                            "plan.entry.withReason",
                            theirs.size() > 1 ? theirs.get(0) : taken,
                            theirs.get(theirs.size() - 1))));
        }
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /** Label of the only field of which two people may say different things. */
    public String label(String field) {
        return texts.of("plan.entry." + field);
    }

    public String shown(String field, String said) {
        return said;
    }

    /** The latest entry when the page was shown: whoever enters over a later one is told of it once. */
    public String getSeen() {
        return String.valueOf(plan.latestEntry(web.value("programme"), web.fiscalYear()));
    }

    public void setSeen(String seen) {
        this.seen = seen.matches("\\d{1,18}") ? seen : "0";
    }

    /** What somebody was asked about: the same once more means that it is right. */
    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }

    /** Events of the programme that it does not count. */
    public List<ProgrammeService.UncountedEvent> getUncounted() {
        if (uncounted == null) {
            uncounted = programmeService.uncounted(web.value("programme"), web.fiscalYear());
        }
        return uncounted;
    }

    private BigDecimal number() {
        Typed<BigDecimal> number = Typed.decimal(value);
        if (number.unreadable()) {
            errors.add("value", texts.of("web.error.number"));
        } else if (number.value() == null) {
            errors.add("value", texts.of("plan.error.valueMissing"));
        }
        return number.value();
    }

    /** Programmes of the running year, for choosing one. */
    public List<ProgrammeName> getProgrammes() {
        if (programmes == null) {
            programmes = plan.programmes(web.fiscalYear());
        }
        return programmes;
    }

    /** Policies, strategies and programmes of the running year, without their figures. */
    public PlanTree getOutline() {
        if (outline == null) {
            outline = plan.outline(web.fiscalYear());
        }
        return outline;
    }

    /** The same with one more, which the running year may no longer list: an event must not lose its programme. */
    public List<ProgrammeName> programmesWith(String id) {
        List<ProgrammeName> listed = getProgrammes();
        if (id.isEmpty() || listed.stream().anyMatch(each -> each.id().equals(id))) {
            return listed;
        }
        return Stream.concat(Stream.of(plan.programme(id, web.fiscalYear()).name()), listed.stream())
                .toList();
    }

    public List<String> getProgrammeIds() {
        return getProgrammes().stream().map(ProgrammeName::id).toList();
    }

    public String nameOf(String id) {
        return programmesWith(id).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(ProgrammeName::name)
                .orElse(id);
    }

    /** Which year's numbers the programmes carry. */
    public String getCodeYear() {
        return getProgrammes().isEmpty() ? "" : getProgrammes().get(0).codeYear();
    }

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public List<FiscalYear> getYears() {
        return plan.years();
    }

    public ProgrammeSheet getSheet() {
        if (sheet == null) {
            sheet = plan.programme(web.value("programme"), web.fiscalYear());
        }
        return sheet;
    }

    public List<Forecast> getForecasts() {
        return plan.forecasts(web.value("programme"), web.fiscalYear());
    }

    /** Label of a measure of this programme, with its unit. */
    public Figure figure(String code) {
        return getSheet().measures().stream()
                .map(PlanTree.Trend::figure)
                .filter(each -> each.measure().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** "R5・R6": the years a forecast rests on. */
    public String codes(List<FiscalYear> some) {
        return some.stream()
                .map(FiscalYear::code)
                .collect(java.util.stream.Collectors.joining(texts.of("web.listSeparator")));
    }

    public FigureDetail getDetail() {
        if (detail == null) {
            detail = plan.personRows(web.value("programme"), web.value("measure"), web.fiscalYear());
        }
        return detail;
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = measure;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
