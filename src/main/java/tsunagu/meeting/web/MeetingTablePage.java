package tsunagu.meeting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.meeting.Meeting;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.Round;
import tsunagu.shared.ConflictException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company orders who wants to meet it, says its conditions, and sees its timetable afterwards. */
@Named
@ViewScoped
public class MeetingTablePage implements Serializable, FieldWords {

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
    private final SharedForm form = new SharedForm();
    private final ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();
    private MeetingService.Terms seen;
    private ArrayList<Integer> seenOrder;
    private String[] closed;
    private String[] roles;

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
        if (seenOrder == null) {
            begin();
        }
        return form.typed(() -> words(seen, seenOrder));
    }

    private void begin() {
        seen = meetings.terms(code());
        seenOrder = new ArrayList<>(meetings.order(code()));
        closed = numbers(seen.closed()).toArray(String[]::new);
        roles = seen.roles().toArray(String[]::new);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /** A colleague has said otherwise: what stands in the form stays, and theirs is shown beside. */
    private void compare(MeetingService.Terms mine, List<Integer> myOrder) {
        seen = meetings.terms(code());
        seenOrder = new ArrayList<>(meetings.order(code()));
        Map<String, String> theirs = words(seen, seenOrder);
        conflicts.clear();
        words(mine, myOrder).forEach((field, answer) -> {
            if (!answer.equals(theirs.get(field))) {
                conflicts.add(new SheetMerge.Conflict(field, answer, theirs.get(field)));
            }
        });
        errors.addText("", "web.merge.both");
    }

    /** Terms and order as people read them. */
    private Map<String, String> words(MeetingService.Terms terms, List<Integer> order) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("applicants", order.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        words.put(
                "roles",
                terms.roles().stream()
                        .sorted()
                        .map(each -> texts.of("event.role." + each))
                        .collect(Collectors.joining(", ")));
        words.put("panels", String.valueOf(terms.panels()));
        words.put("most", terms.most() == null ? "" : terms.most().toString());
        words.put(
                "closed",
                terms.closed().stream()
                        .sorted()
                        .map(each -> getRound()
                                .begin(each)
                                .atZone(FiscalYear.ZONE)
                                .toLocalTime()
                                .toString())
                        .collect(Collectors.joining(", ")));
        return words;
    }

    private static List<String> numbers(Set<Integer> slots) {
        return slots.stream().map(String::valueOf).toList();
    }

    @Override
    public String label(String field) {
        return field.equals("applicants") ? texts.of("meeting.order") : texts.of("meeting." + field);
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
        boolean[] overtaken = new boolean[1];
        if (errors.attempt(
                        () -> {
                            try {
                                meetings.say(code(), seen, seenOrder, terms, numbers);
                            } catch (ConflictException e) {
                                overtaken[0] = true;
                            }
                        },
                        Map.of("meeting.error.panels", "panels", "meeting.error.away", "closed"))
                && !overtaken[0]) {
            web.go(web.url("/company/meetings/" + code()) + "?done=said");
        }
        if (overtaken[0]) {
            compare(terms, numbers);
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
