package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyPageView;
import tsunagu.web.Web;

/**
 * Sheets for a class, printed at once: three companies on one page to compare, or a page for each; without a company a blank one. What is
 * chosen is in the address (c=code, how=one or each), so that a teacher can keep it.
 */
@Named
@RequestScoped
public class ClassSheetsPage {

    /** Side by side on an upright A4 page. */
    private static final int ON_ONE = 3;

    /** For a class of forty in groups of two. */
    static final int MOST = 20;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Web web;

    private List<CompanyPageView> companies;

    public boolean isEach() {
        return web.parameter("how").filter("each"::equals).isPresent();
    }

    /** More were chosen than are shown. */
    public boolean isCut() {
        return codes().size() > most();
    }

    public int getMost() {
        return most();
    }

    public List<CompanyPageView> getCompanies() {
        if (companies == null) {
            companies = codes().stream().limit(most()).map(catalogue::company).toList();
        }
        return companies;
    }

    /** Columns of the sheet that compares: empty ones where fewer were chosen. */
    public List<Integer> getColumns() {
        return IntStream.range(0, ON_ONE).boxed().toList();
    }

    /** The company of a column, or null where pupils write the name themselves. */
    public CompanyPageView at(int column) {
        return column < getCompanies().size() ? getCompanies().get(column) : null;
    }

    private int most() {
        return isEach() ? MOST : ON_ONE;
    }

    private List<String> codes() {
        return codes(web);
    }

    static List<String> codes(Web web) {
        String[] given = web.parameters().getOrDefault("c", new String[0]);
        return Arrays.stream(given)
                .filter(code -> code.matches("[a-z0-9-]{1,40}"))
                .distinct()
                .toList();
    }
}
