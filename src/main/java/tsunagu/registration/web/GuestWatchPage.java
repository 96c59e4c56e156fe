package tsunagu.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.event.EventService;
import tsunagu.event.GuestRules;
import tsunagu.registration.GuestWatchService;
import tsunagu.registration.RegistrationService;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: what an event asks of people who register, and the list of what looks automatic. */
@Named
@RequestScoped
public class GuestWatchPage {

    @Inject
    private GuestWatchService watch;

    @Inject
    private RegistrationService registrations;

    @Inject
    private EventService events;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private List<GuestWatchService.Group> groups;
    private GuestRules rules;
    private Boolean proof;
    private Boolean audienceOnly;
    private String mostSeats;
    private String mostSessions;
    private Integer version;

    public List<GuestWatchService.Group> getGroups() {
        if (groups == null) {
            groups = watch.automatic();
        }
        return groups;
    }

    public void release() {
        if (errors.attempt(() -> watch.release(act.record(), act.version()))) {
            web.go(web.url("/staff/automatic") + "?done=released");
        }
    }

    public String getEventTitle() {
        return events.event(web.value("event")).event().title();
    }

    public void save() {
        Integer seats = number(mostSeats, "mostSeats");
        Integer sessions = number(mostSessions, "mostSessions");
        GuestRules wanted = new GuestRules(isProof(), isAudienceOnly(), seats, sessions, getVersion());
        errors.check(wanted);
        if (errors.isNone() && errors.attempt(() -> watch.decide(web.value("event"), wanted), Map.of())) {
            web.go(web.url("/staff/events/" + web.value("event")) + "?done=rules");
        }
    }

    private Integer number(String typed, String field) {
        Typed<Integer> number = Typed.wholeNumber(typed == null ? "" : typed);
        if (number.unreadable()) {
            errors.add(field, texts.of("event.error.guestRules"));
        }
        return number.value();
    }

    private GuestRules rules() {
        if (rules == null) {
            rules = registrations.rules(web.value("event"));
        }
        return rules;
    }

    public boolean isProof() {
        return proof == null ? rules().proof() : proof;
    }

    public void setProof(boolean proof) {
        this.proof = proof;
    }

    public boolean isAudienceOnly() {
        return audienceOnly == null ? rules().audienceOnly() : audienceOnly;
    }

    public void setAudienceOnly(boolean audienceOnly) {
        this.audienceOnly = audienceOnly;
    }

    public String getMostSeats() {
        return mostSeats == null ? words(rules().mostSeats()) : mostSeats;
    }

    public void setMostSeats(String mostSeats) {
        this.mostSeats = mostSeats;
    }

    public String getMostSessions() {
        return mostSessions == null ? words(rules().mostSessions()) : mostSessions;
    }

    public void setMostSessions(String mostSessions) {
        this.mostSessions = mostSessions;
    }

    /** That was seen. */
    public Integer getVersion() {
        return version == null ? Integer.valueOf(rules().version()) : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    private static String words(Integer number) {
        return number == null ? "" : number.toString();
    }
}
