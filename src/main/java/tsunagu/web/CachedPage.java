package tsunagu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.zip.CRC32C;

/** A page that is the same for everybody who is not signed in. */
record CachedPage(String contentType, byte[] body, String tag) {

    static CachedPage of(String contentType, byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        // Weak: the server may compress the page on its way out.
        String tag = "W/\"" + Long.toHexString(checksum.getValue()) + "-" + Integer.toHexString(body.length) + "\"";
        return new CachedPage(contentType, body, tag);
    }

    /** Whoever has this very page already is told so and gets nothing (RFC 9110, 13.1.2). */
    void send(HttpServletResponse response, String ifNoneMatch) throws IOException {
        response.setHeader("ETag", tag);
        if (ifNoneMatch != null && (ifNoneMatch.contains(tag.substring(2)) || ifNoneMatch.equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.getOutputStream().write(body);
    }
}
