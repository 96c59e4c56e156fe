package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.company.HiringCount;
import tsunagu.company.HiringSurveyService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company answers the yearly survey of new hires; staff see the answers of all and who is silent. */
@Named
@RequestScoped
public class HiringSurveyPage {

    @Inject
    private HiringSurveyService survey;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private FiscalYear year;
    private HiringSurveyService.Sheet sheet;
    private HiringCount given;
    private Integer reminded;
    private Map<String, String> typed;

    /** Asked for in the address, or the one that is due. */
    public FiscalYear getYear() {
        if (year == null) {
            year = web.parameter("year").isPresent() ? web.fiscalYear() : survey.asked();
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
        if (typed == null) {
            typed = new HashMap<>();
            if (getGiven() != null) {
                typed.put("hired", given.hired().toString());
                typed.put("graduates", given.graduates().toString());
                typed.put("fromCity", given.fromCity().toString());
                typed.put("note", given.note());
            }
        }
        return typed;
    }

    public void answer() {
        HiringCount count =
                new HiringCount(number("hired"), number("graduates"), number("fromCity"), text("note"), null);
        List.of("hired", "graduates", "fromCity").forEach(each -> errors.need(each, text(each), "company.error.hired"));
        if (errors.isNone()
                && errors.attempt(
                        () -> survey.answer(getYear(), count),
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
