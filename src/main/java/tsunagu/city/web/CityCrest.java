package tsunagu.city.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.city.CityOfficeService;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Upload;
import tsunagu.web.RoutedRequest;
import tsunagu.web.UploadedPart;
import tsunagu.web.Web;

/** 市章: sent by the administrator, seen on every page. Its address has the picture's digest in it, so that it is kept until it is another one. */
@WebServlet("/internal/city-crest")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class CityCrest extends HttpServlet {

    private static final String PAGE = "/staff/contact";

    @Inject
    private transient CityOfficeService offices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (RoutedRequest.of(request).path().startsWith(PAGE)) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Upload crest = offices.crest().orElseThrow(() -> new NotFoundException("crest"));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        // Another one under this address: this node, or whoever asks, does not know it yet.
        boolean asNamed = offices.office().contact().crest().equals(request.getQueryString());
        response.setHeader("Cache-Control", asNamed ? "public, max-age=86400" : "no-store");
        response.setContentType(crest.mediaType());
        response.setContentLength(crest.content().length);
        response.getOutputStream().write(crest.content());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = request.getContextPath() + RoutedRequest.of(request).url(PAGE);
        try {
            UploadedPart.take(request, "crest", part -> offices.setCrest(Upload.picture(part.name(), part.content())));
            response.sendRedirect(Web.saved(back + "?done=crest#crest"));
        } catch (DomainException e) {
            response.sendRedirect(back + "?problem=" + e.key().replaceFirst(".*[.]", "") + "#crest");
        }
    }
}
