package tsunagu.posting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.Edition;
import tsunagu.posting.PostingService;
import tsunagu.posting.Term;
import tsunagu.web.Web;

/** The history of a posting: each edition, and what it changed. */
@Named
@RequestScoped
public class EditionsPage {

    @Inject
    private PostingService postings;

    @Inject
    private Web web;

    private List<Edition> editions;
    private ApplyTarget posting;

    public List<Edition> getEditions() {
        if (editions == null) {
            editions = postings.editions(web.value("job"));
        }
        return editions;
    }

    public ApplyTarget getPosting() {
        if (posting == null) {
            posting = postings.target(web.value("job"));
        }
        return posting;
    }

    /** Terms that this edition said otherwise than the one before it; none for the first. */
    public Set<Term> changed(Edition edition) {
        return getEditions().stream()
                .filter(each -> each.number() == edition.number() - 1)
                .findFirst()
                .map(before -> EnumSet.allOf(Term.class).stream()
                        .filter(term -> !before.terms()
                                .getOrDefault(term, "")
                                .equals(edition.terms().getOrDefault(term, "")))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
