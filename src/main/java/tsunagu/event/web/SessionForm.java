package tsunagu.event.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.Arrays;
import java.text.Normalizer;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.ManagedEvent;

/** A session as it is being typed: everything stays text until it is sent, so that nothing typed is ever lost. */
public class SessionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Long id;
    private String title = "";
    private String date = "";
    private String start = "";
    private String end = "";
    private String place = "";
    private String onlineUrl = "";
    private String capacity = "";
    private String[] countedRoles = {};

    static SessionForm of(ManagedEvent.ManagedSession managed) {
        SessionForm form = new SessionForm();
        form.id = managed.session().id();
        form.title = managed.session().title();
        form.date = text(managed.session().times().heldOn());
        if (managed.session().times().startsAt() != null) {
            form.start = local(managed.session().times().startsAt());
            form.end = local(managed.session().times().endsAt());
        }
        form.place = managed.session().place();
        form.onlineUrl = managed.onlineUrl();
        form.capacity = text(managed.session().capacity());
        form.countedRoles = managed.session().countedRoles().stream().map(Enum::name).toArray(String[]::new);
        return form;
    }

    /**
     * @param prefix of this session's field ids, "sessions-0-"
     * @param problem told field id and message key of a text that is no date, time or number
     */
    EventDraft.SessionDraft draft(String prefix, java.util.function.BiConsumer<String, String> problem) {
        return new EventDraft.SessionDraft(
                id,
                title,
                read(date, LocalDate::parse, () -> problem.accept(prefix + "date", "web.error.date")),
                read(start, LocalTime::parse, () -> problem.accept(prefix + "start", "web.error.time")),
                read(end, LocalTime::parse, () -> problem.accept(prefix + "end", "web.error.time")),
                place,
                onlineUrl.strip(),
                read(capacity, Integer::valueOf, () -> problem.accept(prefix + "capacity", "web.error.number")),
                roles());
    }

    private Set<AttendanceRole> roles() {
        return Arrays.stream(countedRoles)
                .map(AttendanceRole::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AttendanceRole.class)));
    }

    /** Full-width digits and signs are as good as half-width ones here. */
    private static <T> T read(String text, Function<String, T> reader, Runnable problem) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(plain);
        } catch (RuntimeException notReadable) {
            problem.run();
            return null;
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String local(java.time.Instant instant) {
        return instant.atZone(tsunagu.shared.FiscalYear.ZONE).toLocalTime().toString();
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getOnlineUrl() {
        return onlineUrl;
    }

    public void setOnlineUrl(String onlineUrl) {
        this.onlineUrl = onlineUrl;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = capacity;
    }

    public String[] getCountedRoles() {
        return countedRoles.clone();
    }

    public void setCountedRoles(String[] countedRoles) {
        this.countedRoles = countedRoles.clone();
    }
}
