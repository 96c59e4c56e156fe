package tsunagu.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.testing.Wire;

/** A visitor without a browser, at the proxy or at one of the nodes. Keeps cookies by hand, because a node is asked over plain http. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(City.trusting())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String network;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String door;

    /** @param door the proxy's or a node's address @param network the visitor's address, as a proxy says it to a node */
    Client(String door, String network) {
        this.door = door;
        this.network = network;
    }

    /** From now on at another door, with the cookies one has. */
    Client at(String other) {
        door = other;
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** @return the answer to the form; 302 when the person is signed in */
    HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
        Map<String, String> form = Wire.form(get("/sign-in"), "form");
        form.put("email", email);
        form.put("password", password);
        form.put("submit", "x");
        return post("/sign-in", form);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + path)).timeout(Duration.ofSeconds(90));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        }
        return door.startsWith("https") ? request : request.header("X-Forwarded-For", network).header("X-Forwarded-Proto", "https");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        for (String each : answer.headers().allValues("Set-Cookie")) {
            String[] pair = each.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || each.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
