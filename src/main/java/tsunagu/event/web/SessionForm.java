package tsunagu.event.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.Intake;
import tsunagu.event.ManagedEvent;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;
import tsunagu.shared.Typed;

/** A session as it is being typed: everything stays text until it is sent, so that nothing typed is ever lost. */
public class SessionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int KEY_LENGTH = 8;

    /** Names it in the page's acts while it is a draft; means nothing elsewhere. */
    private final String key = Secrets.name(KEY_LENGTH);

    /** Written down before: the day may stay what it is, also when it is past. */
    private LocalDate kept;

    /** How seats are given, and from when to when, as it was before anything was typed. */
    private String keptIntake = Intake.Mode.FIRST_COME + "||";

    private boolean added;
    private Long id;
    private String title = "";
    private String date = "";
    private String start = "";
    private String end = "";
    private String place = "";
    private String onlineUrl = "";
    private String itinerary = "";
    private String capacity = "";
    private String[] countedRoles = {};
    private Intake.Mode mode = Intake.Mode.FIRST_COME;
    private String opensDay = "";
    private String opensTime = "";
    private String closesDay = "";
    private String closesTime = "";
    private final Map<AttendanceRole, String> limits = new EnumMap<>(AttendanceRole.class);

    static SessionForm of(ManagedEvent.ManagedSession managed) {
        SessionForm form = new SessionForm();
        form.id = managed.session().id();
        form.title = managed.session().title();
        form.date = text(managed.session().times().heldOn());
        form.kept = managed.session().times().heldOn();
        if (managed.session().times().startsAt() != null) {
            form.start = local(managed.session().times().startsAt());
            form.end = hours(managed.session().times().end());
        }
        form.place = managed.session().place();
        form.onlineUrl = managed.onlineUrl();
        form.itinerary = managed.session().itinerary();
        form.capacity = text(managed.session().capacity());
        form.countedRoles =
                managed.session().countedRoles().stream().map(Enum::name).toArray(String[]::new);
        Intake intake = managed.session().intake();
        form.mode = intake.mode();
        if (intake.opensAt() != null) {
            form.opensDay = day(intake.opensAt());
            form.opensTime = local(intake.opensAt());
        }
        if (intake.closesAt() != null) {
            form.closesDay = day(intake.closesAt());
            form.closesTime = local(intake.closesAt());
        }
        intake.limits().forEach((role, limit) -> form.limits.put(role, limit.toString()));
        form.keptIntake = form.wayAndTimes();
        return form;
    }

    /**
     * @param prefix of this session's field ids, "sessions-0-"
     * @param problem told field id and message key of a text that is no date, time or number
     */
    EventDraft.SessionDraft draft(String prefix, BiConsumer<String, String> problem) {
        return new EventDraft.SessionDraft(
                id,
                title,
                read(Typed.day(date), () -> problem.accept(prefix + "date", "web.error.date")),
                read(Typed.time(start), () -> problem.accept(prefix + "start", "web.error.time")),
                read(Typed.end(end), () -> problem.accept(prefix + "end", "event.error.endTime")),
                place,
                onlineUrl.strip(),
                read(Typed.wholeNumber(capacity), () -> problem.accept(prefix + "capacity", "web.error.number")),
                roles(),
                intake(prefix, problem),
                itinerary);
    }

    /** The same again, some weeks later; only when {@link #hasDay}. */
    SessionForm later(int weeks) {
        SessionForm form = new SessionForm();
        form.title = title;
        form.date = Typed.day(date).value().plusWeeks(weeks).toString();
        form.start = start;
        form.end = end;
        form.place = place;
        form.onlineUrl = onlineUrl;
        form.itinerary = itinerary;
        form.capacity = capacity;
        form.countedRoles = countedRoles.clone();
        form.mode = mode;
        form.limits.putAll(limits);
        form.keptIntake = form.wayAndTimes();
        return form;
    }

    private String wayAndTimes() {
        return String.join("|", mode.name(), opensDay + opensTime, closesDay + closesTime);
    }

    /** Somebody typed a way or times of the intake that are not those of that session: of a course, where the first one's hold, that would be lost. */
    boolean otherIntake(SessionForm first) {
        return !wayAndTimes().equals(keptIntake) && !wayAndTimes().equals(first.wayAndTimes());
    }

    /** Some kinds of people have limits of their own. */
    public boolean isLimited() {
        return limits.values().stream().anyMatch(each -> each != null && !each.isBlank());
    }

    private Intake intake(String prefix, BiConsumer<String, String> problem) {
        Map<AttendanceRole, Integer> numbers = new EnumMap<>(AttendanceRole.class);
        limits.forEach((role, typed) -> {
            Integer limit = read(Typed.wholeNumber(typed), () -> problem.accept(prefix + "limits", "web.error.number"));
            if (limit != null) {
                numbers.put(role, limit);
            }
        });
        try {
            return new Intake(
                    mode,
                    moment(opensDay, opensTime, LocalTime.MIN, prefix + "opens", problem),
                    moment(closesDay, closesTime, LocalTime.of(23, 59), prefix + "closes", problem),
                    numbers);
        } catch (DomainException wrong) {
            problem.accept(prefix + (wrong.key().equals("event.error.limit") ? "limits" : "closes"), wrong.key());
            return Intake.SIMPLE;
        }
    }

    /** @param otherwise the hour when only the day is typed */
    private static Instant moment(
            String day, String time, LocalTime otherwise, String field, BiConsumer<String, String> problem) {
        LocalDate date = read(Typed.day(day), () -> problem.accept(field, "web.error.date"));
        LocalTime hour = read(Typed.time(time), () -> problem.accept(field, "web.error.time"));
        return date == null
                ? null
                : date.atTime(hour == null ? otherwise : hour)
                        .atZone(FiscalYear.ZONE)
                        .toInstant();
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, FiscalYear.ZONE).toString();
    }

    private Set<AttendanceRole> roles() {
        return Arrays.stream(countedRoles)
                .map(AttendanceRole::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AttendanceRole.class)));
    }

    private static <T> T read(Typed<T> typed, Runnable problem) {
        if (typed.unreadable()) {
            problem.run();
        }
        return typed.value();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String local(Instant instant) {
        return instant.atZone(FiscalYear.ZONE).toLocalTime().toString();
    }

    /** As it is typed: 25:30 is half past one of the next day. */
    private static String hours(Duration end) {
        return String.format(Locale.ROOT, "%02d:%02d", end.toHours(), end.toMinutesPart());
    }

    /** Was just put there, and is shown first. */
    public boolean isAdded() {
        return added;
    }

    SessionForm added(boolean now) {
        added = now;
        return this;
    }

    /** A day that was typed and is over: perhaps the year is wrong. */
    boolean past(LocalDate today) {
        LocalDate day = Typed.day(date).value();
        return day != null && day.isBefore(today) && !day.equals(kept);
    }

    boolean hasDay() {
        return Typed.day(date).value() != null;
    }

    /** Empty as long as no day is typed. */
    Optional<FiscalYear> fiscalYear() {
        return Optional.ofNullable(Typed.day(date).value()).map(FiscalYear::of);
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
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

    public String getItinerary() {
        return itinerary;
    }

    public void setItinerary(String itinerary) {
        this.itinerary = itinerary;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = capacity;
    }

    public Intake.Mode getMode() {
        return mode;
    }

    public void setMode(Intake.Mode mode) {
        this.mode = mode;
    }

    public String getOpensDay() {
        return opensDay;
    }

    public void setOpensDay(String opensDay) {
        this.opensDay = opensDay;
    }

    public String getOpensTime() {
        return opensTime;
    }

    public void setOpensTime(String opensTime) {
        this.opensTime = opensTime;
    }

    public String getClosesDay() {
        return closesDay;
    }

    public void setClosesDay(String closesDay) {
        this.closesDay = closesDay;
    }

    public String getClosesTime() {
        return closesTime;
    }

    public void setClosesTime(String closesTime) {
        this.closesTime = closesTime;
    }

    /** Seats by role as typed; "" for no limit. */
    public Map<AttendanceRole, String> getLimits() {
        return limits;
    }

    public String[] getCountedRoles() {
        return countedRoles.clone();
    }

    public void setCountedRoles(String[] countedRoles) {
        this.countedRoles = countedRoles.clone();
    }
}
