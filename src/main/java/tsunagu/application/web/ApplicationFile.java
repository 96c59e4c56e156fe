package tsunagu.application.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tsunagu.application.ApplyService;
import tsunagu.application.ReceiveService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.Upload;
import tsunagu.web.RoutedRequest;
import tsunagu.web.UploadedPart;
import tsunagu.web.Web;

/** Files of an application: handed over by the person, fetched by the person or the company it was handed to. */
@WebServlet("/internal/application-file")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class ApplicationFile extends HttpServlet {

    @Inject
    private transient ApplyService applying;

    @Inject
    private transient ReceiveService receiving;

    @Inject
    private transient CurrentActor currentActor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = RoutedRequest.of(request).value("file");
        Upload file = currentActor.get().hasAny(Set.of(Role.SEEKER)) ? applying.file(code) : receiving.file(code);
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
        String application = routed.value("application");
        String back = request.getContextPath() + routed.url("/my/applications/" + application);
        try {
            applying.expectFile(application);
            UploadedPart.take(
                    request,
                    "file",
                    part -> applying.addFile(application, Upload.document(part.name(), part.content())));
            response.sendRedirect(Web.saved(back + "?done=file-added"));
        } catch (DomainException e) {
            response.sendRedirect(back + "?problem=" + e.key().replaceFirst(".*[.]", ""));
        }
    }
}
