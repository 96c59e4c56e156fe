package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tsunagu.plan.Confidence;
import tsunagu.plan.Counting;
import tsunagu.plan.Direction;
import tsunagu.plan.Figure;
import tsunagu.plan.Indicator;
import tsunagu.plan.PlanTree;
import tsunagu.shared.FiscalYear;
import tsunagu.web.PublicAddress;

/** The plan in a fiscal year. A number that is missing is null: not recorded is not zero. */
@JsonbPropertyOrder({"fiscalYear", "programmes", "indicators"})
public record PlanAnswer(String fiscalYear, List<Programme> programmes, List<IndicatorAnswer> indicators) {

    /** @param policy and {@code strategy} by their numbers in the plan */
    @JsonbPropertyOrder({"id", "code", "name", "policy", "strategy", "measures", "url"})
    public record Programme(
            String id, String code, String name, int policy, int strategy, List<Measure> measures, String url) {

        static Programme of(
                PlanTree.Policy policy,
                PlanTree.Strategy strategy,
                PlanTree.Programme programme,
                PublicAddress address) {
            return new Programme(
                    programme.name().id(),
                    programme.name().code(),
                    programme.name().name(),
                    policy.no(),
                    strategy.no(),
                    programme.measures().stream()
                            .map(trend -> Measure.of(trend.figure()))
                            .toList(),
                    address.of("/plan/programmes/" + programme.name().id()));
        }
    }

    /** @param approvalRecord number of the record that froze it; null while the year is open */
    @JsonbPropertyOrder({
        "measure",
        "label",
        "unit",
        "target",
        "actual",
        "otherTargets",
        "kind",
        "counting",
        "definitionFrom",
        "direction",
        "approvalRecord",
        "confidence"
    })
    public record Measure(
            String measure,
            String label,
            String unit,
            @JsonbProperty(nillable = true) BigDecimal target,
            @JsonbProperty(nillable = true) BigDecimal actual,
            List<OtherTarget> otherTargets,
            Figure.Kind kind,
            Counting counting,
            String definitionFrom,
            Direction direction,
            @JsonbProperty(nillable = true) Long approvalRecord,
            Confidence confidence) {

        private static Measure of(Figure figure) {
            return new Measure(
                    figure.measure(),
                    figure.label(),
                    figure.unit(),
                    figure.target(),
                    figure.actual(),
                    figure.others().stream()
                            .map(each -> new OtherTarget(each.basis(), each.value()))
                            .toList(),
                    figure.kind(),
                    figure.counting(),
                    new FiscalYear(figure.definitionFrom()).code(),
                    figure.direction(),
                    figure.approval(),
                    figure.confidence());
        }
    }

    @JsonbPropertyOrder({"basis", "target"})
    public record OtherTarget(String basis, BigDecimal target) {}

    @JsonbPropertyOrder({
        "indicator",
        "name",
        "unit",
        "accumulation",
        "direction",
        "base",
        "target",
        "targetYear",
        "years"
    })
    public record IndicatorAnswer(
            String indicator,
            String name,
            String unit,
            String accumulation,
            String direction,
            @JsonbProperty(nillable = true) BigDecimal base,
            @JsonbProperty(nillable = true) BigDecimal target,
            String targetYear,
            List<Year> years) {

        static IndicatorAnswer of(Indicator indicator) {
            return new IndicatorAnswer(
                    indicator.code(),
                    indicator.name(),
                    indicator.unit(),
                    indicator.accumulation(),
                    indicator.direction(),
                    indicator.base(),
                    indicator.target(),
                    new FiscalYear(indicator.targetYear()).code(),
                    indicator.years().stream().map(Year::of).toList());
        }
    }

    /** @param observed the year the actual describes, where it is another than the one it was reported in */
    @JsonbPropertyOrder({"fiscalYear", "path", "actual", "observed", "source"})
    public record Year(
            String fiscalYear,
            @JsonbProperty(nillable = true) BigDecimal path,
            @JsonbProperty(nillable = true) BigDecimal actual,
            Optional<String> observed,
            Optional<String> source) {

        private static Year of(Indicator.Year year) {
            return new Year(
                    year.year().code(),
                    year.path(),
                    year.actual(),
                    Optional.ofNullable(year.observedYear()).map(each -> new FiscalYear(each).code()),
                    Optional.ofNullable(year.source()));
        }
    }
}
