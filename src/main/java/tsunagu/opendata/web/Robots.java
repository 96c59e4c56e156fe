package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.web.PublicAddress;
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
                .filter(route -> route.signedIn() || route.posts())
                .map(route -> "/" + route.pattern().split("/")[1])
                .filter(path -> !path.equals("/events"))
                .distinct()
                .forEach(path -> text.append("Disallow: ").append(path).append('\n'));
        text.append("Disallow: /events/*/sessions/\n")
                .append("Disallow: /*/compare\n")
                .append("Disallow: /keep\n")
                .append("Sitemap: ")
                .append(address.of("/sitemap.xml"))
                .append('\n');
        PlainAnswer.text(response, "text/plain", text.toString());
    }
}
