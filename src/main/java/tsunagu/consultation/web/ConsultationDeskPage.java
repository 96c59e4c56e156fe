package tsunagu.consultation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.consultation.DeskService;
import tsunagu.consultation.FreeTime;
import tsunagu.consultation.Office;
import tsunagu.consultation.OfficeForm;
import tsunagu.consultation.Timetable;
import tsunagu.shared.Typed;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** An office opens times and says who came. */
@Named
@ViewScoped
public class ConsultationDeskPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeskService desk;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private final HashMap<String, String> typed = new HashMap<>();
    private final SharedForm words = new SharedForm();
    private String[] weekdays = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"};
    private transient List<Office> offices;

    public List<Office> getOffices() {
        if (offices == null) {
            offices = desk.offices();
        }
        return offices;
    }

    /** The one of the address, the first one without; null where the actor keeps none. */
    public Office getOffice() {
        String wanted = web.parameter("office").orElse("");
        return getOffices().stream()
                .filter(each -> each.code().equals(wanted))
                .findFirst()
                .orElse(getOffices().isEmpty() ? null : getOffices().get(0));
    }

    public List<FreeTime> getFree() {
        return desk.free(getOffice().code());
    }

    public Map<String, String> getTyped() {
        if (typed.isEmpty() && getOffice() != null) {
            typed.put("minutes", "50");
            typed.put("begin", "10:00");
            typed.put("end", "16:00");
        }
        return typed;
    }

    public void open() {
        Typed<Integer> minutes = Typed.wholeNumber(text("minutes"));
        Timetable timetable = new Timetable(
                day("from"),
                day("until"),
                weekdays == null
                        ? java.util.Set.of()
                        : Arrays.stream(weekdays).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                time("begin"),
                time("end"),
                minutes.value() == null ? 0 : minutes.value(),
                text("onlineUrl").strip());
        DeskService.Opened[] opened = new DeskService.Opened[1];
        errors.check(timetable);
        if (errors.isNone()
                && errors.attempt(
                        () -> opened[0] = desk.open(getOffice().code(), timetable),
                        Map.of(
                                "consultation.error.days", "from",
                                "consultation.error.hours", "begin",
                                "consultation.error.weekdays", "weekdays",
                                "consultation.error.minutes", "minutes",
                                "consultation.error.link", "onlineUrl",
                                "consultation.error.none", "from",
                                "consultation.error.allOverlap", "from"))) {
            boolean all = opened[0].overlapping() == 0;
            here(all ? "opened" : "opened-some", all ? opened[0].times() : opened[0].overlapping());
        }
    }

    /** What the office says of itself, as it is being written. */
    public Map<String, String> getWords() {
        return words.typed(() -> said(getOffice().form()));
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return words.getConflicts();
    }

    public void describe() {
        String code = getOffice().code();
        OfficeForm form = form(getWords());
        errors.check(form);
        if (errors.isNone()
                && words.save(
                        errors,
                        () -> desk.describe(code, form(words.getBase()), form),
                        () -> {
                            offices = null;
                            return said(getOffice().form());
                        },
                        Map.of())) {
            here("described");
        }
    }

    private static Map<String, String> said(OfficeForm form) {
        return Map.of("about", form.about(), "place", form.place(), "telephone", form.telephone());
    }

    private static OfficeForm form(Map<String, String> words) {
        return new OfficeForm(words.get("about"), words.get("place"), words.get("telephone"));
    }

    @Override
    public String label(String field) {
        return texts.of("consultation." + field);
    }

    public void kept() {
        settle(true);
    }

    public void missed() {
        settle(false);
    }

    public void callOff() {
        if (errors.attempt(() -> desk.callOff(act.record(), act.seen()))) {
            here("called-off");
        }
    }

    public void withdraw() {
        if (errors.attempt(() -> desk.withdraw(getOffice().code(), act.number()))) {
            here("withdrawn");
        }
    }

    private void settle(boolean kept) {
        if (errors.attempt(() -> desk.settle(act.record(), act.seen(), kept))) {
            here("settled");
        }
    }

    private void here(String done) {
        web.go(web.url("/consultation-desk") + "?office=" + getOffice().code() + "&done=" + done);
    }

    private void here(String done, int count) {
        web.go(web.url("/consultation-desk") + "?office=" + getOffice().code() + "&done=" + done + "&count=" + count);
    }

    private LocalDate day(String field) {
        Typed<LocalDate> day = Typed.day(text(field));
        if (day.unreadable()) {
            errors.add(field, texts.of("consultation.error.days"));
        }
        return day.value();
    }

    private LocalTime time(String field) {
        LocalTime time = Typed.time(text(field)).value();
        if (time == null) {
            errors.add(field, texts.of("consultation.error.hours"));
        }
        return time;
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer;
    }

    public DayOfWeek[] getAllWeekdays() {
        return Arrays.copyOf(DayOfWeek.values(), 5);
    }

    public String[] getWeekdays() {
        return weekdays;
    }

    public void setWeekdays(String[] weekdays) {
        this.weekdays = weekdays;
    }
}
