package tsunagu.kept.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import tsunagu.company.YouthItem;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyPageView;
import tsunagu.finding.JobPageView;
import tsunagu.posting.Term;
import tsunagu.shared.Feature;
import tsunagu.web.Web;

/** Up to four companies or jobs side by side: an address that can be shared. One statement. */
@Named
@RequestScoped
public class ComparePage {

    private static final int MOST = 4;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Web web;

    private List<CompanyPageView> companies;
    private List<JobPageView> jobs;

    public List<CompanyPageView> getCompanies() {
        if (companies == null) {
            companies = catalogue.companiesByCode(codes());
        }
        return companies;
    }

    public List<JobPageView> getJobs() {
        if (jobs == null) {
            jobs = catalogue.jobsByCode(codes());
        }
        return jobs;
    }

    private List<String> codes() {
        return chosen().limit(MOST).toList();
    }

    private java.util.stream.Stream<String> chosen() {
        return Arrays.stream(web.parameters().getOrDefault("c", new String[0]))
                .filter(code -> code.matches(Kept.CODE))
                .distinct();
    }

    public boolean isTooMany() {
        return chosen().count() > MOST;
    }

    public boolean open(JobPageView job) {
        return job.card().window().isOpenAt(web.getNow());
    }

    public Term[] getTerms() {
        return Term.values();
    }

    public Feature[] getFeatures() {
        return Feature.values();
    }

    public YouthItem[] getYouthItems() {
        return YouthItem.values();
    }

    /** The latest fact of an item, or null when it is not stated. */
    public CompanyPageView.YouthFact fact(CompanyPageView company, YouthItem item) {
        return company.youth().stream()
                .filter(fact -> fact.item() == item)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** This comparison without one of its columns. */
    public String without(String path, String code) {
        StringBuilder address = new StringBuilder(web.url(path));
        char sign = '?';
        for (String each : codes()) {
            if (!each.equals(code)) {
                address.append(sign).append("c=").append(each);
                sign = '&';
            }
        }
        return address.toString();
    }
}
