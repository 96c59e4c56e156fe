package tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tsunagu.launch.BuildLayout;
import tsunagu.launch.PortalServer;

/**
 * A real provider of OpenID Connect, not of our making: a second Open Liberty with its feature openidConnectServer, which has two of them
 * (for companies and for the city's staff) and invented people. Who signs in there is called by the provider as they signed in, name and
 * mail address too.
 */
public final class SignOnProvider implements AutoCloseable {

    public static final String PASSWORD = "provider-2026";

    private static final String CLIENT = "tsunagu";
    private static final String SECRET = "invented-secret-of-the-client";
    private static final String STORE = "invented";

    private final Path home;
    private final int port = PortalServer.freePort();
    private Process process;

    private SignOnProvider(Path home) {
        this.home = home;
    }

    /** Begins to start it. @param people who can sign in there */
    public static SignOnProvider start(String... people) {
        SignOnProvider provider = new SignOnProvider(Path.of(System.getProperty("tsunagu.it"), "sign-on-provider"));
        TestPortal.delete(provider.home);
        try {
            provider.layOut(people);
            ProcessBuilder builder = new ProcessBuilder(
                    BuildLayout.ofThisBuild()
                            .libertyHome()
                            .resolve("bin/server")
                            .toString(),
                    "run",
                    "provider");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("WLP_USER_DIR", provider.home.toString());
            builder.environment().put("JVM_ARGS", "-Xmx192m " + String.join(" ", TestPortal.SHORT_LIVED));
            builder.redirectErrorStream(true);
            builder.redirectOutput(provider.home.resolve("console.log").toFile());
            provider.process = builder.start();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return provider;
    }

    private void layOut(String... people) throws IOException, InterruptedException {
        Path server = home.resolve("servers/provider");
        Path keys =
                Files.createDirectories(server.resolve("resources/security")).resolve("key.p12");
        keytool(
                "-genkeypair -alias provider -keyalg EC -groupname secp256r1 -dname CN=127.0.0.1 -ext SAN=IP:127.0.0.1 -validity 30"
                        + " -storetype PKCS12",
                keys);
        keytool("-exportcert -rfc -alias provider -file " + authorities(), keys);
        Files.writeString(secret(), SECRET + "\n");
        StringBuilder configuration = new StringBuilder(
                """
                <server>
                  <featureManager><feature>openidConnectServer-1.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="-1" httpsPort="%d"/>
                  <keyStore id="defaultKeyStore" location="key.p12" type="PKCS12" password="%s"/>
                  <ltpa keysPassword="%s"/>
                  <oauth-roles><authenticated><special-subject type="ALL_AUTHENTICATED_USERS"/></authenticated></oauth-roles>
                  <basicRegistry realm="people">
                """
                        .formatted(port, STORE, STORE));
        for (String each : people) {
            configuration.append("<user name=\"%s\" password=\"%s\"/>%n".formatted(each, PASSWORD));
        }
        configuration.append("</basicRegistry>\n");
        for (String way : List.of("company", "staff")) {
            configuration.append(
                    """
                    <oauthProvider id="%1$s-oauth" autoAuthorize="true">
                      <autoAuthorizeClient>%2$s</autoAuthorizeClient>
                      <localStore><client name="%2$s" secret="%3$s" scope="openid email profile"
                          preAuthorizedScope="openid email profile" proofKeyForCodeExchange="true" allowRegexpRedirects="true"
                          redirect="regexp:http://localhost:[0-9]+/sign-in/with/%1$s/back"/></localStore>
                    </oauthProvider>
                    <openidConnectProvider id="%1$s" oauthProviderRef="%1$s-oauth" signatureAlgorithm="RS256" jwkEnabled="true"
                        issuerIdentifier="%4$s"><claimToUserRegistryMap email="uid" name="displayName"/></openidConnectProvider>
                    """
                            .formatted(way, CLIENT, SECRET, issuer(way)));
        }
        Files.writeString(server.resolve("server.xml"), configuration.append("</server>\n"));
    }

    private static void keytool(String arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
        Stream.of(arguments.split(" ")).forEach(command::add);
        command.addAll(List.of("-keystore", store.toString(), "-storepass", STORE));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private Path authorities() {
        return home.resolve("provider.pem");
    }

    private Path secret() {
        return home.resolve("secret.txt");
    }

    /** @param way "company" or "staff" */
    public String issuer(String way) {
        return "https://127.0.0.1:" + port + "/oidc/endpoint/" + way;
    }

    /** What a city would write to use both. @param names by way, and by way and "_EN" */
    public Map<String, String> settings(Map<String, String> names) {
        Map<String, String> settings = new TreeMap<>();
        for (String way : List.of("company", "staff")) {
            String begin = "TSUNAGU_" + way.toUpperCase(Locale.ROOT) + "_SSO_";
            settings.put(begin + "ISSUER", issuer(way));
            settings.put(begin + "CLIENT", CLIENT);
            settings.put(begin + "SECRET", secret().toString());
            settings.put(begin + "CA", authorities().toString());
            settings.put(begin + "NAME", names.get(way));
            settings.put(begin + "NAME_EN", names.get(way + "_EN"));
        }
        return settings;
    }

    public void awaitReady() {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting())
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(issuer("staff") + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (System.nanoTime() < until && process.isAlive()) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // asked again
                }
                Thread.sleep(200);
            }
            throw new IllegalStateException(Files.readString(home.resolve("console.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(
                home.resolve("servers/provider/resources/security/key.p12").toFile(), STORE.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** It hangs while something is done: it takes what is sent and answers nothing. */
    public void hanging(Runnable work) {
        signal("-STOP");
        try {
            work.run();
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String signal) {
        java().map(ProcessHandle::pid).forEach(each -> {
            try {
                new ProcessBuilder("kill", signal, each.toString()).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** `server run` is a shell script in front of it. */
    private Stream<ProcessHandle> java() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    @Override
    public void close() {
        java().toList().forEach(ProcessHandle::destroyForcibly);
    }
}
