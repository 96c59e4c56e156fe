package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.finding.Catalogue;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.NotFoundException;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/** sitemap.xml (sitemaps.org): an index, and for each list the addresses of what is open now with their last change. */
@WebServlet("/internal/sitemap")
public class Sitemap extends HttpServlet {

    /** The protocol allows 50,000 in one file. */
    private static final int PART = 10_000;

    private static final Pattern NAME = Pattern.compile("([a-z]+)-([0-9]{1,4})\\.xml");
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** Pages that are no list of records, and the list of events itself. */
    private static final List<String> PAGES = List.of("/", "/events", "/class", "/plan");

    @Inject
    private transient SearchService search;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> values = RoutedRequest.of(request).values();
        PlainAnswer.text(response, "application/xml", values.containsKey("part") ? part(values.get("part")) : index());
    }

    private String index() {
        StringBuilder xml = begin("sitemapindex");
        List<SearchResult> lists = search.findAll(List.of(Kind.values()).stream()
                .map(kind -> SearchQuery.parse(kind, Map.of()))
                .toList());
        for (Kind kind : Kind.values()) {
            int total = lists.get(kind.ordinal()).total();
            for (int part = 0; part * PART < Math.max(1, total); part++) {
                xml.append("<sitemap><loc>")
                        .append(address.of("/sitemaps/" + name(kind) + "-" + part + ".xml"))
                        .append("</loc></sitemap>");
            }
        }
        return xml.append("</sitemapindex>").toString();
    }

    private String part(String name) {
        Matcher asked = NAME.matcher(name);
        if (!asked.matches()) {
            throw new NotFoundException("sitemap " + name);
        }
        Kind kind = List.of(Kind.values()).stream()
                .filter(each -> name(each).equals(asked.group(1)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("sitemap " + name));
        List<SearchResult.Found> found = search.openPart(kind, Integer.parseInt(asked.group(2)), PART);
        Map<Long, Instant> changed = catalogue.changedAt(
                kind, found.stream().map(SearchResult.Found::recordId).toList());
        StringBuilder xml = begin("urlset");
        if (asked.group(2).equals("0")) {
            for (String page : kind == Kind.EVENT ? PAGES : List.of("/" + kind.path())) {
                xml.append("<url><loc>").append(address.of(page)).append("</loc></url>");
            }
        }
        for (SearchResult.Found each : found) {
            xml.append("<url><loc>")
                    .append(address.of("/" + kind.path() + "/" + each.code()))
                    .append("</loc>");
            if (changed.containsKey(each.recordId())) {
                xml.append("<lastmod>").append(changed.get(each.recordId())).append("</lastmod>");
            }
            xml.append("</url>");
        }
        return xml.append("</urlset>").toString();
    }

    private static StringBuilder begin(String root) {
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><")
                .append(root)
                .append(" xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
