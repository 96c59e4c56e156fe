package tsunagu.plan.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorEntry;
import tsunagu.plan.IndicatorService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff enter a statistic for an indicator, or say which measures it adds up. */
@Named
@ViewScoped
public class IndicatorEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Statistics describe years long before the one they are reported in. */
    private static final int YEARS_BACK = 8;

    @Inject
    private IndicatorService indicators;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final HashMap<String, String> typed = new HashMap<>();
    private String[] chosen;
    private String seen;

    public Map<String, String> getTyped() {
        if (seen == null) {
            seen = indicators.stamp(code());
        }
        for (String field : List.of("year", "observed", "from", "aimYear")) {
            typed.putIfAbsent(field, web.fiscalYear().code());
        }
        return typed;
    }

    public void report() {
        BigDecimal value = number("value");
        BigDecimal numerator = number("numerator");
        BigDecimal denominator = number("denominator");
        IndicatorEntry entry = new IndicatorEntry(
                code(),
                FiscalYear.parse(typed.get("year")),
                FiscalYear.parse(typed.get("observed")),
                value,
                numerator,
                denominator,
                typed.getOrDefault("source", ""));
        errors.need("value", value != null || numerator != null || denominator != null, "plan.error.valueMissing");
        errors.check(entry);
        run(
                () -> indicators.report(seen, entry),
                Map.of(
                        "plan.error.observedLater", "observed",
                        "plan.error.valueMissing", "value",
                        "plan.error.parts", "numerator"));
    }

    public void compose() {
        Set<Long> measures = new LinkedHashSet<>();
        for (String each : getChosen()) {
            measures.add(Long.valueOf(each));
        }
        errors.need("why", typed.get("why"), "plan.error.reasonMissing");
        run(
                () -> indicators.compose(code(), seen, FiscalYear.parse(typed.get("from")), measures, typed.get("why")),
                Map.of("plan.error.reasonMissing", "why"));
    }

    /** An empty field takes the year's own target back. */
    public void aim() {
        BigDecimal value = number("aim");
        errors.need("aimWhy", typed.get("aimWhy"), "plan.error.reasonMissing");
        run(
                () -> indicators.aim(code(), seen, FiscalYear.parse(typed.get("aimYear")), value, typed.get("aimWhy")),
                Map.of(
                        "plan.error.reasonMissing",
                        "aimWhy",
                        "plan.error.notOnThePath",
                        "aimYear",
                        "plan.error.aim",
                        "aim"));
    }

    private void run(Runnable useCase, Map<String, String> fields) {
        boolean[] overtaken = new boolean[1];
        if (errors.isNone()
                && errors.attempt(
                        () -> {
                            try {
                                useCase.run();
                            } catch (ConflictException e) {
                                overtaken[0] = true;
                            }
                        },
                        fields)
                && !overtaken[0]) {
            web.go(web.url("/plan/indicators/" + code()) + "?year="
                    + web.fiscalYear().code() + "&done=entered");
        }
        if (overtaken[0]) {
            // The page shows what stands by now; what was typed stays, and the next press is meant.
            seen = indicators.stamp(code());
            errors.addText("", "plan.error.overtakenIndicator");
        }
    }

    private BigDecimal number(String field) {
        Typed<BigDecimal> number = Typed.decimal(typed.get(field));
        if (number.unreadable()) {
            errors.add(field, texts.of("web.error.number"));
        }
        return number.value();
    }

    private String code() {
        return web.value("indicator");
    }

    public Indicator getIndicator() {
        return indicators.indicator(code());
    }

    public List<FiscalYear> getYears() {
        return indicators.years();
    }

    private FiscalYear lastYear() {
        List<FiscalYear> years = indicators.years();
        return years.get(years.size() - 1);
    }

    public List<FiscalYear> getObservable() {
        return java.util.stream.Stream.iterate(lastYear(), FiscalYear::previous)
                .limit(YEARS_BACK)
                .toList();
    }

    public List<IndicatorService.Term> getMeasures() {
        return indicators.measures();
    }

    public String[] getChosen() {
        if (chosen == null) {
            chosen = indicators.terms(code(), lastYear()).stream()
                    .map(each -> String.valueOf(each.measureId()))
                    .toArray(String[]::new);
        }
        return chosen;
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen;
    }
}
