package tsunagu.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.company.HiringCount;
import tsunagu.company.HiringSurveyService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company answers the yearly survey of new hires; staff see the answers of all and who is silent. */
@Named
@ViewScoped
public class HiringSurveyPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    @Inject
    private HiringSurveyService survey;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient FiscalYear year;
    private transient HiringSurveyService.Sheet sheet;
    private transient HiringCount given;
    private Integer reminded;
    private final SharedForm form = new SharedForm();

    /** Asked for in the address, or the one that is due. */
    public FiscalYear getYear() {
        if (year == null) {
            year = web.fiscalYear(survey::asked);
        }
        return year;
    }

    public List<FiscalYear> getYears() {
        FiscalYear asked = survey.asked();
        return Stream.iterate(asked, FiscalYear::previous).limit(3).toList();
    }

    /** The answer that is there, or null. */
    public HiringCount getGiven() {
        if (given == null) {
            given = survey.own(getYear()).orElse(null);
        }
        return given;
    }

    public Map<String, String> getTyped() {
        return form.typed(this::kept);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return form.getConflicts();
    }

    private Map<String, String> kept() {
        return survey.own(getYear())
                .map(each -> Map.of(
                        "hired", each.hired().toString(),
                        "graduates", each.graduates().toString(),
                        "fromCity", each.fromCity().toString(),
                        "note", each.note()))
                .orElse(Map.of("hired", "", "graduates", "", "fromCity", "", "note", ""));
    }

    /** Null where nobody had answered. */
    private HiringCount begunWith() {
        Map<String, String> base = form.getBase();
        return base.get("hired").isEmpty()
                ? null
                : new HiringCount(
                        Integer.valueOf(base.get("hired")),
                        Integer.valueOf(base.get("graduates")),
                        Integer.valueOf(base.get("fromCity")),
                        base.get("note"),
                        null);
    }

    @Override
    public String label(String field) {
        return texts.of("company.survey." + field);
    }

    public void answer() {
        HiringCount count =
                new HiringCount(number("hired"), number("graduates"), number("fromCity"), text("note"), null);
        List.of("hired", "graduates", "fromCity").forEach(each -> errors.need(each, text(each), "company.error.hired"));
        if (errors.isNone()
                && form.save(
                        errors,
                        () -> survey.answer(getYear(), begunWith(), count),
                        this::kept,
                        Map.of(
                                "company.error.hired",
                                "hired",
                                "company.error.hiredParts",
                                "graduates",
                                "company.error.long",
                                "note"))) {
            web.go(web.url("/company/survey") + "?year=" + getYear().code() + "&done=answered");
        }
    }

    private Integer number(String field) {
        Typed<Integer> number = Typed.wholeNumber(text(field));
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
        }
        return number.value();
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer.strip();
    }

    public void remind() {
        if (errors.attempt(() -> reminded = survey.remind(getYear()))) {
            sheet = null;
        }
    }

    /** Companies just written to, null before. */
    public Integer getReminded() {
        return reminded;
    }

    public HiringSurveyService.Sheet getSheet() {
        if (sheet == null) {
            sheet = survey.sheet(getYear());
        }
        return sheet;
    }
}
