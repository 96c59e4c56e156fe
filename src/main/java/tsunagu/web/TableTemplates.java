package tsunagu.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tsunagu.shared.ImportTable;
import tsunagu.shared.NotFoundException;

/** The template of an import, for whoever may hand over such a table: /tables/template?of=companies. */
@WebServlet("/internal/table-template")
public class TableTemplates extends HttpServlet {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    @Any
    private transient Instance<ImportTable> tables;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImportTable table = tables.stream()
                .filter(each -> each.name().equals(request.getParameter("of")))
                .filter(ImportTable::held)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("template " + request.getParameter("of")));
        byte[] content = TableTemplate.of(table, Objects.requireNonNullElse(request.getParameter("about"), ""));
        response.setContentType(XLSX);
        response.setContentLength(content.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + table.name() + ".xlsx\"; filename*=UTF-8''"
                        + URLEncoder.encode(table.title() + ".xlsx", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        response.getOutputStream().write(content);
    }
}
