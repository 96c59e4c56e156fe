package tsunagu.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The tables, views, functions and triggers of this version ({@code db/schema}), brought into a database by Flyway.
 *
 * <p>Until the first release is tagged the V files are edited in place: nobody has data made by an older edition of them, and a database
 * of a build from before is not continued. From then on they are frozen, and a change is a V file of its own.
 */
final class Schema {

    /** {@code launch.PortalServer} looks for its beginning. */
    static final String FROM_BEFORE = "The database holds the schema of an earlier build, from before the first release, which this one"
            + " does not continue: delete the data directory (.data, or the one that TSUNAGU_DATA names), or name an empty database in"
            + " TSUNAGU_DB_URL, and start again; nothing was changed";

    private Schema() {}

    /** @throws FlywayException when the database is away, {@linkplain #fromBefore from before}, or a script fails */
    static void bringUpToDate(DataSource dataSource) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/schema")
                .failOnMissingLocations(true)
                .callbackLocations(new String[0])
                .load()
                .migrate();
    }

    /** True when the database was made by other V files than those of this build; then nothing was changed in it. */
    static boolean fromBefore(FlywayException failure) {
        return failure instanceof FlywayValidateException;
    }
}
