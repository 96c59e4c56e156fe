package tsunagu.signon;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a provider over HTTPS and nothing else: bounded in time and size, because a page waits for the answer, and without following it
 * elsewhere.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Between two bytes. */
    private static final Duration READ = Duration.ofSeconds(5);

    private static final Duration WHOLE = Duration.ofSeconds(8);

    private static final int MOST_BYTES = 256 * 1024;

    private final SSLSocketFactory sockets;

    /** @param authorities certificates of who vouches for the provider's, PEM; null: those that Java knows */
    ProviderHttp(Path authorities) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities == null ? null : store(authorities));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            sockets = context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(authorities + " is no file of certificates", e);
        }
    }

    private static KeyStore store(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority" + number++, each);
            }
        }
        return store;
    }

    String get(URI address) throws IOException {
        return retrieveResource(address.toURL()).getContent();
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        ReadOnlyHTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, address));
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException(address + " answers " + answer.getStatusCode());
        }
        return new Resource(
                answer.getBody(),
                String.join("", answer.getHeaderMap().getOrDefault("Content-Type", List.of("application/json"))));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        if (!(request.getURL().openConnection() instanceof HttpsURLConnection connection)) {
            throw new IOException(request.getURL() + " is not asked: no https");
        }
        connection.setSSLSocketFactory(sockets);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) READ.toMillis());
        connection.setRequestMethod(request.getMethod().name());
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(each -> connection.addRequestProperty(name, each)));
        if (request.getMethod() == HTTPRequest.Method.POST) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(request.getBody().getBytes(StandardCharsets.UTF_8));
        }
        try {
            HTTPResponse answer = new HTTPResponse(connection.getResponseCode());
            for (Map.Entry<String, List<String>> each :
                    connection.getHeaderFields().entrySet()) {
                if (each.getKey() != null) {
                    answer.setHeader(each.getKey(), each.getValue().toArray(String[]::new));
                }
            }
            answer.setBody(body(connection));
            return answer;
        } finally {
            connection.disconnect();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        long until = System.nanoTime() + WHOLE.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = connection.getResponseCode() < HTTPResponse.SC_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            byte[] part = new byte[8 * 1024];
            for (int count = in == null ? -1 : in.read(part); count >= 0; count = in.read(part)) {
                body.write(part, 0, count);
                if (body.size() > MOST_BYTES || System.nanoTime() > until) {
                    throw new IOException(connection.getURL() + " says too much, or too slowly");
                }
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }
}
