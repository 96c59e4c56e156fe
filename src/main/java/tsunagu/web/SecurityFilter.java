package tsunagu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;

/**
 * Headers of every answer, and one check of every request that could change something: it must come from our own pages
 * (Fetch Metadata, or Origin where a browser does not send it). Faces' view state is the second lock.
 */
public class SecurityFilter extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Pages that carry PrimeFaces components replace this by the same policy with a nonce (web.xml). */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        protect(request, response);
        if (!SAFE.contains(request.getMethod()) && !fromOurOwnPage(request) && !oneClick(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, new OnePolicy(request, response));
    }

    private static void protect(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /**
     * PrimeFaces adds its policy to ours, and two policies are both obeyed; the later one is to replace the earlier. Pages
     * without forms carry nothing of PrimeFaces and keep ours. An answer that is begun anew has the headers again, and a redirect
     * names no host: nobody can send a person elsewhere by what they write into the Host header.
     */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        private OnePolicy(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void reset() {
            super.reset();
            protect(request, (HttpServletResponse) getResponse());
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (!location.startsWith("/") || location.startsWith("//")) {
                super.sendRedirect(location);
                return;
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase("Content-Security-Policy")) {
                if (RoutedRequest.of(request).form()) {
                    setHeader(name, value);
                }
            } else {
                super.addHeader(name, value);
            }
        }
    }

    private static boolean fromOurOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(ownOrigin(request));
    }

    /** A mail program stops letters (RFC 8058): it has no page, and the secret in the address is its only authority. */
    private static boolean oneClick(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/unsubscribe/");
    }

    private static String ownOrigin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
