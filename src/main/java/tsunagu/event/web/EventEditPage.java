package tsunagu.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.Intake;
import tsunagu.event.ManagedEvent;
import tsunagu.shared.Classification;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff write an event: a new one, or a change to an existing one. Sessions are added and removed before saving. */
@Named
@ViewScoped
public class EventEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What only the service can check, and the field it is about. */
    private static final Map<String, String> FIELDS = Map.of(
            "event.error.courseFixed",
            "course",
            "event.error.courseDays",
            "course",
            "event.error.courseOrder",
            "course");

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

    private String code;
    private int version;
    private boolean loaded;
    private String title = "";
    private EventType type;
    private String programmeId = "";
    private String description = "";
    private String series = "";
    private VisitForm visit = new VisitForm();
    private boolean course;

    /** As it is stored: while the page is open, what was typed before the tick stays in it. */
    private boolean wasCourse;

    private final SaveQuestions sure = new SaveQuestions();
    private final ArrayList<SessionForm> sessions = new ArrayList<>();

    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        if (web.getPath().endsWith("/new")) {
            programmeId = web.parameter("programme").orElse("");
            sessions.add(new SessionForm());
            return;
        }
        ManagedEvent managed = events.event(web.value("event"));
        if (!managed.editable()) {
            throw new NotFoundException("edit of an old record");
        }
        code = managed.event().code();
        version = managed.version();
        title = managed.event().title();
        type = managed.event().type();
        programmeId =
                managed.event().programmeId() == null ? "" : managed.event().programmeId();
        description = managed.event().description();
        series = managed.event().series();
        visit = VisitForm.of(managed.event().visit());
        course = managed.event().course();
        wasCourse = course;
        managed.sessions().forEach(session -> sessions.add(SessionForm.of(session)));
    }

    public void addSession() {
        add(new SessionForm());
    }

    /** The new one is where the page goes on. */
    private void add(SessionForm fresh) {
        sessions.forEach(each -> each.added(false));
        sessions.add(fresh.added(true));
    }

    /** The last session once more, a week later: for courses that meet weekly. */
    public void repeat() {
        SessionForm last = sessions.get(sessions.size() - 1);
        if (last.hasDay()) {
            add(last.later(1));
        } else {
            errors.add("sessions-" + (sessions.size() - 1) + "-date", texts.of("event.error.dateMissing"));
        }
    }

    /** Something about the intake of that session is wrong: then its part of the form is open. */
    public boolean intakeWrong(int index) {
        return Stream.of("opens", "closes", "limits").anyMatch(part -> errors.has("sessions-" + index + "-" + part));
    }

    /** Of a course the first session's way and times hold. */
    public boolean intakeOfFirst(int index) {
        return index > 0 && course;
    }

    /** A session has fields of its own for them; in a course that is stored as one only where they are wrong. */
    public boolean ownIntake(int index) {
        return index == 0 || !wasCourse || intakeWrong(index);
    }

    public Intake.Mode[] getModes() {
        return Intake.Mode.values();
    }

    public List<AttendanceRole> getLimitRoles() {
        return AttendanceRole.forRegistration();
    }

    /** By its key: a session that was removed in the same page before stays removed, and no other goes for it. */
    public void removeSession() {
        if (sessions.size() > 1) {
            sessions.removeIf(each -> each.getKey().equals(act.record()));
        }
    }

    /** Shows what the chosen programme will count of an event like this. */
    public void look() {
        if (type == null || programmeId.isEmpty()) {
            errors.add(type == null ? "type" : "programmeId", texts.of("event.counts.choose"));
        }
    }

    /** Nothing before type and programme are chosen. A session whose day cannot be read yet is taken to be of the running year. */
    public List<CountingWords.Said> getCounting() {
        if (type == null || programmeId.isEmpty()) {
            return List.of();
        }
        CountingWords words = new CountingWords(texts);
        return sessions.stream()
                .flatMap(each -> words
                        .of(
                                events.measures(
                                        programmeId, code, each.fiscalYear().orElse(web.fiscalYear())),
                                type,
                                Set.of(each.getCountedRoles()))
                        .stream())
                .distinct()
                .toList();
    }

    public void save() {
        EventDraft draft = draft();
        // Everything at once, also beside a date that could not be read.
        errors.check(draft);
        for (int i = 0; i < draft.sessions().size(); i++) {
            EventDraft.SessionDraft session = draft.sessions().get(i);
            if (session.start() != null
                    && session.end() != null
                    && session.end().compareTo(Duration.between(LocalTime.MIDNIGHT, session.start())) <= 0) {
                errors.add("sessions-" + i + "-end", texts.of("event.error.endBeforeStart"));
            }
        }
        for (int i = 1; draft.course() && i < sessions.size(); i++) {
            if (sessions.get(i).otherIntake(sessions.get(0))) {
                errors.add("sessions-" + i + "-closes", texts.of("event.error.courseIntake", i + 1));
            }
        }
        if (!errors.isNone()) {
            return;
        }
        sessions.forEach(each -> each.added(false));
        LocalDate today = LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE);
        sure.found(code == null ? 0 : events.told(code, draft), (int)
                sessions.stream().filter(each -> each.past(today)).count());
        sure.unanswered().forEach(each -> errors.add(each, texts.of("event.error." + each)));
        if (!errors.isNone()) {
            return;
        }
        if (code == null) {
            errors.attempt(() -> web.go(web.url("/staff/events/" + events.create(draft)) + "?done=created"), FIELDS);
        } else {
            errors.attempt(
                    () -> {
                        events.change(code, version, draft);
                        web.go(web.url("/staff/events/" + code) + "?done=changed");
                    },
                    FIELDS);
        }
    }

    private EventDraft draft() {
        List<EventDraft.SessionDraft> drafts = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            drafts.add(sessions.get(i).draft("sessions-" + i + "-", (field, key) -> errors.add(field, texts.of(key))));
        }
        return new EventDraft(
                title,
                type,
                programmeId.isEmpty() ? null : programmeId,
                series,
                description,
                visit.visit((field, key) -> errors.add(field, texts.of(key))),
                isSeveral() && course,
                drafts);
    }

    public SaveQuestions getSure() {
        return sure;
    }

    /** Only then it can be a course. */
    public boolean isSeveral() {
        return sessions.size() > 1;
    }

    public boolean isCourse() {
        return course;
    }

    public void setCourse(boolean course) {
        this.course = course;
    }

    public boolean isFresh() {
        return code == null;
    }

    public EventType[] getTypes() {
        return EventType.values();
    }

    public AttendanceRole[] getRoles() {
        return AttendanceRole.values();
    }

    public List<SessionForm> getSessions() {
        return sessions;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public EventType getType() {
        return type;
    }

    public void setType(EventType type) {
        this.type = type;
    }

    public String getProgrammeId() {
        return programmeId;
    }

    public void setProgrammeId(String programmeId) {
        this.programmeId = programmeId;
    }

    public String getSeries() {
        return series;
    }

    public void setSeries(String series) {
        this.series = series;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public VisitForm getVisit() {
        return visit;
    }

    public List<Classification.Group> getAreas() {
        return Classification.AREAS.tops();
    }
}
