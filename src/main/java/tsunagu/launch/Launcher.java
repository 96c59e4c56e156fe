package tsunagu.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The default {@code mvn} run: database, server, and where to look. Ctrl-C stops both.
 *
 * <p>With {@code TSUNAGU_DB_URL} set, the portal runs against that PostgreSQL; then nothing embedded starts and no
 * demonstration account is made.
 */
public final class Launcher {

    /** Published on purpose: these accounts exist only in the demonstration's own database. */
    private static final String DEMO_PASSWORD = "tsunagu-demo-2026";

    /** Without a word of the portal. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Launcher() {}

    /** Ends the process with 0 after Ctrl-C, with 1 and one sentence when the portal cannot run. */
    public static void main(String[] arguments) throws InterruptedException {
        // What the database's own tools say while it starts is of no use to the person who waits for the last lines.
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            run();
        } catch (LaunchFailure failure) {
            say("");
            say("Tsunagu did not start. " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void run() throws InterruptedException {
        BuildLayout layout = BuildLayout.ofThisBuild();
        Path base = Path.of(System.getProperty("tsunagu.basedir"));
        Path data = Path.of(setting("TSUNAGU_DATA", base.resolve(".data").toString()))
                .toAbsolutePath();
        int httpPort = port("TSUNAGU_HTTP_PORT", 9080);
        int operationsPort = port("TSUNAGU_OPERATIONS_PORT", 9081);
        boolean outside = System.getenv("TSUNAGU_DB_URL") != null;
        DemonstrationDirectory demonstration = new DemonstrationDirectory(data);

        Map<String, String> environment = new HashMap<>();
        // Plain http on this machine: a cookie that asks for https would not come back in every browser.
        environment.put("TSUNAGU_COOKIE_SECURE", setting("TSUNAGU_COOKIE_SECURE", "false"));
        environment.put("TSUNAGU_COOKIE_NAME", setting("TSUNAGU_COOKIE_NAME", "sid"));

        environment.put(
                "TSUNAGU_SEAL_KEY",
                setting("TSUNAGU_SEAL_KEY", KeyFiles.seal(data).toString()));

        environment.put(
                "TSUNAGU_FIELD_KEY",
                setting("TSUNAGU_FIELD_KEY", KeyFiles.field(data).toString()));

        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "tsunagu-stop"));

        if (outside) {
            environment.put("TSUNAGU_DB_URL", System.getenv("TSUNAGU_DB_URL"));
            environment.put("TSUNAGU_DB_USER", setting("TSUNAGU_DB_USER", "tsunagu"));
            environment.put("TSUNAGU_DB_PASSWORD", setting("TSUNAGU_DB_PASSWORD", ""));
            environment.put("TSUNAGU_DB_OWNER_USER", setting("TSUNAGU_DB_OWNER_USER", "tsunagu_owner"));
            environment.put("TSUNAGU_DB_OWNER_PASSWORD", setting("TSUNAGU_DB_OWNER_PASSWORD", ""));
            environment.put("TSUNAGU_DEMO", "false");
            say("Database: " + System.getenv("TSUNAGU_DB_URL"));
        } else {
            if (demonstration.prepare()) {
                say("The demonstration data were loaded only half; they are loaded anew.");
            }
            say("Database: PostgreSQL " + LocalDatabase.MAJOR_VERSION + " in " + demonstration.database());
            running.database = LocalDatabase.start(demonstration.database(), true);
            environment.putAll(running.database.environment());
            environment.put("TSUNAGU_DEMO", "true");
            // everybody knows the demonstration's password; who wants to may try the second factor
            environment.put("TSUNAGU_SECOND_FACTOR", setting("TSUNAGU_SECOND_FACTOR", "offered"));
            environment.put("TSUNAGU_DEMO_PASSWORD", DEMO_PASSWORD);
        }
        running.server = PortalServer.start(layout, data.resolve("liberty"), httpPort, operationsPort, environment);
        say("Open Liberty is starting; its log is " + running.server.log());
        try {
            running.server.awaitReady(PATIENCE, Launcher::say);
        } catch (LaunchFailure failure) {
            say(running.server.tail(20));
            throw failure;
        }
        say("");
        say("Tsunagu is at " + running.server.address());
        if (!outside) {
            demonstration.loaded();
            say("Demonstration accounts (password of all: " + DEMO_PASSWORD + "):");
            DemoAccounts.lines().forEach(Launcher::say);
        }
        say("Stop with Ctrl-C.");
        giveBack();
        int code = running.server.waitFor();
        if (!running.stopping) {
            throw new LaunchFailure("Open Liberty ended with code " + code + "; its log is " + running.server.log());
        }
    }

    /** This is Maven's own process: it has built, and from now on it only waits, in a heap that was made for building. */
    private static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            machine.setVMOption("MinHeapFreeRatio", "5");
            machine.setVMOption("MaxHeapFreeRatio", "10");
            System.gc();
        }
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static int port(String name, int otherwise) {
        String value = setting(name, Integer.toString(otherwise));
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, together with numbers that are no port
        }
        throw new LaunchFailure(name + " is \"" + value + "\", which is not a port number.");
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** What has been started so far, so that the shutdown hook stops exactly that, in the right order. */
    private static final class Running {
        private volatile LocalDatabase database;
        private volatile PortalServer server;
        private volatile boolean stopping;

        private void stop() {
            stopping = true;
            if (server != null) {
                server.close();
            }
            if (database != null) {
                database.close();
            }
        }
    }
}
