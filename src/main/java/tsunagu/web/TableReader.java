package tsunagu.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.shared.DomainException;
import tsunagu.shared.ImportRight;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.TableFile;

/** Reads a table out of a file and gives it back as text, for the form to show before anything is kept. */
@WebServlet("/internal/table")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class TableReader extends HttpServlet {

    @Inject
    private transient Texts texts;

    @Inject
    @Any
    private transient Instance<ImportRight> rights;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (rights.stream().noneMatch(ImportRight::held)) {
            throw new NotFoundException("right to hand over a table");
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            StringBuilder text = new StringBuilder();
            UploadedPart.take(request, "file", part -> text.append(TableFile.text(part.content())));
            response.getWriter().append(text);
        } catch (DomainException e) {
            response.setStatus(422);
            response.getWriter().write(texts.format(e.key(), e.arguments()));
        }
    }
}
