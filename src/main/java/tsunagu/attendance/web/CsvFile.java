package tsunagu.attendance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A table to be saved, under a name that says what it is of. */
final class CsvFile {

    private CsvFile() {}

    /** @param plain name for whoever cannot read the other; {@code name} may hold anything */
    static void send(HttpServletResponse response, String text, String plain, String name) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + plain + ".csv\"; filename*=UTF-8''"
                        + URLEncoder.encode(safe, StandardCharsets.UTF_8).replace("+", "%20") + ".csv");
        response.getWriter().write(text);
    }
}
