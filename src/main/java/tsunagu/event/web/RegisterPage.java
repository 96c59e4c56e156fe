package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.Companions;
import tsunagu.event.GuestForm;
import tsunagu.event.RegistrationService;
import tsunagu.event.SessionView;
import tsunagu.shared.DomainException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Somebody registers for one session, with an account or without. */
@Named
@RequestScoped
public class RegisterPage {

    private static final Map<String, String> FIELDS = Map.of(
            "event.error.roleMissing", "role",
            "web.error.mailAddress", "email",
            "web.error.number", "companions",
            "event.error.companions", "companions",
            "event.error.companionRole", "companionRole");

    @Inject
    private RegistrationService registrations;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private Texts texts;

    private SessionView session;
    private AttendanceRole role;
    private String name = "";
    private String reading = "";
    private String email = "";
    private boolean agreed;
    private String companions = "";
    private AttendanceRole companionRole;
    private String sentAgain = "";

    public void register() {
        register(false);
    }

    /** No seat is left: into the line for one. */
    public void line() {
        register(true);
    }

    private void register(boolean line) {
        errors.attempt(() -> {
            String ticket = ticket(line);
            web.go(web.url("/tickets/" + ticket) + "?done=registered");
        }, FIELDS);
    }

    /** Two presses at once: the one that lost finds the ticket of the one that won. */
    private String ticket(boolean line) {
        try {
            return registrations.register(web.value("event"), web.number("session"), role, companions(), line);
        } catch (DomainException e) {
            if (e.key().equals("event.error.alreadyRegistered")) {
                return registrations.register(web.value("event"), web.number("session"), role, companions(), line);
            }
            throw e;
        }
    }

    public void registerGuest() {
        guest(false);
    }

    public void lineGuest() {
        guest(true);
    }

    private void guest(boolean line) {
        GuestForm form = new GuestForm(name.strip(), reading.strip(), email.strip(), role, agreed);
        errors.attempt(
                () -> registrations
                        .registerGuest(web.value("event"), web.number("session"), form, companions(), line)
                        .ifPresentOrElse(
                                ticket -> web.go(web.url("/tickets/" + ticket) + "?done=registered"),
                                () -> sentAgain = texts.of("event.register.sentAgain", email.strip())),
                FIELDS);
    }

    private Companions companions() {
        Typed<Integer> persons = Typed.wholeNumber(companions.strip());
        if (persons.unreadable()) {
            throw new DomainException("web.error.number");
        }
        return persons.value() == null ? Companions.NONE : new Companions(persons.value(), companionRole);
    }

    public String getCompanions() {
        return companions;
    }

    public void setCompanions(String companions) {
        this.companions = companions;
    }

    public AttendanceRole getCompanionRole() {
        return companionRole;
    }

    public void setCompanionRole(AttendanceRole companionRole) {
        this.companionRole = companionRole;
    }

    /** The address was registered before; "" otherwise. */
    public String getSentAgain() {
        return sentAgain;
    }

    public long getWaiting() {
        return registrations.waiting(web.number("session"));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getReading() {
        return reading;
    }

    public void setReading(String reading) {
        this.reading = reading;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
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
