package tsunagu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Open Liberty process that runs the built WAR with the configuration of {@code liberty/}.
 *
 * <p>Life cycle: {@link #start} lays out a server directory, starts the process and returns at once;
 * {@link #awaitReady} waits until the portal answers; {@link #close} stops it, by force after 30 seconds.
 */
public final class PortalServer implements AutoCloseable {

    private static final int LOWEST_FREE_PORT = 15_000;
    private static final int HIGHEST_FREE_PORT = 32_000;
    private static final int MOST_PORTS_TRIED = 50;

    private static final String NAME = "tsunagu";

    /** How the portal's words about its progress begin ({@code demonstration.DemonstrationLoader}). */
    private static final String PROGRESS = "Demonstration data are being loaded: ";

    /** With what the portal says that it does not go on until something is put right: another schema, a key that is not there or another one. */
    private static final Pattern REFUSES = Pattern.compile("(?:The database holds the schema of an earlier build"
            + "|TSUNAGU_FIELD_KEY (?:names no file|does not have the key|has another key))[^\"]*");

    private final Process process;
    private final Path log;
    private final int httpPort;
    private final int operationsPort;

    /** As docker/image/telemetry. */
    private static final Map<String, String> TELEMETRY = Map.of(
            "OTEL_SDK_DISABLED", "false",
            "OTEL_SERVICE_NAME", "tsunagu",
            "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
            "OTEL_LOGS_EXPORTER", "none");

    private PortalServer(Process process, Path log, int httpPort, int operationsPort) {
        this.process = process;
        this.log = log;
        this.httpPort = httpPort;
        this.operationsPort = operationsPort;
    }

    /**
     * @param layout where runtime, configuration and WAR are
     * @param home directory of this server's own files; made when missing
     * @param environment variables of {@code server.xml} and of the portal
     * @throws LaunchFailure when a port is taken
     */
    public static PortalServer start(
            BuildLayout layout, Path home, int httpPort, int operationsPort, Map<String, String> environment) {
        checkFree(httpPort, "TSUNAGU_HTTP_PORT");
        checkFree(operationsPort, "TSUNAGU_OPERATIONS_PORT");
        try {
            Path serverDirectory = home.resolve("servers").resolve(NAME);
            copyConfiguration(layout.configuration(), serverDirectory);
            // A copy of its own: the next build replaces the one under target/ while this server runs.
            Files.createDirectories(serverDirectory.resolve("apps"));
            Files.copy(layout.war(), serverDirectory.resolve("apps/tsunagu.war"), StandardCopyOption.REPLACE_EXISTING);
            Path log = serverDirectory.resolve("logs").resolve("console.log");
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(
                    List.of(layout.libertyHome().resolve("bin/server").toString(), "run", NAME));
            Map<String, String> variables = builder.environment();
            variables.put("JAVA_HOME", System.getProperty("java.home"));
            variables.put("WLP_USER_DIR", home.toString());
            variables.put("TSUNAGU_HTTP_PORT", Integer.toString(httpPort));
            variables.put("TSUNAGU_OPERATIONS_PORT", Integer.toString(operationsPort));
            variables.put("TSUNAGU_DRIVER", layout.driver().toString());
            variables.putAll(environment);
            if ("on".equals(variables.get("TSUNAGU_TELEMETRY"))) {
                TELEMETRY.forEach(variables::putIfAbsent);
            }
            builder.redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            return new PortalServer(builder.start(), log, httpPort, operationsPort);
        } catch (IOException e) {
            throw new LaunchFailure("Open Liberty could not be started: " + e.getMessage(), e);
        }
    }

    /** The same, without anybody who wants to hear how far it is. */
    public void awaitReady(Duration patience) {
        awaitReady(patience, line -> {});
    }

    /**
     * Waits until the portal answers, as long as it moves: loading the demonstration takes minutes on a slow machine, and what is
     * loading is not given up.
     *
     * @param patience without a word in the log
     * @param progress is told what the portal says about how far it is
     * @throws LaunchFailure when the server ends, or says nothing more without becoming ready; names the log. When the database is one
     *     of before the first release; names the way out
     */
    public void awaitReady(Duration patience, Consumer<String> progress) {
        Instant deadline = Instant.now().plus(patience);
        long length = 0;
        String told = "";
        while (Instant.now().isBefore(deadline)) {
            if (!process.isAlive()) {
                throw new LaunchFailure("Open Liberty ended with code " + process.exitValue() + "; its log is " + log);
            }
            if (answers("http://localhost:" + operationsPort + "/health/ready")) {
                return;
            }
            if (applicationRefused()) {
                throw new LaunchFailure(
                        "Open Liberty refused the portal (for instance because of classes left from an earlier"
                                + " build: mvn clean); its log is " + log);
            }
            refusal(log).ifPresent(sentence -> {
                throw new LaunchFailure(sentence + ".");
            });
            if (written() > length) {
                length = written();
                deadline = Instant.now().plus(patience);
            }
            String now = lastProgress();
            if (!now.equals(told)) {
                progress.accept(now);
                told = now;
            }
            pause();
        }
        throw new LaunchFailure(
                "The portal said nothing for " + patience.toSeconds() + " s and is not ready; its log is " + log);
    }

    /** Bytes of the portal's log so far; the console has warnings only. */
    private long written() {
        try {
            return Files.size(messages());
        } catch (IOException notYetThere) {
            return 0;
        }
    }

    /** "" before the first word. */
    private String lastProgress() {
        try {
            String said = Files.readString(messages(), StandardCharsets.UTF_8);
            int at = said.lastIndexOf(PROGRESS);
            return at < 0 ? "" : said.substring(at, said.indexOf('"', at));
        } catch (IOException | StringIndexOutOfBoundsException notYetThere) {
            return "";
        }
    }

    private Path messages() {
        return log.resolveSibling("messages.log");
    }

    /** CWWKZ0002E: the server says that the application cannot start, and it will not try again. */
    private boolean applicationRefused() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1).contains("CWWKZ0002E");
        } catch (IOException notYetThere) {
            return false;
        }
    }

    /** The portal’s own sentence, which names the way out; it would wait for ever. */
    static Optional<String> refusal(Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.map(REFUSES::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst();
        } catch (IOException notYetThere) {
            return Optional.empty();
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + httpPort + "/");
    }

    public URI operations() {
        return URI.create("http://localhost:" + operationsPort + "/");
    }

    public Path log() {
        return log;
    }

    /** The Java process of the server: `server run` is a shell script in front of it. Empty once it has ended. */
    public Optional<Long> pid() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(handle -> handle.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .findFirst();
    }

    /** Waits until the process ends by itself. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        // `server run` is a shell script in front of the JVM: both have to go.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : all) {
            try {
                handle.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                handle.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                handle.destroyForcibly();
            }
        }
    }

    /**
     * A port nobody listens on; for tests, which must not meet a running portal. Below those that a system gives to connections: between the
     * question and the server's start such a one could take it.
     */
    public static int freePort() {
        for (int tried = 0; ; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE_PORT, HIGHEST_FREE_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (tried == MOST_PORTS_TRIED) {
                    throw new UncheckedIOException(taken);
                }
            }
        }
    }

    static void checkFree(int port, String variable) {
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Port " + port + " is taken by another program; stop it or choose another with " + variable + ".");
        }
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copyConfiguration(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while the portal was starting.", e);
        }
    }

    /** The last lines of the server's log, for a person who has to find out why it did not start. */
    public String tail(int lines) {
        try {
            List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
