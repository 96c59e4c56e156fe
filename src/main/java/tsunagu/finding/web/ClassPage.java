package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyCard;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.Classification;
import tsunagu.shared.ReferenceTable;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Companies for lessons at school: plain words with readings, two questions, a sheet to print. Asks for no personal data. */
@Named
@RequestScoped
public class ClassPage {

    private static final int QUESTIONS = 6;
    private static final int HIRAGANA_OFFSET = 0x60;

    private static final Map<String, String> WORK = ReferenceTable.read("/reference/industries.csv").stream()
            .filter(row -> row.text("plain") != null)
            .collect(Collectors.toMap(row -> row.text("code"), row -> row.text("plain")));

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
    private List<CompanyCard> companies;

    /** @param label with readings in 《》 */
    public record Door(String label, String url, int count, boolean here) {}

    public SearchResult getResult() {
        if (result == null) {
            result = search.find(SearchQuery.parse(Kind.COMPANY, web.parameters()));
        }
        return result;
    }

    public List<CompanyCard> getCompanies() {
        if (companies == null) {
            companies = catalogue.companies(getResult().recordIds());
        }
        return companies;
    }

    public List<Door> getDoors() {
        return doors(Facet.INDUSTRY, this::work);
    }

    public List<Door> getPlaces() {
        return doors(Facet.AREA, this::area);
    }

    private List<Door> doors(Facet facet, java.util.function.UnaryOperator<String> label) {
        return facet.fixedValues().stream()
                .filter(value -> getResult().count(facet, value) > 0)
                .map(value -> {
                    boolean here = getResult().query().chosen(facet, value);
                    SearchQuery query = here
                            ? getResult().query().without(facet)
                            : getResult().query().with(facet, value);
                    return new Door(label.apply(value), address(query), getResult().count(facet, value), here);
                })
                .toList();
    }

    public List<ListPage.Link> getPages() {
        SearchQuery query = getResult().query();
        return IntStream.rangeClosed(1, getResult().pages())
                .mapToObj(page -> new ListPage.Link(
                        Integer.toString(page), address(query.onPage(page)), page == query.page()))
                .toList();
    }

    private String address(SearchQuery query) {
        return web.url("/class") + query.address() + "#found";
    }

    /** What an industry does, in plain words; in English its name. */
    public String work(String industry) {
        String major = industry.substring(0, 1);
        return web.isEnglish() ? Classification.INDUSTRIES.get(major).nameEn() : WORK.get(major);
    }

    /** An area's name with its reading. */
    public String area(String code) {
        return words.areaRead(code);
    }

    public List<String> getQuestions() {
        return IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(number -> texts.of("search.class.question." + number))
                .toList();
    }

    /** Katakana as hiragana, which children read first. */
    public String hiragana(String katakana) {
        return katakana.chars()
                .map(sign -> sign >= 0x30a1 && sign <= 0x30f6 ? sign - HIRAGANA_OFFSET : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
