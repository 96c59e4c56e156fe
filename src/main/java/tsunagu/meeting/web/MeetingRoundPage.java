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
import tsunagu.shared.Typed;
import tsunagu.web.Dates;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff set meetings of an event up, run them, look at what came out and publish it. */
@Named
@ViewScoped
public class MeetingRoundPage implements Serializable, FieldWords {

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
    private final SharedForm form = new SharedForm();

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
        return form.typed(this::kept);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return form.getConflicts();
    }

    private Map<String, String> kept() {
        looked = false;
        Map<String, String> words = new HashMap<>();
        words.put("session", "");
        if (!getEvent().sessions().isEmpty()) {
            words.put(
                    "session",
                    String.valueOf(getEvent().sessions().get(0).session().id()));
        }
        words.putAll(
                Map.of("minutes", "20", "pause", "5", "slots", "8", "most", "4", "begin", "13:00", "closesAt", ""));
        if (getRound() != null) {
            RoundDraft set = getRound().draft();
            words.put("session", String.valueOf(set.session()));
            words.put("minutes", String.valueOf(set.minutes()));
            words.put("pause", String.valueOf(set.pause()));
            words.put("slots", String.valueOf(set.slots()));
            words.put("most", String.valueOf(set.most()));
            words.put("begin", set.begin().toString());
            words.put("closesAt", set.closesAt().toString());
        }
        return words;
    }

    /** Null where it was not set up when the form was opened. */
    private RoundDraft begunWith() {
        Map<String, String> base = form.getBase();
        return base.get("closesAt").isEmpty()
                ? null
                : new RoundDraft(
                        Long.parseLong(base.get("session")),
                        LocalTime.parse(base.get("begin")),
                        Integer.parseInt(base.get("minutes")),
                        Integer.parseInt(base.get("pause")),
                        Integer.parseInt(base.get("slots")),
                        Integer.parseInt(base.get("most")),
                        LocalDateTime.parse(base.get("closesAt")));
    }

    @Override
    public String label(String field) {
        return texts.of(
                switch (field) {
                    case "slots" -> "meeting.slotCount";
                    case "most" -> "meeting.mostOfOne";
                    default -> "meeting." + field;
                });
    }

    /** A session has a number; people know it by its day. */
    @Override
    public String shown(String field, String answer) {
        return !field.equals("session")
                ? answer
                : getEvent().sessions().stream()
                        .filter(each -> String.valueOf(each.session().id()).equals(answer))
                        .map(each -> Dates.day(each.session().times().heldOn(), web.getLocale()))
                        .findFirst()
                        .orElse(answer);
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
                && form.save(
                        errors,
                        () -> rounds.set(code(), begunWith(), draft),
                        this::kept,
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
