package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tsunagu.event.ClosingCheck;
import tsunagu.event.SessionActivity;

/** What registrations tell the event room of its sessions. */
@ApplicationScoped
class RegistrationActivity implements SessionActivity, ClosingCheck {

    @Inject
    private RegistrationRepository registrations;

    @Override
    public Map<Long, Activity> of(Collection<Long> sessionIds) {
        return registrations.activity(sessionIds);
    }

    /** Whoever asked for a seat has an answer. */
    @Override
    public List<Unfinished> unfinished(Collection<Long> sessionIds) {
        long undecided =
                of(sessionIds).values().stream().mapToLong(Activity::undecided).sum();
        return undecided == 0 ? List.of() : List.of(new Unfinished("undecided", undecided));
    }
}
