package tsunagu.web;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** JSON that a servlet answers a script with, or a problem (RFC 9457). Caching and ETag are the route filter's. */
public final class Json9457 {

    private Json9457() {}

    public static void answer(HttpServletResponse response, JsonStructure body) throws IOException {
        write(response, "application/json", body);
    }

    /** @param detail what is wrong, in words */
    public static void badRequest(HttpServletResponse response, String detail) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        write(
                response,
                "application/problem+json",
                Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", "Bad request")
                        .add("status", HttpServletResponse.SC_BAD_REQUEST)
                        .add("detail", detail)
                        .build());
    }

    private static void write(HttpServletResponse response, String type, JsonStructure body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body.toString());
    }
}
