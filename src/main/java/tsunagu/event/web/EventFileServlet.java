package tsunagu.event.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tsunagu.event.EventFileService;
import tsunagu.shared.DomainException;
import tsunagu.shared.Upload;
import tsunagu.web.RoutedRequest;
import tsunagu.web.UploadedPart;
import tsunagu.web.Web;

/** 配布資料: sent by staff, read by everybody. */
@WebServlet("/internal/event-file")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class EventFileServlet extends HttpServlet {

    @Inject
    private transient EventFileService files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        if (!routed.values().containsKey("file")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Upload file = files.read(routed.value("event"), routed.number("file"));
        response.setContentType(file.mediaType());
        response.setContentLength(file.content().length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.getOutputStream().write(file.content());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        String event = routed.value("event");
        String back = request.getContextPath() + routed.url("/staff/events/" + event);
        try {
            files.expect(event);
            UploadedPart.take(request, "file", part -> files.add(event, Upload.document(part.name(), part.content())));
            response.sendRedirect(Web.saved(back + "?done=file-added#files"));
        } catch (DomainException e) {
            response.sendRedirect(back + "?problem=" + e.key().replaceFirst(".*[.]", "") + "#files");
        }
    }
}
