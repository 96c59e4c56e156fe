package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.paper.PaperService;
import tsunagu.paper.PrintedCell;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;

/** Our papers of R5 against the city's print: a cell says the same, or says why not. */
@ArquillianTest
class PrintedIT {

    /** How many cells can be read, and how many of them are equal; docs/guide-committee.md names the same numbers. */
    private static final Map<String, List<Integer>> KNOWN =
            Map.of("2", List.of(293, 278), "3", List.of(108, 104), "4", List.of(182, 170));

    @Inject
    private PaperService papers;

    @Inject
    private CurrentActor currentActor;

    @Test
    void every_cell_of_the_print_is_ours_or_says_why_not() {
        Map<String, List<Integer>> counted = new LinkedHashMap<>();
        List<PrintedCell> unexplained = new ArrayList<>();
        for (String number : List.of("2", "3", "4")) {
            List<PrintedCell> cells = printed(number, "R5");
            cells.stream().filter(each -> !each.same() && each.note().isEmpty()).forEach(unexplained::add);
            counted.put(number, List.of(cells.size(), (int)
                    cells.stream().filter(PrintedCell::same).count()));
        }
        assertEquals(List.of(), unexplained);
        assertEquals(KNOWN, counted);
        assertEquals(List.of(), printed("2", "R6"));
    }

    private List<PrintedCell> printed(String number, String year) {
        return currentActor.as(World.STAFF, () -> papers.printed(number, FiscalYear.parse(year)));
    }
}
