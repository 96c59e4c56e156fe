package tsunagu.web;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import tsunagu.shared.DomainException;
import tsunagu.shared.TableFile;

/** Reads a table out of a file and gives it back as text, for the form to show before anything is kept. */
@WebServlet("/internal/table")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class TableReader extends HttpServlet {

    @Inject
    private transient Texts texts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(TableFile.text(UploadedPart.of(request, "file").content()));
        } catch (DomainException e) {
            response.setStatus(422);
            response.getWriter().write(texts.format(e.key(), e.arguments()));
        }
    }
}
