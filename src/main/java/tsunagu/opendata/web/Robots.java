package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.web.PublicAddress;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/** robots.txt (RFC 9309): what needs an account is nothing for crawlers, and neither are comparisons and kept lists. */
@WebServlet("/internal/robots")
public class Robots extends HttpServlet {

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        Routes.ALL.stream()
                .filter(Robots::closed)
                .map(route -> forbidden(route.pattern()))
                .distinct()
                .forEach(path -> text.append("Disallow: ").append(path).append('\n'));
        text.append("Disallow: /*/compare\n")
                .append("Disallow: /keep\n")
                .append("Sitemap: ")
                .append(address.of("/sitemap.xml"))
                .append('\n');
        PlainAnswer.text(response, "text/plain", text.toString());
    }

    /**
     * The whole part of the portal where nothing in it is open to everybody; otherwise the address, with a star for its parts in braces. A
     * rule forbids whatever begins like it, unless it ends in "$".
     */
    private static String forbidden(String pattern) {
        String part = "/" + pattern.split("/")[1];
        if (Routes.ALL.stream().filter(route -> begins(route, part)).allMatch(Robots::closed)) {
            return part;
        }
        boolean alone = pattern.endsWith("}")
                || Routes.ALL.stream().anyMatch(route -> begins(route, pattern) && !closed(route));
        return pattern.replaceAll("\\{[^}]*}", "*") + (alone ? "$" : "");
    }

    private static boolean closed(Route route) {
        return route.signedIn() || route.posts();
    }

    private static boolean begins(Route route, String address) {
        return route.pattern().equals(address) || route.pattern().startsWith(address + "/");
    }
}
