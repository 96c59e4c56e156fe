package tsunagu.finding.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.finding.Catalogue;
import tsunagu.web.RoutedRequest;

/** A company's picture. Opened by itself it may run nothing (CSP sandbox): drawings are documents, too. */
@WebServlet("/internal/picture")
public class Picture extends HttpServlet {

    @Inject
    private transient Catalogue catalogue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        Catalogue.StoredPicture picture = catalogue.picture(routed.value("company"), (int) routed.number("number"));
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.setContentType(picture.mediaType());
        response.getOutputStream().write(picture.content());
    }
}
