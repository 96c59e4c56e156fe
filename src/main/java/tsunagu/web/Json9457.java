package tsunagu.web;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What the API answers with: JSON, or a problem (RFC 9457). Caching and ETag are the route filter's. */
public final class Json9457 {

    private static final Map<Integer, String> TITLES = Map.of(400, "Bad request", 404, "Not found");

    private Json9457() {}

    public static void answer(HttpServletResponse response, JsonStructure body) throws IOException {
        write(response, "application/json", body);
    }

    /** @param detail what is wrong, in words */
    public static void problem(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        write(
                response,
                "application/problem+json",
                Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", TITLES.get(status))
                        .add("status", status)
                        .add("detail", detail)
                        .build());
    }

    private static void write(HttpServletResponse response, String type, JsonStructure body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body.toString());
    }
}
