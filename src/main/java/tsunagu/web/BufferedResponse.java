package tsunagu.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Holds a page back until it is whole. Faces sends what it has when a page fails in the middle, with status 200; this
 * way a page that fails is an error page, and half a page is never seen.
 */
final class BufferedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
    private final ServletOutputStream stream = new Kept();
    // Faces writes sign by sign; without the buffer each is encoded by itself.
    private final PrintWriter writer =
            new PrintWriter(new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8)));

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The page succeeded: it goes out. */
    void send() throws IOException {
        writer.flush();
        if (!isCommitted() && body.size() > 0) {
            body.writeTo(getResponse().getOutputStream());
        }
    }

    /** The same, and it has arrived before the server ends the request. */
    void sendNow() throws IOException {
        writer.flush();
        if (!isCommitted() && body.size() > 0) {
            getResponse().setContentLength(body.size());
            send();
            getResponse().flushBuffer();
        }
    }

    /** The same with its faults in the order of its fields. */
    void sendInOrder() throws IOException {
        writer.flush();
        byte[] sorted = ErrorOrder.of(body.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        body.reset();
        body.write(sorted);
        send();
    }

    /** The page as it is, to be sent again to others; null when it is an error page, a redirect, or empty. */
    CachedPage kept() {
        writer.flush();
        return isCommitted() || body.size() == 0 || getStatus() != SC_OK
                ? null
                : CachedPage.of(getContentType(), body.toByteArray());
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
