package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.finding.Catalogue;
import tsunagu.finding.CompanyCard;
import tsunagu.finding.CompanyPageView;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.Classification;
import tsunagu.shared.Readings;
import tsunagu.shared.ReferenceTable;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Companies for lessons at school: plain words with readings, two questions, a sheet to print. Asks for no personal data. */
@Named
@RequestScoped
public class ClassPage {

    private static final int QUESTIONS = 6;
    private static final int HIRAGANA_OFFSET = 0x60;

    private static final String CHOSEN = "c";
    private static final String FOR = "for";
    private static final String JUNIOR = "junior";

    /** What an industry does, in kana for a primary school and in ordinary writing for a junior high school. */
    private static final Map<String, String> WORK = workIn("plain");

    private static final Map<String, String> WORK_WRITTEN = workIn("normal");

    private static Map<String, String> workIn(String column) {
        return ReferenceTable.read("/reference/industries.csv").stream()
                .filter(row -> row.text(column) != null)
                .collect(Collectors.toMap(row -> row.text("code"), row -> row.text(column)));
    }

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
    private List<CompanyPageView> elsewhere;

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
                    return new Door(
                            label.apply(value), address(query), getResult().count(facet, value), here);
                })
                .toList();
    }

    public List<ListPage.Link> getPages() {
        SearchQuery query = getResult().query();
        return IntStream.rangeClosed(1, getResult().pages())
                .mapToObj(page ->
                        new ListPage.Link(Integer.toString(page), address(query.onPage(page)), page == query.page()))
                .toList();
    }

    /** What was ticked, and the writing, go along: three companies of three kinds of work come onto one sheet. */
    private String address(SearchQuery query) {
        String found = query.address();
        String kept = Stream.concat(
                        getChosen().stream().map(code -> pair(CHOSEN, code)),
                        Stream.of(pair(FOR, JUNIOR)).filter(each -> isJunior()))
                .collect(Collectors.joining("&"));
        return web.url("/class") + found + (kept.isEmpty() ? "" : (found.isEmpty() ? "?" : "&") + kept) + "#found";
    }

    /** Codes of the companies that were ticked before, on this page of the list or another. */
    public List<String> getChosen() {
        return ClassSheetsPage.codes(web).stream().limit(ClassSheetsPage.MOST).toList();
    }

    /** Those of them that do not stand in this list. */
    public List<CompanyPageView> getElsewhere() {
        if (elsewhere == null) {
            List<String> here = getCompanies().stream().map(CompanyCard::code).toList();
            List<String> others =
                    getChosen().stream().filter(code -> !here.contains(code)).toList();
            elsewhere = others.isEmpty() ? List.of() : catalogue.companiesByCode(others);
        }
        return elsewhere;
    }

    /** What this list is of, for the form that goes on with it. */
    public List<Map.Entry<String, String>> getAsked() {
        String asked = getResult().query().onPage(1).address();
        return asked.isEmpty()
                ? List.of()
                : Arrays.stream(asked.substring(1).split("&"))
                        .map(each -> each.split("=", 2))
                        .map(each -> Map.entry(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)))
                        .toList();
    }

    /** What an industry does, in plain words; in English its name. */
    public String work(String industry) {
        String major = industry.substring(0, 1);
        return web.isEnglish()
                ? Classification.INDUSTRIES.get(major).nameEn()
                : (isJunior() ? WORK_WRITTEN : WORK).get(major);
    }

    /** In ordinary writing with readings above it, for a junior high school: {@code for=junior} in the address, so that it can be kept. */
    public boolean isJunior() {
        return web.parameter(FOR).filter(JUNIOR::equals).isPresent();
    }

    /** The address of this page in the other writing; what was chosen stays. */
    public String getOtherWriting() {
        String kept = web.parameters().entrySet().stream()
                .filter(each -> !each.getKey().equals(FOR))
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> pair(each.getKey(), value)))
                .collect(Collectors.joining("&"));
        String chosen = isJunior() ? "" : pair(FOR, JUNIOR);
        return web.url(web.getPath()) + "?" + kept + (kept.isEmpty() || chosen.isEmpty() ? "" : "&") + chosen;
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A text of the sheets, in the writing that was chosen. */
    public String label(String name) {
        return texts.of(key(name));
    }

    public String label(String name, Object value) {
        return texts.of(key(name), value);
    }

    /** Plain Japanese and English have one writing only. */
    private String key(String name) {
        return (isJunior() && web.getLocale().equals(Locale.JAPANESE) ? "search.junior." : "search.class.") + name;
    }

    /** What the company does, as it says it to pupils or, in ordinary writing, to everybody. */
    public String about(CompanyPageView company) {
        return isJunior()
                ? written(company.summary(), company)
                : Readings.barred(company.plainWords().isEmpty() ? company.summary() : company.plainWords());
    }

    /** A line of the day of somebody who works there. */
    public String hour(CompanyPageView company, CompanyPageView.Hour hour) {
        return isJunior() ? written(hour.what(), company) : Readings.barred(hour.what());
    }

    private static String written(String text, CompanyPageView company) {
        return SchoolReadings.in(
                text,
                SchoolReadings.given(Stream.concat(
                                Stream.of(company.plainWords(), company.summary()),
                                company.day().stream().map(CompanyPageView.Hour::what))
                        .toList()));
    }

    /** An area's name with its reading. */
    public String area(String code) {
        return words.areaRead(code);
    }

    /** Where the company is; several places in one area are one. */
    public List<String> areas(CompanyPageView company) {
        return company.places().stream()
                .map(CompanyPageView.Place::area)
                .distinct()
                .toList();
    }

    public List<String> getQuestions() {
        return IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(number -> label("question." + number))
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
