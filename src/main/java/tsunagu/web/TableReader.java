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
import tsunagu.shared.KeptInput;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.PastedTable;
import tsunagu.shared.TableFile;

/**
 * Reads a table out of a file and gives it back as text, for the form to show before anything is kept. A form that takes long tables
 * ({@code long} in the address) gets one that is too long to be sent to and fro as the word under which it is kept, one that takes a
 * workbook of several sheets ({@code book}) all of them as one text.
 */
@WebServlet("/internal/table")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class TableReader extends HttpServlet {

    @Inject
    private transient Texts texts;

    @Inject
    private transient KeptInput inputs;

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
            UploadedPart.take(request, "file", part -> {
                if (request.getParameter("book") != null) {
                    send(TableFile.book(part.content()), "", "", response);
                } else {
                    answer(
                            TableFile.of(part.content(), request.getParameter("sheet")),
                            request.getParameter("long") != null,
                            response);
                }
            });
        } catch (DomainException e) {
            response.setContentType("text/plain");
            response.setStatus(422);
            response.getWriter().write(texts.format(e.key(), e.arguments()));
        }
    }

    /** {@code said}: how long it is, and what was left out, in words. */
    private void answer(TableFile.Read read, boolean takesLong, HttpServletResponse response) {
        int rows = PastedTable.rows(read.text());
        boolean keeps = takesLong && rows > PastedTable.MOST_ROWS;
        if (!takesLong && rows > PastedTable.MOST_ROWS) {
            throw new DomainException("web.error.tableLong", PastedTable.MOST_ROWS);
        }
        send(
                read,
                keeps ? inputs.keep(read.text()) : "",
                keeps ? texts.format("web.table.kept", List.of(rows)) : "",
                response);
    }

    /** @param kept the word under which the text is kept; "" when it is sent itself */
    private void send(TableFile.Read read, String kept, String said, HttpServletResponse response) {
        JsonObject answer = Json.createObjectBuilder()
                .add("text", kept.isEmpty() ? read.text() : "")
                .add("kept", kept)
                .add("sheet", read.sheet())
                .add("sheets", Json.createArrayBuilder(read.sheets()))
                .add(
                        "said",
                        said + (read.hidden() == 0 ? "" : texts.format("web.table.hidden", List.of(read.hidden()))))
                .build();
        response.setContentType("application/json");
        try {
            response.getWriter().write(answer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
