package tsunagu.meeting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.meeting.Meeting;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.Round;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company orders who wants to meet it, says its conditions, and sees its timetable afterwards. */
@Named
@ViewScoped
public class MeetingTablePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<AttendanceRole> ROLES =
            List.of(AttendanceRole.UNIVERSITY_STUDENT, AttendanceRole.KOSEN_STUDENT, AttendanceRole.JOB_SEEKER);

    @Inject
    private MeetingService meetings;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private transient Round round;
    private final HashMap<String, String> typed = new HashMap<>();
    private String[] closed;
    private String[] roles;

    public List<Round> getRounds() {
        return meetings.ofOwnCompany();
    }

    public Round getRound() {
        if (round == null) {
            // Asked for as an exhibitor: a company without a booth there has no such page.
            meetings.terms(code());
            round = meetings.round(code());
        }
        return round;
    }

    public List<MeetingService.Applicant> getApplicants() {
        return meetings.applicants(code());
    }

    public Map<String, String> getTyped() {
        if (typed.isEmpty()) {
            MeetingService.Terms terms = meetings.terms(code());
            typed.put("panels", String.valueOf(terms.panels()));
            typed.put("most", terms.most() == null ? "" : terms.most().toString());
            closed = terms.closed().stream().map(String::valueOf).toArray(String[]::new);
            roles = terms.roles().toArray(String[]::new);
        }
        return typed;
    }

    public void say() {
        Typed<Integer> panels = Typed.wholeNumber(getTyped().get("panels"));
        Typed<Integer> most = Typed.wholeNumber(getTyped().get("most"));
        record Place(int number, int place) {}
        List<Place> order = new java.util.ArrayList<>();
        for (MeetingService.Applicant each : getApplicants()) {
            Typed<Integer> place = Typed.wholeNumber(act.typed("place", each.number()));
            if (place.unreadable()) {
                errors.add("p" + each.number(), texts.of("web.error.number"));
            } else if (place.value() != null) {
                order.add(new Place(each.number(), place.value()));
            }
        }
        if (panels.value() == null || most.unreadable()) {
            errors.add(panels.value() == null ? "panels" : "most", texts.of("web.error.number"));
        }
        if (order.stream().map(Place::place).distinct().count() < order.size()) {
            errors.add("", texts.of("meeting.error.samePlace"));
        }
        if (!errors.isNone()) {
            return;
        }
        MeetingService.Terms terms = new MeetingService.Terms(
                panels.value(),
                most.value(),
                closed == null
                        ? Set.of()
                        : Arrays.stream(closed).map(Integer::valueOf).collect(Collectors.toSet()),
                roles == null ? Set.of() : Set.of(roles));
        List<Integer> numbers = order.stream()
                .sorted(Comparator.comparingInt(Place::place))
                .map(Place::number)
                .toList();
        if (errors.attempt(
                () -> meetings.say(code(), terms, numbers),
                Map.of("meeting.error.panels", "panels", "meeting.error.away", "closed"))) {
            web.go(web.url("/company/meetings/" + code()) + "?done=said");
        }
    }

    public List<Meeting> getTimetable() {
        return meetings.ofOwnCompany(code());
    }

    public List<AttendanceRole> getAllRoles() {
        return ROLES;
    }

    private String code() {
        return web.value("event");
    }

    public String[] getClosed() {
        getTyped();
        return closed;
    }

    public void setClosed(String[] closed) {
        this.closed = closed;
    }

    public String[] getRoles() {
        getTyped();
        return roles;
    }

    public void setRoles(String[] roles) {
        this.roles = roles;
    }
}
