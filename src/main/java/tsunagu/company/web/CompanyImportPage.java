package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.company.CompanyImportService;
import tsunagu.company.CompanyImportWork;
import tsunagu.company.CompanyTable;
import tsunagu.shared.LongWork;
import tsunagu.shared.PastedTable;
import tsunagu.web.FormErrors;
import tsunagu.web.ShownLines;
import tsunagu.web.TableInput;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff bring companies in from a table. */
@Named
@RequestScoped
public class CompanyImportPage {

    @Inject
    private CompanyImportService companies;

    @Inject
    private TableInput input;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private CompanyTable table;
    private int taken;

    public void preview() {
        errors.attemptOn("text", () -> table = companies.read(input.given()));
    }

    public void take() {
        preview();
        if (table == null || !table.ready()) {
            return;
        }
        if (table.lines().size() > PastedTable.MOST_ROWS) {
            web.go(web.url("/staff/long-work/" + input.begin(CompanyImportWork.KIND, "")));
        } else if (errors.attempt(() -> taken = companies.take(input.given(), LongWork.Progress.UNSEEN))) {
            web.go(web.url("/staff/companies/import") + "?done=companies-imported&count=" + taken);
        }
    }

    public String sentence(CompanyTable.Problem problem) {
        return texts.of(problem.key()) + (problem.argument().isEmpty() ? "" : " [" + problem.argument() + "]");
    }

    public String getTemplate() {
        return String.join("\t", companies.columns());
    }

    public CompanyTable getTable() {
        return table;
    }

    public ShownLines<CompanyTable.Line> getShown() {
        return ShownLines.of(table.lines(), line -> !line.problems().isEmpty());
    }
}
