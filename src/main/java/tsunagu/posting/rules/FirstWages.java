package tsunagu.posting.rules;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tsunagu.shared.DatabaseReady;

/** An installation starts with the table of minimum wages that ships with the portal. */
@ApplicationScoped
public class FirstWages {

    @Inject
    private MinimumWageService wages;

    void provide(@Observes @Priority(DatabaseReady.ACCOUNTS) DatabaseReady ready) {
        wages.provide();
    }
}
