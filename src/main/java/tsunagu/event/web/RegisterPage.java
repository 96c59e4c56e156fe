package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.RegistrationService;
import tsunagu.event.SessionView;
import tsunagu.shared.DomainException;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A seeker registers for one session. */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private RegistrationService registrations;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private SessionView session;
    private AttendanceRole role;

    public void register() {
        errors.attempt(() -> {
            String ticket = ticket();
            web.go(web.url("/tickets/" + ticket) + "?done=registered");
        }, Map.of("event.error.roleMissing", "role"));
    }

    /** Two presses at once: the one that lost finds the ticket of the one that won. */
    private String ticket() {
        try {
            return registrations.register(web.value("event"), web.number("session"), role);
        } catch (DomainException e) {
            if (e.key().equals("event.error.alreadyRegistered")) {
                return registrations.register(web.value("event"), web.number("session"), role);
            }
            throw e;
        }
    }

    public SessionView getSession() {
        if (session == null) {
            session = registrations.session(web.value("event"), web.number("session"));
        }
        return session;
    }

    /** The session's audience first, then everybody else. */
    public List<AttendanceRole> getRoles() {
        List<AttendanceRole> possible = AttendanceRole.forRegistration();
        List<AttendanceRole> audience =
                getSession().countedRoles().stream().filter(possible::contains).toList();
        return Stream.concat(audience.stream(), possible.stream()).distinct().toList();
    }

    public AttendanceRole getRole() {
        return role;
    }

    public void setRole(AttendanceRole role) {
        this.role = role;
    }
}
