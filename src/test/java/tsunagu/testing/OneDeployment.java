package tsunagu.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.client.deployment.TargetDescription;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Deploys the portal once for all tests inside the container. Arquillian by itself deploys for every class and undeploys after it, which
 * takes longer than most of the tests.
 *
 * <p>Life cycle: the first class deploys; the others find the same deployment; it ends with the server, after the last class. A class
 * therefore names no deployment of its own, and what the application keeps in memory lives as long as all of them.
 */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, Portal.class).observer(Kept.class);
    }

    /** The real WAR with all test classes added. Its filters are left out: they would refuse the test's runner. */
    public static final class Portal implements DeploymentScenarioGenerator {

        @Override
        public List<DeploymentDescription> generate(TestClass first) {
            WebArchive war = ShrinkWrap.create(ZipImporter.class, "portal.war")
                    .importFrom(new File(Path.of(System.getProperty("tsunagu.build"), "tsunagu.war")
                            .toString()))
                    .as(WebArchive.class);
            war.delete(ArchivePaths.create("/WEB-INF/web.xml"));
            war.addAsWebInfResource(
                    new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.1\"/>"),
                    "web.xml");
            war.addPackage("tsunagu.incontainer");
            // what draws the walks over seats, as the jars they are: they look for parts of themselves among their
            // services
            Stream.of("net.jqwik.api.Arbitrary", "net.jqwik.engine.JqwikProperties")
                    .map(Portal::jarOf)
                    .forEach(war::addAsLibrary);
            DeploymentDescription portal = new DeploymentDescription("portal", war);
            portal.setTarget(TargetDescription.DEFAULT);
            portal.setProtocol(ProtocolDescription.DEFAULT);
            portal.shouldBeManaged(true);
            portal.shouldBeTestable(true);
            return List.of(portal);
        }

        private static File jarOf(String type) {
            try {
                return new File(Class.forName(type)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
            } catch (ClassNotFoundException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Arquillian asks before and after every class; only the first question before goes through. */
    public static final class Kept {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> ofThisClass;

        private DeploymentScenario kept;
        private boolean deployed;

        public void generate(@Observes EventContext<GenerateDeployment> asked) {
            if (kept == null) {
                asked.proceed();
                kept = ofThisClass.get();
            } else {
                ofThisClass.set(kept);
            }
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> asked) {
            if (!deployed) {
                asked.proceed();
                deployed = true;
                awaitDatabase();
                ContainerServer.ready();
            }
        }

        /** The schema and the reference data come beside the start. */
        private static void awaitDatabase() {
            Path messages = Path.of(
                    System.getProperty("tsunagu.it"),
                    "container",
                    "servers",
                    System.getProperty("tsunagu.container"),
                    "logs",
                    "messages.log");
            long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            try {
                while (!Files.readString(messages).contains("The database is ready")) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                "The database was not ready after three minutes; see " + messages);
                    }
                    Thread.sleep(200);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public void undeploy(@Observes EventContext<UnDeployManagedDeployments> asked) {
            // not asked.proceed(): the next class uses it, too
        }
    }
}
