package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.GradeRule;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The thresholds of a year's suggested grades, in per cent; a manager sets others and says why. */
@Named
@ViewScoped
public class GradeRulePage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    @Inject
    private EvaluationService evaluations;

    @Inject
    @Named("evaluationsPage")
    private EvaluationsPage page;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final SharedForm form = new SharedForm();

    /** Per cent: aFrom, nearFrom, bFrom; and ruleWhy. */
    public Map<String, String> getTyped() {
        return form.typed(this::now);
    }

    /** As the year's list says it, whatever is being typed. */
    public Map<String, String> getInForce() {
        getTyped();
        return form.getBase();
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return form.getConflicts();
    }

    public void set() {
        BigDecimal aFrom = share("aFrom");
        BigDecimal nearFrom = share("nearFrom");
        BigDecimal bFrom = share("bFrom");
        if (errors.isNone()) {
            errors.attempt(() -> new GradeRule(aFrom, nearFrom, bFrom), Map.of("evaluation.error.rule", "aFrom"));
        }
        String why = getTyped().getOrDefault("ruleWhy", "");
        errors.need("ruleWhy", why, "evaluation.error.why");
        if (errors.isNone()
                && form.save(
                        errors,
                        () -> evaluations.setRule(year(), begunWith(), new GradeRule(aFrom, nearFrom, bFrom), why),
                        this::now,
                        Map.of("evaluation.error.why", "ruleWhy", "evaluation.error.rule", "aFrom"))) {
            web.go(web.url("/evaluations") + "?year=" + year().code() + "&done=rule-set");
        }
    }

    private Map<String, String> now() {
        GradeRule now = evaluations.rule(year());
        return Map.of(
                "aFrom", percent(now.aFrom()),
                "nearFrom", percent(now.nearFrom()),
                "bFrom", percent(now.bFrom()));
    }

    private GradeRule begunWith() {
        Map<String, String> base = form.getBase();
        return new GradeRule(part(base.get("aFrom")), part(base.get("nearFrom")), part(base.get("bFrom")));
    }

    private BigDecimal share(String field) {
        Typed<BigDecimal> typed = Typed.decimal(getTyped().get(field));
        if (typed.value() == null) {
            errors.add(field, texts.of("evaluation.error.percent"));
            return null;
        }
        return typed.value().movePointLeft(2);
    }

    @Override
    public String label(String field) {
        return texts.of("evaluation.rule." + field);
    }

    private FiscalYear year() {
        return page.getYear();
    }

    private static BigDecimal part(String percent) {
        return new BigDecimal(percent).movePointLeft(2);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
