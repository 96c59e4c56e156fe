package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;

/** One setting, and whoever collects hears of requests, use cases and the numbers an installation is watched by. Without it nobody hears anything. */
class TelemetryIT {

    private static final String NUMBER = "0a1b2c3d-telemetry-it";

    @Test
    void traces_and_metrics_arrive_where_they_are_asked_for() throws Exception {
        Map<String, StringBuffer> heard = new ConcurrentHashMap<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            // names and words stand in the messages as they are
            String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            heard.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new StringBuffer())
                    .append(said);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        Map<String, String> settings = Map.of(
                "TSUNAGU_TELEMETRY",
                "on",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort(),
                "OTEL_METRIC_EXPORT_INTERVAL",
                "2000",
                "OTEL_BSP_SCHEDULE_DELAY",
                "500");
        try (TestPortal portal = TestPortal.start("telemetry", settings)) {
            HttpResponse<String> page = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(portal.url("/events")))
                                    .header("X-Request-Id", NUMBER)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(arrives(heard, "/v1/traces", "GET /events", NUMBER, "Catalogue.events"))
                    .as("traces")
                    .isEmpty();
            assertThat(arrives(
                            heard,
                            "/v1/metrics",
                            "tsunagu_value",
                            "letters_waiting",
                            "letters_oldest_minutes",
                            "jobs_late_minutes",
                            "registrations_hour",
                            "scans_hour",
                            "in_line",
                            "sessions_oversold",
                            "sign_ins_refused",
                            "jvm.memory.used",
                            "http.server.request.duration",
                            "io.openliberty.connection_pool"))
                    .as("metrics")
                    .isEmpty();
            assertThat(heard.keySet()).isSubsetOf("/v1/traces", "/v1/metrics");
        } finally {
            collector.stop(0);
        }
    }

    /** @return what did not come within a minute and a half */
    private static String arrives(Map<String, StringBuffer> heard, String path, String... words) throws Exception {
        Instant late = Instant.now().plus(Duration.ofSeconds(90));
        while (true) {
            String said = heard.getOrDefault(path, new StringBuffer()).toString();
            StringBuilder missing = new StringBuilder();
            for (String word : words) {
                if (!said.contains(word)) {
                    missing.append(word).append(' ');
                }
            }
            if (missing.isEmpty() || Instant.now().isAfter(late)) {
                return missing.toString();
            }
            Thread.sleep(500);
        }
    }
}
