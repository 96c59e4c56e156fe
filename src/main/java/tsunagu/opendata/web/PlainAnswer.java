package tsunagu.opendata.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A text of a type, in UTF-8. */
final class PlainAnswer {

    private PlainAnswer() {}

    static void text(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }
}
