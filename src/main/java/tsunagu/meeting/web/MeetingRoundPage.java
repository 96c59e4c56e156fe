package tsunagu.meeting.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.event.EventService;
import tsunagu.event.ManagedEvent;
import tsunagu.meeting.MeetingRoundService;
import tsunagu.meeting.MeetingService;
import tsunagu.meeting.Round;
import tsunagu.meeting.RoundDraft;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff set meetings of an event up, run them, look at what came out and publish it. */
@Named
@ViewScoped
public class MeetingRoundPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MeetingRoundService rounds;

    @Inject
    private MeetingService meetings;

    @Inject
    private EventService events;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient Round round;
    private transient boolean looked;
    private final HashMap<String, String> typed = new HashMap<>();

    /** Null before it is set up. */
    public Round getRound() {
        if (!looked) {
            round = meetings.find(code()).orElse(null);
            looked = true;
        }
        return round;
    }

    public ManagedEvent getEvent() {
        return events.event(code());
    }

    public Map<String, String> getTyped() {
        if (typed.isEmpty()) {
            Round set = getRound();
            typed.put(
                    "session",
                    getEvent().sessions().isEmpty()
                            ? ""
                            : String.valueOf(
                                    getEvent().sessions().get(0).session().id()));
            typed.put("minutes", set == null ? "20" : String.valueOf(set.minutes()));
            typed.put("pause", set == null ? "5" : String.valueOf(set.pause()));
            typed.put("slots", set == null ? "8" : String.valueOf(set.slots()));
            typed.put("most", set == null ? "4" : String.valueOf(set.most()));
            typed.put(
                    "begin",
                    set == null
                            ? "13:00"
                            : set.firstAt()
                                    .atZone(FiscalYear.ZONE)
                                    .toLocalTime()
                                    .toString());
            typed.put(
                    "closesAt",
                    set == null
                            ? ""
                            : set.closesAt()
                                    .atZone(FiscalYear.ZONE)
                                    .toLocalDateTime()
                                    .toString());
        }
        return typed;
    }

    public void set() {
        RoundDraft draft;
        try {
            draft = new RoundDraft(
                    Long.parseLong(text("session")),
                    time("begin"),
                    whole("minutes"),
                    whole("pause"),
                    whole("slots"),
                    whole("most"),
                    moment("closesAt"));
        } catch (NumberFormatException nothing) {
            errors.add("session", texts.of("meeting.error.session"));
            return;
        }
        if (errors.isNone()
                && errors.attempt(
                        () -> rounds.set(code(), draft),
                        Map.ofEntries(
                                Map.entry("meeting.error.begin", "begin"),
                                Map.entry("meeting.error.hours", "begin"),
                                Map.entry("meeting.error.minutes", "minutes"),
                                Map.entry("meeting.error.pause", "pause"),
                                Map.entry("meeting.error.slots", "slots"),
                                Map.entry("meeting.error.most", "most"),
                                Map.entry("meeting.error.closes", "closesAt"),
                                Map.entry("meeting.error.session", "session")))) {
            here("set");
        }
    }

    public void run() {
        if (errors.attempt(() -> rounds.run(code()))) {
            here("ran");
        }
    }

    public void publish() {
        if (errors.attempt(() -> rounds.publish(code()))) {
            here("published");
        }
    }

    public void takeOut() {
        Typed<Integer> number = Typed.wholeNumber(text("number"));
        if (number.value() == null) {
            errors.add("number", texts.of("meeting.error.number"));
        } else if (errors.attempt(
                () -> rounds.takeOut(code(), number.value()), Map.of("meeting.error.number", "number"))) {
            here("taken-out");
        }
    }

    public MeetingRoundService.Standing getStanding() {
        return rounds.standing(code());
    }

    public List<MeetingRoundService.Run> getRuns() {
        return getRound() == null ? List.of() : rounds.runs(code());
    }

    public List<MeetingRoundService.Line> getTimetable() {
        return rounds.timetable(code());
    }

    private void here(String done) {
        web.go(web.url("/staff/events/" + code() + "/meetings") + "?done=" + done);
    }

    private int whole(String field) {
        Typed<Integer> number = Typed.wholeNumber(text(field));
        if (number.value() == null) {
            errors.add(field, texts.of("web.error.number"));
            return 1;
        }
        return number.value();
    }

    private LocalTime time(String field) {
        LocalTime time = Typed.time(text(field)).value();
        if (time == null) {
            errors.add(field, texts.of("meeting.error.begin"));
        }
        return time;
    }

    private LocalDateTime moment(String field) {
        // A browser's own field puts a T between the two; where it is a field for text, people put a space.
        String[] parts = text(field).split("[T\\s\u3000]+", 2);
        LocalDate day = Typed.day(parts[0]).value();
        LocalTime time = parts.length < 2 ? null : Typed.time(parts[1]).value();
        if (day == null || time == null) {
            errors.add(field, texts.of("meeting.error.closes"));
            return null;
        }
        return day.atTime(time);
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer.strip();
    }

    private String code() {
        return web.value("event");
    }
}
