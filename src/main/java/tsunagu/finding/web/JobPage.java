package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.finding.Catalogue;
import tsunagu.finding.JobCard;
import tsunagu.finding.JobPageView;
import tsunagu.posting.Term;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchResult.Found;
import tsunagu.search.SearchService;
import tsunagu.shared.Feature;
import tsunagu.web.Web;

/** A job: every term in the law's order, what changed, and what is similar and open. Three statements. */
@Named
@RequestScoped
public class JobPage {

    private static final int SIMILAR = 4;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private Web web;

    private JobPageView job;
    private List<JobCard> similar;

    public JobPageView getJob() {
        if (job == null) {
            job = catalogue.job(web.value("job"));
        }
        return job;
    }

    public boolean isOpen() {
        return getJob().card().window().isOpenAt(web.getNow());
    }

    public Term[] getTerms() {
        return Term.values();
    }

    public Feature[] getFeatures() {
        return Feature.values();
    }

    public List<JobCard> getSimilar() {
        if (similar == null) {
            List<Found> found = search.like(
                    Kind.JOB, getJob().card().id(), List.of(Facet.OCCUPATION, Facet.AREA, Facet.EMPLOYMENT), SIMILAR);
            similar = catalogue.jobs(found.stream().map(Found::recordId).toList());
        }
        return similar;
    }
}
