package tsunagu.shared;

/** What is told to whoever collects traces and metrics (OpenTelemetry), where the installation is set to do so; otherwise nothing is, and it costs nothing. */
public interface Telemetry {

    boolean on();

    /** What was begun, until it is closed, by the same thread. */
    interface Span extends AutoCloseable {

        /** @param value no person's: a status, a number of a request */
        void say(String name, String value);

        void failed();

        @Override
        void close();
    }

    Span NOTHING = new Span() {
        @Override
        public void say(String name, String value) {
            // to nobody
        }

        @Override
        public void failed() {
            // to nobody
        }

        @Override
        public void close() {
            // nothing was begun
        }
    };

    /** @param name of a kind, not of a record: a route's pattern, a use case */
    Span begin(String name);

    /** The newest value of one of the numbers by which an installation is watched. */
    void figure(String name, long value);
}
