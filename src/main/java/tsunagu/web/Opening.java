package tsunagu.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.DemonstrationLoading;

/** Closed until the database is ready for the first time; until then every page answers 503. */
@ApplicationScoped
public class Opening {

    private static final int LAST = 10_000;

    private volatile boolean open;
    private volatile DemonstrationLoading loading;

    void loading(@Observes DemonstrationLoading progress) {
        loading = progress;
    }

    void open(@Observes @Priority(LAST) DatabaseReady ready) {
        open = true;
    }

    boolean open() {
        return open;
    }

    /** How far the demonstration's data are; null when none are being loaded. */
    DemonstrationLoading progress() {
        return open ? null : loading;
    }
}
