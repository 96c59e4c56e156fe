package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import tsunagu.event.SessionActivity;

/** What registrations tell the event room of its sessions. */
@ApplicationScoped
class RegistrationActivity implements SessionActivity {

    @Inject
    private RegistrationRepository registrations;

    @Override
    public Map<Long, Activity> of(Collection<Long> sessionIds) {
        return registrations.activity(sessionIds);
    }
}
