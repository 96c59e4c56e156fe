package tsunagu.opendata.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.plan.Confidence;
import tsunagu.plan.Counting;
import tsunagu.plan.Direction;
import tsunagu.plan.Figure;
import tsunagu.plan.PlanService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Words;

/** What the open data are, for people: files, columns, codes, licence, changes. Columns are those the files are written with. */
@Named
@RequestScoped
public class OpenDataPage {

    @Inject
    private PlanService plan;

    /** A value of a column. @param text key of what it means */
    public record Code(String column, String value, String text) {}

    public FiscalYear getYear() {
        return plan.yearShownFirst();
    }

    public List<String> getPlanColumns() {
        return PlanTable.COLUMNS;
    }

    public List<String> getIndicatorColumns() {
        return IndicatorTable.COLUMNS;
    }

    /** Those of the recommended municipal data set, which are their own names. */
    public List<String> getEventColumns() {
        return Arrays.asList(Words.japanese("search.openData.columns").split(","));
    }

    public List<Code> getCodes() {
        return Stream.of(
                        codes("kind", Figure.Kind.values(), "plan.kind."),
                        codes("counting", Counting.values(), "plan.counting."),
                        codes("direction", Direction.values(), "plan.definition.direction."),
                        codes("confidence", Confidence.values(), "opendata.confidence."),
                        Stream.of("stock", "annual", "rate", "cumulative")
                                .map(each -> new Code("accumulation", each, "plan.accumulation." + each)),
                        Stream.of("at_least", "at_most", "keep")
                                .map(each -> new Code("direction", each, "plan.direction." + each)))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Code> codes(String column, Enum<?>[] values, String prefix) {
        return Arrays.stream(values).map(each -> new Code(column, each.name(), prefix + each.name()));
    }
}
