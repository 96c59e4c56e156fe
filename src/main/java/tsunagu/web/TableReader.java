package tsunagu.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
        response.setCharacterEncoding("UTF-8");
        try {
            UploadedPart.take(request, "file", part -> answer(TableFile.of(part.content(), request.getParameter("sheet")), response));
        } catch (DomainException e) {
            response.setContentType("text/plain");
            response.setStatus(422);
            response.getWriter().write(texts.format(e.key(), e.arguments()));
        }
    }

    /** {@code said}: what was left out, in words. */
    private void answer(TableFile.Read read, HttpServletResponse response) {
        response.setContentType("application/json");
        JsonObject answer = Json.createObjectBuilder()
                .add("text", read.text())
                .add("sheet", read.sheet())
                .add("sheets", Json.createArrayBuilder(read.sheets()))
                .add("said", read.hidden() == 0 ? "" : texts.format("web.table.hidden", List.of(read.hidden())))
                .build();
        try {
            response.getWriter().write(answer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
