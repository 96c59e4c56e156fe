package tsunagu.incontainer;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real WAR with the test's own classes added. Its filters are left out: they would refuse the test's runner. */
final class Deployed {

    private Deployed() {}

    static WebArchive with(Class<?>... testClasses) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "portal.war")
                .importFrom(new File(Path.of(System.getProperty("tsunagu.build"), "tsunagu.war").toString()))
                .as(WebArchive.class);
        war.delete(ArchivePaths.create("/WEB-INF/web.xml"));
        war.addAsWebInfResource(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.1\"/>"), "web.xml");
        return war.addClasses(testClasses);
    }
}
