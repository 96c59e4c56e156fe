package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.web.Web;

/** Staff: what became of a company since it is in the register. */
@Named
@RequestScoped
public class CompanyHistoryPage {

    @Inject
    private CompanyService companies;

    @Inject
    private Web web;

    private CompanyName company;

    public CompanyName getCompany() {
        if (company == null) {
            company = companies.coded(web.value("company"));
        }
        return company;
    }
}
