package tsunagu.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.account.OwnAccountService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.GuestRules;
import tsunagu.event.Openness;
import tsunagu.event.SessionView;
import tsunagu.registration.GuestForm;
import tsunagu.registration.Lottery;
import tsunagu.registration.OfferRule;
import tsunagu.registration.Origin;
import tsunagu.registration.RegistrationService;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.Allowances;
import tsunagu.shared.DomainException;
import tsunagu.shared.Limit;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Somebody registers for one session, with an account or without. */
@Named
@RequestScoped
public class RegisterPage {

    /** What only the service can check, and the field it is about. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("event.error.roleMissing", "role"),
            Map.entry("event.error.notAudience", "role"),
            Map.entry("web.error.mailAddress", "email"),
            Map.entry("web.error.number", "companions"),
            Map.entry("event.error.companions", "companions"),
            Map.entry("event.error.mostSeats", "companions"),
            Map.entry("event.error.companionRole", "companionRole"),
            Map.entry("event.error.school", "school"),
            Map.entry("event.error.className", "className"),
            Map.entry("event.error.telephone", "telephone"),
            Map.entry("event.error.telephoneMissing", "telephone"),
            Map.entry("event.error.namesMany", "names"),
            Map.entry("event.error.companionName", "names"));

    /** A seat is what was missing; the line may be had. */
    private static final Set<String> NO_SEAT = Set.of(
            "event.error.onDay",
            "event.error.full",
            "event.error.fewSeats",
            "event.error.fewSeatsOfRole",
            "event.error.lineFirst");

    @Inject
    private RegistrationService registrations;

    @Inject
    private OwnAccountService account;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private Texts texts;

    @Inject
    private Allowances allowances;

    @Inject
    private RowAct act;

    private SessionView session;
    private GuestRules rules;
    private SeatForm form;
    private Map<AttendanceRole, Integer> left;
    private Long waiting;
    private String name = "";
    private String reading = "";
    private String email = "";
    private boolean agreed;
    private boolean refused;

    /** Asks for a seat; as a guest, whoever has no account. */
    public void register() {
        ask(false);
    }

    /** For a seat, or into the line for one. */
    public void line() {
        ask(true);
    }

    private void ask(boolean line) {
        if (web.is("SEEKER")) {
            own(line);
        } else {
            guest(line);
        }
    }

    private void own(boolean line) {
        if (getForm().complete(errors, texts)) {
            errors.attempt(
                    () -> {
                        account.wroteIn(web.getLocale());
                        String ticket = ticket(getForm().request(line));
                        web.go(web.url("/tickets/" + ticket) + "?done=registered");
                    },
                    FIELDS);
        }
    }

    /** Two presses at once: the one that lost finds the ticket of the one that won. */
    private String ticket(SeatRequest request) {
        try {
            return registrations.register(web.value("event"), web.number("session"), request);
        } catch (DomainException e) {
            if (e.key().equals("event.error.alreadyRegistered")) {
                return registrations.register(web.value("event"), web.number("session"), request);
            }
            throw noSeat(e);
        }
    }

    /** The page is shown again with the numbers of this moment, and offers the line where a seat is what was missing. */
    private DomainException noSeat(DomainException refusal) {
        refused = NO_SEAT.contains(refusal.key());
        session = null;
        left = null;
        return refusal;
    }

    private void guest(boolean line) {
        GuestForm guest = new GuestForm(name.strip(), reading.strip(), email.strip(), agreed);
        errors.check(guest);
        if (!(guest.email().isEmpty() && !isEmailNeeded()) && !MailAddress.plausible(guest.email())) {
            errors.add("email", texts.of("web.error.mailAddress"));
        }
        if (!getForm().complete(errors, texts)) {
            return;
        }
        Duration delay = web.is("STAFF") ? Duration.ZERO : allowances.take(Limit.REGISTRATION_NETWORK, web.network());
        if (!delay.isZero()) {
            errors.add("", texts.of("web.error.tooOften", delay.toMinutes() + 1));
            return;
        }
        errors.attempt(
                () -> guestTicket(guest, getForm().request(line))
                        .ifPresentOrElse(
                                ticket -> web.go(web.url("/tickets/" + ticket) + "?done=registered"),
                                () -> web.go(web.url(web.getPath()) + "?done=sent")),
                FIELDS);
    }

    private Optional<String> guestTicket(GuestForm guest, SeatRequest request) {
        try {
            return registrations.registerGuest(
                    web.value("event"),
                    web.number("session"),
                    guest,
                    request,
                    new Origin(web.network(), web.secondsOpen(), web.getLocale()));
        } catch (DomainException e) {
            throw noSeat(e);
        }
    }

    /** Nobody is told here whether the address was registered before: the letter tells. */
    public boolean isSent() {
        return web.getDone().equals("sent");
    }

    /** False where the organiser expects people without mail, and for staff who register somebody. */
    public boolean isEmailNeeded() {
        return !web.is("STAFF") && getRules().proof();
    }

    public GuestRules getRules() {
        if (rules == null) {
            rules = registrations.rules(web.value("event"));
        }
        return rules;
    }

    public SeatForm getForm() {
        if (form == null) {
            form = new SeatForm(registrations.questions(web.value("event"), web.number("session"))).read(act);
        }
        return form;
    }

    /** Seats left for roles with a limit of their own. */
    public Map<AttendanceRole, Integer> getLeft() {
        if (left == null) {
            left = registrations.leftByRole(web.number("session"));
        }
        return left;
    }

    /** No seat can be had but by the line: none is left, or all that are left go to those who wait. */
    public boolean isLineOnly() {
        return getSession().openness() == Openness.FULL || isQueue();
    }

    /** Seats are free and people wait for more than are free: a group for a table, say. */
    public boolean isQueue() {
        return getSession().open()
                && getSession().intake().firstCome()
                && getSession().intake().limits().isEmpty()
                && getWaiting() > 0;
    }

    /** What the line promises: a letter with an offer or, near the beginning, a call at the door. */
    public String getLineWords() {
        boolean near = OfferRule.byHand(web.getNow(), getSession().begins());
        return texts.of(near ? "event.register.lineNear" : "event.register.lineLead", getWaiting());
    }

    /** A seat, or the line for one: some role has none left, or a request has just been refused for want of one. */
    public boolean isLineToo() {
        return !isLineOnly()
                && getSession().open()
                && getSession().intake().firstCome()
                && (refused || getLeft().containsValue(0) || !getLeft().isEmpty() && getWaiting() > 0);
    }

    public Lottery getLottery() {
        return registrations.lottery(web.value("event"), web.number("session"));
    }

    public long getWaiting() {
        if (waiting == null) {
            waiting = registrations.waiting(web.number("session"));
        }
        return waiting;
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

    /** Not everybody is counted here, or may come: then the form says who is. */
    public boolean isForSome() {
        return !getSession().countedRoles().containsAll(AttendanceRole.forRegistration());
    }

    /** The session's audience first, then everybody else. */
    public List<AttendanceRole> getRoles() {
        List<AttendanceRole> possible = AttendanceRole.forRegistration();
        List<AttendanceRole> audience =
                getSession().countedRoles().stream().filter(possible::contains).toList();
        return Stream.concat(audience.stream(), possible.stream()).distinct().toList();
    }
}
