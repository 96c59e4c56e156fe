package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.finding.Catalogue;
import tsunagu.finding.InternshipCard;
import tsunagu.finding.InternshipPageView;
import tsunagu.internship.Disclosure;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchResult.Found;
import tsunagu.search.SearchService;
import tsunagu.web.Web;

/** An internship: its type and what that allows, days, supervision, disclosures. Three statements. */
@Named
@RequestScoped
public class InternshipPage {

    private static final int SIMILAR = 4;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private Web web;

    private InternshipPageView internship;
    private List<InternshipCard> similar;

    public InternshipPageView getInternship() {
        if (internship == null) {
            internship = catalogue.internship(web.value("internship"));
        }
        return internship;
    }

    public boolean isOpen() {
        return getInternship().card().window().isOpenAt(web.getNow());
    }

    public Disclosure[] getDisclosures() {
        return Disclosure.values();
    }

    public List<InternshipCard> getSimilar() {
        if (similar == null) {
            List<Found> found = search.like(
                    Kind.INTERNSHIP,
                    getInternship().card().id(),
                    List.of(Facet.TYPE, Facet.INDUSTRY, Facet.AREA),
                    SIMILAR);
            similar = catalogue.internships(found.stream().map(Found::recordId).toList());
        }
        return similar;
    }
}
