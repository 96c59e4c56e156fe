package tsunagu.participation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.participation.HostService;
import tsunagu.participation.ParticipationState;
import tsunagu.participation.ParticipationView;
import tsunagu.participation.SessionPlan;
import tsunagu.participation.SessionView;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company's side of internships: runs, who applied, who comes, who came. */
@Named
@RequestScoped
public class HostPage {

    @Inject
    private HostService host;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private HostService.Runs runs;
    private List<ParticipationView> received;
    private List<ParticipationView> recruitable;
    private ParticipationView one;
    private Map<String, String> typed;
    private Integer version;
    private String days = "";

    public HostService.Runs getRuns() {
        if (runs == null) {
            runs = host.runs(web.value("internship"));
        }
        return runs;
    }

    /** Numbers of the runs there are, and of one more. */
    public List<Integer> getNumbers() {
        return java.util.stream.IntStream.rangeClosed(1, getRuns().sessions().size() + 1)
                .boxed()
                .toList();
    }

    /** Fields of all runs, by name and number: "startsOn1". */
    public Map<String, String> getTyped() {
        if (typed == null) {
            typed = new HashMap<>();
            for (SessionView each : getRuns().sessions()) {
                typed.put("startsOn" + each.number(), each.startsOn().toString());
                typed.put("endsOn" + each.number(), each.endsOn().toString());
                typed.put("place" + each.number(), each.place());
                typed.put("capacity" + each.number(), each.capacity() == null ? "" : each.capacity().toString());
            }
        }
        return typed;
    }

    public void plan(int number) {
        Typed<LocalDate> starts = day("startsOn" + number);
        Typed<LocalDate> ends = day("endsOn" + number);
        Typed<Integer> capacity = Typed.wholeNumber(text("capacity" + number));
        if (capacity.unreadable()) {
            errors.add("capacity" + number, texts.of("web.error.number"));
        }
        SessionPlan plan = new SessionPlan(starts.value(), ends.value(), text("place" + number), capacity.value());
        if (errors.isNone()
                && errors.attempt(
                        () -> host.plan(web.value("internship"), number, plan),
                        Map.of(
                                "participation.error.days", "startsOn" + number,
                                "participation.error.capacity", "capacity" + number,
                                "application.error.long", "place" + number))) {
            web.go(web.url("/company/runs/" + web.value("internship")) + "?done=planned");
        }
    }

    private Typed<LocalDate> day(String field) {
        Typed<LocalDate> day = Typed.day(text(field));
        if (day.unreadable()) {
            errors.add(field, texts.of("web.error.date"));
        }
        return day;
    }

    private String text(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer.strip();
    }

    public List<ParticipationView> getReceived() {
        if (received == null) {
            received = host.received();
        }
        return received;
    }

    public long getUnanswered() {
        return getReceived().stream()
                .filter(each -> each.state() == ParticipationState.APPLIED)
                .count();
    }

    public List<ParticipationView> getRecruitable() {
        if (recruitable == null) {
            recruitable = host.recruitable();
        }
        return recruitable;
    }

    public ParticipationView getOne() {
        if (one == null) {
            one = host.participation(web.value("participation"));
        }
        return one;
    }

    /** The run has begun, so that it can be said who came. */
    public boolean isBegun() {
        LocalDate today = LocalDate.ofInstant(web.getNow(), tsunagu.shared.FiscalYear.ZONE);
        return !today.isBefore(getOne().session().startsOn());
    }

    public void accept() {
        act(() -> host.accept(web.value("participation"), version), "accepted");
    }

    public void decline() {
        act(() -> host.decline(web.value("participation"), version), "declined");
    }

    public void record() {
        Typed<Integer> came = Typed.wholeNumber(days.strip());
        if (came.unreadable()) {
            errors.add("days", texts.of("web.error.number"));
            return;
        }
        act(() -> host.record(web.value("participation"), version, came.value()), "recorded");
    }

    private void act(Runnable useCase, String done) {
        if (errors.attempt(useCase, Map.of("participation.error.came", "days", "participation.error.early", "days"))) {
            web.go(web.url("/company/participants/" + web.value("participation")) + "?done=" + done);
        }
    }

    /** Of the participation as the page showed it. */
    public Integer getVersion() {
        return version == null ? getOne().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }
}
