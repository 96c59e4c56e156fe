package tsunagu.plan.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;
import tsunagu.web.Numbers;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/**
 * Units of figures in the reader's language. They are staff's words; those that plans use have an English one, another one stays as it
 * is. In pages: {@code #{units}}.
 */
@Named
@ApplicationScoped
public class Units {

    private static final Map<String, ReferenceTable.Row> ENGLISH =
            ReferenceTable.read("/reference/plan/units.csv").stream()
                    .collect(Collectors.toMap(row -> row.text("unit"), Function.identity()));

    @Inject
    private Texts texts;

    @Inject
    private Numbers numbers;

    @Inject
    private Web web;

    /** "12人", "12 people". */
    public String with(BigDecimal value, String unit) {
        return texts.of(
                "plan.withUnit", numbers.of(value), word(unit, value.compareTo(BigDecimal.ONE) == 0 ? "one" : "more"));
    }

    /** At the head of a column. */
    public String of(String unit) {
        return word(unit, "more");
    }

    private String word(String unit, String column) {
        return web.isEnglish() && ENGLISH.containsKey(unit) ? ENGLISH.get(unit).text(column) : unit;
    }
}
