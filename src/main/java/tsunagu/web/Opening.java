package tsunagu.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import tsunagu.shared.DatabaseReady;

/** Closed until the database is ready for the first time; until then every page answers 503. */
@ApplicationScoped
public class Opening {

    private static final int LAST = 10_000;

    private volatile boolean open;

    void open(@Observes @Priority(LAST) DatabaseReady ready) {
        open = true;
    }

    boolean open() {
        return open;
    }
}
