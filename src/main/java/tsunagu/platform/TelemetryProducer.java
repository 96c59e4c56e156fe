package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Telemetry;

/**
 * Nothing is told, unless TSUNAGU_TELEMETRY is "on": then the server has OpenTelemetry (liberty/telemetry-on.xml), and only then the class is
 * loaded that knows it.
 */
@ApplicationScoped
class TelemetryProducer {

    private static final Logger LOG = Logger.getLogger(TelemetryProducer.class.getName());

    private static final String SPEAKER = "tsunagu.platform.OpenTelemetrySpeaker";

    private static final Telemetry SILENT = new Telemetry() {
        @Override
        public boolean on() {
            return false;
        }

        @Override
        public Span begin(String name) {
            return NOTHING;
        }

        @Override
        public void figure(String name, long value) {
            // to nobody
        }
    };

    @Produces
    @ApplicationScoped
    Telemetry telemetry() {
        if (!"on".equals(System.getenv("TSUNAGU_TELEMETRY"))) {
            return SILENT;
        }
        try {
            return (Telemetry) Class.forName(SPEAKER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.SEVERE, "TSUNAGU_TELEMETRY is on, and the server has no OpenTelemetry", e);
            return SILENT;
        }
    }
}
