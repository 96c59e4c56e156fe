package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.shared.LongWork;

/** A table of companies that is too long for a page to wait for. */
@ApplicationScoped
public class CompanyImportWork implements LongWork {

    public static final String KIND = "companies";

    @Inject
    private CompanyImportService companies;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int run(String about, String input, Progress progress) {
        return companies.take(input, progress);
    }

    @Override
    public String result(String about) {
        return "/staff/companies";
    }
}
