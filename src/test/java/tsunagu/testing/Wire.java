package tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A visitor without a browser: what a script sends, and what it gets. Cookies are kept, redirects are not followed. */
public final class Wire {

    private static final HttpClient STRANGERS =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestPortal portal;
    private final CookieManager cookies = new CookieManager();
    // Over plain http the server would take an upgrade to HTTP/2 and send half a page.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String address;

    public Wire(TestPortal portal) {
        this(portal, null);
    }

    /** @param address from which the visitor comes, as a proxy in front says it; null for this machine */
    public Wire(TestPortal portal, String address) {
        this.portal = portal;
        this.address = address;
    }

    /** One look by somebody who was never here and keeps no cookie; many of them cost this side little. */
    public static HttpResponse<String> stranger(TestPortal portal, String address, String path) {
        try {
            return STRANGERS.send(
                    HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                            .header("X-Forwarded-For", address)
                            .timeout(Duration.ofSeconds(120))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** A form of our own page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(own(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The same with several values of one name: what was ticked. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String name, List<String> values) {
        String body = java.util.stream.Stream.concat(
                        fields.entrySet().stream()
                                .filter(each -> !each.getKey().equals(name))
                                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue())),
                        values.stream().map(each -> encoded(name) + "=" + encoded(each)))
                .collect(Collectors.joining("&"));
        return send(own(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** One file in a form in parts. */
    public HttpResponse<String> upload(String path, String name, byte[] content) {
        String border = "----border" + System.nanoTime();
        byte[] head = ("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return send(own(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                .build());
    }

    /** Signs in and stays so. @return the answer to the form */
    public HttpResponse<String> signIn(String email, String password) {
        Map<String, String> form = form(get("/sign-in"), "form");
        form.put("email", email);
        form.put("password", password);
        form.put("submit", "x");
        return post("/sign-in", form);
    }

    /** What a form of a page would send untouched, without its buttons. */
    public static Map<String, String> form(HttpResponse<String> page, String id) {
        return fields(Jsoup.parse(page.body()).getElementById(id));
    }

    public static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element each : form.select("input, textarea, select")) {
            String type = each.attr("type");
            if (each.attr("name").isEmpty()
                    || each.hasAttr("disabled")
                    || type.matches("submit|button|file")
                    || type.matches("checkbox|radio") && !each.hasAttr("checked")) {
                continue;
            }
            Element chosen = each.tagName().equals("select") ? each.selectFirst("option[selected], option") : null;
            fields.put(
                    each.attr("name"),
                    chosen == null ? each.tagName().equals("textarea") ? each.wholeText() : each.val() : chosen.val());
        }
        return fields;
    }

    public static Document parsed(HttpResponse<String> page) {
        return Jsoup.parse(page.body());
    }

    public boolean has(String cookie) {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .anyMatch(cookie::equals);
    }

    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    private HttpRequest.Builder own(String path) {
        return request(path).header("Origin", portal.url("").replaceFirst("/$", ""));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                .timeout(Duration.ofSeconds(120));
        return address == null ? request : request.header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
