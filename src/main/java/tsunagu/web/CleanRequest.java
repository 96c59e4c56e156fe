package tsunagu.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CleanText;

/**
 * A request whose body is no larger than its route takes and whose parameters are text people can have typed ({@link CleanText}).
 * Query and form are read here and not by the server: what is not well escaped is a bad request (400) and no failure (500), and
 * nothing is read beyond the limit. An address cannot pretend to be a form: what the component library takes as a form's own fields
 * counts in a POST only.
 */
final class CleanRequest extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = "tsunagu.clean";
    private static final int MOST_PARAMETERS = 2_000;
    private static final int LONGEST_NAME = 200;

    private final Map<String, String[]> parameters;
    private final int mostBytes;

    private CleanRequest(HttpServletRequest request, int mostBytes) throws IOException {
        super(request);
        this.mostBytes = mostBytes;
        if (request.getContentLengthLong() > mostBytes) {
            throw new RefusedRequest(Failure.TOO_LARGE);
        }
        this.parameters = multipart() ? null : read(request);
    }

    /** @throws RefusedRequest when it is too large or not to be read */
    static CleanRequest of(HttpServletRequest request, Route route) throws IOException {
        CleanRequest clean = new CleanRequest(request, route.mostBytes());
        if (clean.multipart() && !route.takesParts()) {
            throw new RefusedRequest(Failure.BAD_REQUEST);
        }
        request.setAttribute(ATTRIBUTE, clean);
        return clean;
    }

    /** The clean form of a request that came in by injection. */
    static HttpServletRequest of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof CleanRequest clean ? clean : request;
    }

    private Map<String, String[]> read(HttpServletRequest request) throws IOException {
        Map<String, List<String>> read = new LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            parse(query, read);
        }
        boolean post = request.getMethod().equals("POST");
        if (!post) {
            read.keySet().removeIf(name -> name.startsWith("jakarta.faces.") || name.startsWith("primefaces."));
        } else if (type().startsWith("application/x-www-form-urlencoded")) {
            byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                throw new RefusedRequest(Failure.TOO_LARGE);
            }
            parse(new String(body, StandardCharsets.ISO_8859_1), read);
        }
        Map<String, String[]> result = new LinkedHashMap<>();
        read.forEach((name, values) -> result.put(name, values.toArray(String[]::new)));
        return result;
    }

    private static void parse(String text, Map<String, List<String>> into) {
        int count = 0;
        for (int begin = 0; begin < text.length(); ) {
            int end = text.indexOf('&', begin);
            end = end < 0 ? text.length() : end;
            if (end > begin) {
                int sign = text.indexOf('=', begin);
                sign = sign < 0 || sign > end ? end : sign;
                String name = decoded(text, begin, sign);
                if (name.length() > LONGEST_NAME || ++count > MOST_PARAMETERS) {
                    throw new RefusedRequest(Failure.BAD_REQUEST);
                }
                into.computeIfAbsent(name, key -> new ArrayList<>(1))
                        .add(CleanText.of(decoded(text, Math.min(sign + 1, end), end)));
            }
            begin = end + 1;
        }
    }

    /** application/x-www-form-urlencoded in UTF-8; a broken escape is refused, broken UTF-8 is left out as no character. */
    private static String decoded(String text, int begin, int end) {
        ByteBuffer bytes = ByteBuffer.allocate(end - begin);
        for (int i = begin; i < end; i++) {
            char sign = text.charAt(i);
            if (sign == '%') {
                int high = i + 2 < end ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < end ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new RefusedRequest(Failure.BAD_REQUEST);
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put((byte) (sign == '+' ? ' ' : sign));
            }
        }
        bytes.flip();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException broken) {
            return new String(bytes.array(), 0, bytes.limit(), StandardCharsets.UTF_8).replace("\ufffd", "");
        }
    }

    private boolean multipart() {
        return type().startsWith("multipart/");
    }

    private String type() {
        String type = getContentType();
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        if (parameters == null) {
            String[] values = super.getParameterValues(name);
            return values == null
                    ? null
                    : java.util.Arrays.stream(values).map(CleanText::of).toArray(String[]::new);
        }
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters != null) {
            return Collections.unmodifiableMap(parameters);
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        super.getParameterMap().keySet().forEach(name -> all.put(name, getParameterValues(name)));
        return all;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Not even a body that does not say its length gets past the limit. */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        return multipart() ? super.getInputStream() : new Bounded(super.getInputStream(), mostBytes);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream in;
        private int left;

        private Bounded(ServletInputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            return octet < 0 ? octet : counted(octet, 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = in.read(into, from, most);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int result, int count) {
            left -= count;
            if (left < 0) {
                throw new RefusedRequest(Failure.TOO_LARGE);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
