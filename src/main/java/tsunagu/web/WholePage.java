package tsunagu.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Holds a page back until it is whole. Faces sends what it has when a page fails in the middle, with status 200; this
 * way a page that fails is an error page, and half a page is never seen.
 */
final class WholePage extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
    private final ServletOutputStream stream = new Kept();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));

    WholePage(HttpServletResponse response) {
        super(response);
    }

    /** The page succeeded: it goes out. */
    void send() throws IOException {
        writer.flush();
        if (!isCommitted() && body.size() > 0) {
            getResponse().getOutputStream().write(body.toByteArray());
        }
    }

    /** The same, but whoever has this very page already is told so and gets nothing (RFC 9110, 13.1.2). */
    void sendUnlessKnown(String ifNoneMatch) throws IOException {
        writer.flush();
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (isCommitted() || body.size() == 0 || getStatus() != SC_OK) {
            send();
            return;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(body.toByteArray());
        // Weak: the server may compress the page on its way out.
        String tag = "W/\"" + Long.toHexString(checksum.getValue()) + "-" + Integer.toHexString(body.size()) + "\"";
        response.setHeader("ETag", tag);
        if (ifNoneMatch != null && (ifNoneMatch.contains(tag.substring(2)) || ifNoneMatch.equals("*"))) {
            response.setStatus(SC_NOT_MODIFIED);
        } else {
            send();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        // not before it is whole
    }

    @Override
    public void reset() {
        super.reset();
        discard();
    }

    @Override
    public void resetBuffer() {
        discard();
    }

    private void discard() {
        writer.flush();
        body.reset();
    }

    private final class Kept extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int count) {
            body.write(octets, from, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("pages are written at once");
        }
    }
}
