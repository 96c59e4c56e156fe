package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.company.CompanyImportService;
import tsunagu.company.CompanyTable;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff bring companies in from a table. */
@Named
@RequestScoped
public class CompanyImportPage {

    @Inject
    private CompanyImportService companies;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private String text = "";
    private CompanyTable table;
    private int taken;

    public void preview() {
        errors.attemptOn("text", () -> table = companies.read(text));
    }

    public void take() {
        preview();
        if (table != null && table.ready() && errors.attempt(() -> taken = companies.take(text))) {
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

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
