package tsunagu.attendance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A table to be saved, under a name that says what it is of. */
final class SentTable {

    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv; charset=UTF-8",
            "pdf", "application/pdf",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private SentTable() {}

    /**
     * @param form csv, pdf or xlsx
     * @param plain name for whoever cannot read the other; {@code name} may hold anything
     */
    static void send(HttpServletResponse response, byte[] file, String form, String plain, String name)
            throws IOException {
        response.setContentType(TYPES.get(form));
        response.setContentLength(file.length);
        response.setHeader("Cache-Control", "no-store");
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + plain + "." + form + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(safe, StandardCharsets.UTF_8).replace("+", "%20") + "." + form);
        response.getOutputStream().write(file);
    }
}
