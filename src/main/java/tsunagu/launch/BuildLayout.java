package tsunagu.launch;

import java.nio.file.Path;

/**
 * Where the build leaves what a server needs.
 *
 * @param libertyHome the unpacked runtime
 * @param configuration {@code liberty/} of the project
 * @param war the built portal
 * @param driver directory of the JDBC driver
 */
public record BuildLayout(Path libertyHome, Path configuration, Path war, Path driver) {

    /** The layout of this build, from the properties that the POM hands to the launcher and to the tests. */
    public static BuildLayout ofThisBuild() {
        Path base = path("tsunagu.basedir");
        Path build = path("tsunagu.build");
        return new BuildLayout(
                path("tsunagu.liberty.home"),
                base.resolve("liberty"),
                build.resolve("tsunagu.war"),
                build.resolve("liberty/driver"));
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new LaunchFailure("Start the portal through Maven: the property " + property + " is missing.");
        }
        return Path.of(value);
    }
}
