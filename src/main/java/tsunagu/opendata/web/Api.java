package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.finding.Catalogue;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Words;
import tsunagu.web.Json9457;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/** GET /api/v1/{companies|jobs|internships|events} and one record of each: the lists' own door, for machines. */
@WebServlet("/internal/api")
public class Api extends HttpServlet {

    @Inject
    private transient SearchService search;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient RecordJson records;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(each -> each.path().equals(routed.value("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            Json9457.problem(response, 404, "The lists are companies, jobs, internships, events and plan.");
        } else if (routed.values().containsKey("code")) {
            one(kind.get(), routed.value("code"), response);
        } else {
            list(kind.get(), request, response);
        }
    }

    private void list(Kind kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SearchQuery query = SearchQuery.parse(kind, request.getParameterMap());
        Optional<String> complaint = complaint(kind, query, request);
        if (complaint.isPresent()) {
            Json9457.problem(response, HttpServletResponse.SC_BAD_REQUEST, complaint.get());
        } else {
            Json9457.answer(response, body(kind, search.find(query)));
        }
    }

    /** A machine that misspells a filter must not take everything for the answer. */
    private static Optional<String> complaint(Kind kind, SearchQuery query, HttpServletRequest request) {
        Set<String> known = new HashSet<>(Set.of("q", "page", "sort"));
        kind.facets().forEach(facet -> known.add(facet.parameter()));
        Optional<String> unknown =
                request.getParameterMap().keySet().stream().filter(name -> !known.contains(name)).findFirst();
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

    private JsonObject body(Kind kind, SearchResult result) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List<Long> ids = result.recordIds();
        switch (kind) {
            case COMPANY -> catalogue.companies(ids).forEach(card -> items.add(records.company(card)));
            case JOB -> catalogue.jobs(ids).forEach(card -> items.add(records.job(card)));
            case INTERNSHIP -> catalogue.internships(ids).forEach(card -> items.add(records.internship(card)));
            case EVENT -> catalogue.events(ids).forEach(card -> items.add(records.event(card)));
        }
        JsonObjectBuilder facets = Json.createObjectBuilder();
        for (Map.Entry<Facet, Map<String, Integer>> facet : result.counts().entrySet()) {
            JsonObjectBuilder values = Json.createObjectBuilder();
            facet.getValue().forEach(values::add);
            facets.add(facet.getKey().parameter(), values);
        }
        String base = address.of("/api/v1/" + kind.path());
        JsonObjectBuilder links = Json.createObjectBuilder().add("self", base + result.query().address());
        if (result.query().page() < result.pages()) {
            links.add("next", base + result.query().onPage(result.query().page() + 1).address());
        }
        return Json.createObjectBuilder()
                .add("total", result.total())
                .add("page", result.query().page())
                .add("pages", result.pages())
                .add("items", items)
                .add("facets", facets)
                .add("links", links)
                .build();
    }

    private void one(Kind kind, String code, HttpServletResponse response) throws IOException {
        try {
            Json9457.answer(response, switch (kind) {
                case COMPANY -> records.company(catalogue.company(code));
                case JOB -> records.job(catalogue.job(code));
                case INTERNSHIP -> records.internship(catalogue.internship(code));
                case EVENT -> records.event(catalogue.event(code));
            });
        } catch (NotFoundException e) {
            Json9457.problem(response, 404, "There is no such record.");
        }
    }
}
