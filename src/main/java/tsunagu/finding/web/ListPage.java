package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyCard;
import tsunagu.finding.EventCard;
import tsunagu.finding.InternshipCard;
import tsunagu.finding.JobCard;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.search.Sort;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** One of the four lists: what the address asks for, and the answer. */
@Named
@RequestScoped
public class ListPage {

    private static final int BAD_REQUEST = 400;

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    @Inject
    private FacetWords words;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private SearchResult result;
    private Map<Long, List<List<String>>> fields;
    private List<?> cards;

    /** A condition that is chosen, with the address without it. */
    public record Chip(String label, String url) {}

    /** A link that is there or where we are. */
    public record Link(String label, String url, boolean here) {}

    public Kind getKind() {
        String path = web.getPath();
        for (Kind kind : Kind.values()) {
            if (path.equals("/" + kind.path())) {
                return kind;
            }
        }
        throw new tsunagu.shared.NotFoundException(path);
    }

    /** Runs before the first byte: a query that cannot be run answers 400. */
    public void ask() {
        if (getResult().query().refused()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(BAD_REQUEST);
        }
    }

    public SearchResult getResult() {
        if (result == null) {
            result = search.find(SearchQuery.parse(getKind(), web.parameters(), web.isEnglish()));
        }
        return result;
    }

    public SearchQuery getQuery() {
        return getResult().query();
    }

    @SuppressWarnings("unchecked")
    public List<CompanyCard> getCompanies() {
        return (List<CompanyCard>) cards();
    }

    @SuppressWarnings("unchecked")
    public List<JobCard> getJobs() {
        return (List<JobCard>) cards();
    }

    @SuppressWarnings("unchecked")
    public List<InternshipCard> getInternships() {
        return (List<InternshipCard>) cards();
    }

    @SuppressWarnings("unchecked")
    public List<EventCard> getEvents() {
        return (List<EventCard>) cards();
    }

    private List<?> cards() {
        if (cards == null) {
            List<Long> ids = getResult().recordIds();
            cards = switch (getKind()) {
                case COMPANY -> catalogue.companies(ids);
                case JOB -> catalogue.jobs(ids);
                case INTERNSHIP -> catalogue.internships(ids);
                case EVENT -> catalogue.events(ids);
            };
        }
        return cards;
    }

    /** Where the words were found in a record, beside its title. */
    public List<Marker.Match> matches(long id) {
        if (getQuery().words().isEmpty()) {
            return List.of();
        }
        if (fields == null) {
            fields = search.fields(getKind(), getResult().recordIds());
        }
        return Marker.matches(getQuery(), fields, id, tag -> words.mark(getKind(), tag));
    }

    public List<Marker.Piece> marked(String title) {
        return Marker.mark(getQuery(), title);
    }

    /** Where these conditions can be kept an eye on. */
    public String getWatchUrl() {
        String list = "/" + getKind().path() + getQuery().sorted(Sort.BEST).address();
        return web.url("/my/searches") + "?of=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
    }

    public List<FacetBox> getFacets() {
        List<FacetBox> boxes = new ArrayList<>();
        for (Facet facet : getKind().facets()) {
            FacetBox box = FacetBox.of(facet, getResult(), words);
            if (!box.isEmpty() && facet.style() != Facet.Style.STATE) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        SearchQuery query = getQuery();
        for (int i = 0; i < query.words().size(); i++) {
            chips.add(new Chip(texts.of("search.word", query.words().get(i).typed()), url(query.withoutWord(i))));
        }
        query.choices().forEach((facet, values) -> {
            if (facet.style() != Facet.Style.STATE) {
                values.forEach(
                        value -> chips.add(new Chip(words.condition(facet, value), url(query.without(facet, value)))));
            }
        });
        return chips;
    }

    /** When nothing fits: conditions to drop, with what that gives. */
    public List<Chip> getWays() {
        return getResult().ways().stream()
                .map(way -> new Chip(
                        texts.of(
                                way.kept() ? "search.wayKept" : "search.way",
                                way.word() != null
                                        ? texts.of("search.word", way.word())
                                        : way.value() != null
                                                ? words.condition(way.facet(), way.value())
                                                : words.name(way.facet()),
                                way.total()),
                        url(way.then())))
                .toList();
    }

    /** When a word finds nothing: words like it, and lists of its trade, with what they give. */
    public List<Chip> getNear() {
        return getResult().near().stream()
                .map(way -> new Chip(
                        way.word() != null
                                ? texts.of("search.near", way.word(), way.total())
                                : texts.of("search.trade", words.value(way.facet(), way.value()), way.total()),
                        url(way.then())))
                .toList();
    }

    /** Where the words stand only aside, too. */
    public String getAsideUrl() {
        return url(getQuery().widened());
    }

    public List<Link> getSorts() {
        return getKind().sorts().stream()
                .filter(sort -> !sort.isNaturalOrderOf(getKind())
                        || !getQuery().words().isEmpty()
                        || sort == getQuery().sort())
                .map(sort -> new Link(
                        sortName(sort),
                        url(getQuery().sorted(sort)),
                        sort == getQuery().sort()))
                .toList();
    }

    private String sortName(Sort sort) {
        boolean fit = sort == Sort.BEST && !getQuery().words().isEmpty();
        return texts.of(
                fit ? "search.sort.fit" : sort == Sort.BEST ? "search.sort.best." + getKind() : "search.sort." + sort);
    }

    public List<Link> getPages() {
        int here = getQuery().page();
        List<Link> pages = new ArrayList<>();
        for (int number = Math.max(1, here - 2); number <= Math.min(getResult().pages(), here + 2); number++) {
            pages.add(new Link(Integer.toString(number), url(getQuery().onPage(number)), number == here));
        }
        return pages;
    }

    public String getPreviousUrl() {
        return getQuery().page() > 1 ? url(getQuery().onPage(getQuery().page() - 1)) : null;
    }

    public String getNextUrl() {
        return getQuery().page() < getResult().pages()
                ? url(getQuery().onPage(getQuery().page() + 1))
                : null;
    }

    /** Of the rows on this page, the first and the last one's place in the list. */
    public int getFrom() {
        return getResult().none() ? 0 : (getQuery().page() - 1) * SearchQuery.PAGE_SIZE + 1;
    }

    public int getTo() {
        return getFrom() == 0 ? 0 : getFrom() + getResult().found().size() - 1;
    }

    public String getAddress() {
        return web.url("/" + getKind().path());
    }

    /** Search engines are asked to keep the plain list and its pages, not every combination of conditions. */
    public String getCanonical() {
        SearchQuery plain =
                SearchQuery.parse(getKind(), Map.of()).onPage(getQuery().page());
        return web.canonical("/" + getKind().path()) + plain.address();
    }

    public boolean isIndexed() {
        return !getQuery().narrowed();
    }

    private String url(SearchQuery query) {
        return getAddress() + query.address();
    }
}
