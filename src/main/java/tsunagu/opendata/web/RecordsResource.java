package tsunagu.opendata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tsunagu.finding.Catalogue;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;

/** GET /api/v1/{companies|jobs|internships|events} and one record of each: the lists' own door, for machines. */
@ApplicationScoped
@Path("v1")
@Produces(Api.JSON)
public class RecordsResource {

    @Inject
    private SearchService search;

    @Inject
    private Catalogue catalogue;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    @GET
    @Path("companies")
    public ListAnswer<CompanyAnswer> companies(@Context HttpServletRequest request) {
        return list(Kind.COMPANY, request, ids -> catalogue.companies(ids).stream()
                .map(each -> CompanyAnswer.of(each, address))
                .toList());
    }

    @GET
    @Path("companies/{code}")
    public CompanyPageAnswer company(@PathParam("code") String code) {
        return CompanyPageAnswer.of(catalogue.company(code), address);
    }

    @GET
    @Path("jobs")
    public ListAnswer<JobAnswer> jobs(@Context HttpServletRequest request) {
        return list(Kind.JOB, request, ids -> catalogue.jobs(ids).stream()
                .map(each -> JobAnswer.of(each, clock.instant(), address))
                .toList());
    }

    @GET
    @Path("jobs/{code}")
    public JobAnswer job(@PathParam("code") String code) {
        return JobAnswer.of(catalogue.job(code), clock.instant(), address);
    }

    @GET
    @Path("internships")
    public ListAnswer<InternshipAnswer> internships(@Context HttpServletRequest request) {
        return list(Kind.INTERNSHIP, request, ids -> catalogue.internships(ids).stream()
                .map(each -> InternshipAnswer.of(each, clock.instant(), address))
                .toList());
    }

    @GET
    @Path("internships/{code}")
    public InternshipAnswer internship(@PathParam("code") String code) {
        return InternshipAnswer.of(catalogue.internship(code), clock.instant(), address);
    }

    @GET
    @Path("events")
    public ListAnswer<EventAnswer> events(@Context HttpServletRequest request) {
        return list(Kind.EVENT, request, ids -> catalogue.events(ids).stream()
                .map(each -> EventAnswer.of(each, address))
                .toList());
    }

    @GET
    @Path("events/{code}")
    public EventAnswer event(@PathParam("code") String code) {
        return EventAnswer.of(catalogue.event(code), address);
    }

    private <T> ListAnswer<T> list(Kind kind, HttpServletRequest request, Function<List<Long>, List<T>> items) {
        SearchQuery query = SearchQuery.parse(kind, request.getParameterMap());
        complaint(kind, query, request).ifPresent(complaint -> {
            throw new BadRequestException(complaint);
        });
        SearchResult result = search.find(query);
        Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
        result.counts().forEach((facet, counts) -> facets.put(facet.parameter(), counts));
        String base = address.of("/api/v1/" + kind.path());
        Optional<String> next = query.page() < result.pages()
                ? Optional.of(
                        base + result.query().onPage(result.query().page() + 1).address())
                : Optional.empty();
        return new ListAnswer<>(
                result.total(),
                result.query().page(),
                result.pages(),
                items.apply(result.recordIds()),
                facets,
                new ListAnswer.Links(base + result.query().address(), next));
    }

    /** A machine that misspells a filter must not take everything for the answer. */
    private static Optional<String> complaint(Kind kind, SearchQuery query, HttpServletRequest request) {
        Set<String> known = new HashSet<>(Set.of("q", "page", "sort"));
        kind.facets().forEach(facet -> known.add(facet.parameter()));
        Optional<String> unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("There is no parameter " + unknown.get() + "; /openapi lists them.");
        }
        if (query.complaints().contains("search.error.value")) {
            return Optional.of("A filter has a value that does not exist; /openapi lists them.");
        }
        if (!query.complaints().isEmpty()) {
            return Optional.of(Words.of(query.complaints().get(0), Locale.ENGLISH));
        }
        String page = request.getParameter("page");
        if (page != null && (!page.matches("[1-9][0-9]{0,2}") || Integer.parseInt(page) > SearchQuery.LAST_PAGE)) {
            return Optional.of("page is a number from 1 to " + SearchQuery.LAST_PAGE + ".");
        }
        String sort = request.getParameter("sort");
        if (sort != null && kind.sorts().stream().noneMatch(each -> each.word().equals(sort))) {
            return Optional.of("There is no order " + sort + ".");
        }
        return Optional.empty();
    }
}
