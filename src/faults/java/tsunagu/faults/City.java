package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import tsunagu.platform.SealedForTests;

/** {@code docker/local}: PostgreSQL, two nodes, the proxy; started once and stopped with the test JVM. What it can do is what the script can do. */
final class City {

    static final String PASSWORD = "tsunagu-demo-2026";

    private static final int PORT = Integer.parseInt(System.getProperty("faults.port", "9840"));

    static final int MAIL_PORT = 3925;

    private static City started;

    private final Path base = Path.of(System.getProperty("tsunagu.basedir"));
    private final Path data = Path.of(System.getProperty("faults.data", System.getProperty("tsunagu.build") + "/faults")).toAbsolutePath();
    private final Map<String, String> settings = new HashMap<>();

    private City() {}

    static synchronized City start() {
        if (started == null) {
            started = new City();
            started.settings.putAll(Map.of("TSUNAGU_SMTP_HOST", "localhost", "TSUNAGU_SMTP_PORT", "" + MAIL_PORT, "TSUNAGU_SMTP_TLS", "none",
                    "TSUNAGU_MAIL_FROM", "tsunagu@city.example", "TSUNAGU_SEARCHES_PER_MINUTE", "1000000"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.run("stop")));
            started.run("start");
        }
        return started;
    }

    /** One command of the script. @throws IllegalStateException with its last words when it fails */
    String run(String... arguments) {
        return runWith(Map.of(), arguments);
    }

    /** The same with settings for this one only. */
    String runWith(Map<String, String> more, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(base.resolve("docker/local").toString()));
            command.addAll(List.of(arguments));
            Path said = Files.createTempFile("local", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(Map.of("LOCAL_DATA", data.toString(), "LOCAL_PORT", Integer.toString(PORT), "LOCAL_DEMO", "true",
                    "LOCAL_DEMO_PASSWORD", PASSWORD, "TSUNAGU_SECOND_FACTOR", "offered"));
            builder.environment().putAll(settings);
            builder.environment().putAll(more);
            int code = builder.start().waitFor();
            String words = Files.readString(said);
            Files.delete(said);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + words);
            }
            return words.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first value of the first row. */
    String one(String select) {
        return run("psql", "-XAtc", select);
    }

    /** With the key of the nodes. */
    SealedForTests sealed() {
        try {
            return SealedForTests.with(Files.readString(data.resolve("secrets/field-key")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String select) {
        return Long.parseLong(one(select));
    }

    int databasePort() {
        return PORT + 32;
    }

    String proxy() {
        return "https://localhost:" + (PORT + 3);
    }

    String node(String name) {
        return "http://localhost:" + (PORT + (name.equals("a") ? 11 : 21));
    }

    /** HTTP status of a node's health, 0 when nobody answers. */
    int health(String name, String kind) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + (PORT + (name.equals("a") ? 12 : 22)) + "/health/" + kind).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(6000);
            return connection.getResponseCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    long pid(String name) {
        try {
            return Long.parseLong(Files.readString(data.resolve("node-" + name + "/pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which node the proxy sent the last request to. */
    String nodeOfLastRequest() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("proxy.log"));
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).contains("\"node\":\"a\"") || lines.get(i).contains("\"node\":\"b\"")) {
                    return lines.get(i).contains("\"node\":\"a\"") ? "a" : "b";
                }
            }
            throw new IllegalStateException("no request yet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return data;
    }

    /** The node's whole log. */
    String log(String name) {
        try {
            return Files.readString(data.resolve("node-" + name + "/servers/tsunagu/logs/messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops (STOP) or wakes (CONT) every process of the database, without its knowledge. */
    void signalDatabase(String signal) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0).strip());
            List<Long> all = new ArrayList<>(List.of(postmaster));
            ProcessHandle.of(postmaster).orElseThrow().descendants().forEach(each -> all.add(each.pid()));
            for (long pid : all) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a node says that it is ready. @return how long that took */
    Duration awaitReady(String name) {
        long begun = System.nanoTime();
        run("node", name, "ready");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The certificate is the script's own. */
    static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type) {
                    // a test's own machine
                }

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) {
                    // a test's own machine
                }

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            }}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(Duration patience, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(500);
        }
    }
}
