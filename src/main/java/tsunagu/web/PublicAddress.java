package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The address the city gives its portal (TSUNAGU_PUBLIC_URL). Feeds and structured data name it; it is never taken from a
 * request, whose Host anyone can write.
 */
@ApplicationScoped
public class PublicAddress {

    private final String base = base();

    private static String base() {
        String given = System.getenv("TSUNAGU_PUBLIC_URL");
        if (given == null || given.isBlank()) {
            String port = System.getenv("TSUNAGU_HTTP_PORT");
            return "http://localhost:" + (port == null ? "9080" : port);
        }
        return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    }

    public String of(String path) {
        return base + path;
    }
}
