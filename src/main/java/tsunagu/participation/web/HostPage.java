package tsunagu.participation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.participation.HostService;
import tsunagu.participation.InternshipRun;
import tsunagu.participation.ParticipationView;
import tsunagu.participation.SessionPlan;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
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
    private RowAct pressed;

    @Inject
    private Web web;

    private HostService.Runs runs;
    private ParticipationView one;
    private boolean gone;
    private Integer version;
    private String days = "";

    public HostService.Runs getRuns() {
        if (runs == null) {
            runs = host.runs(web.value("internship"));
        }
        return runs;
    }

    /**
     * A run as the form shows it, or the one that can be added.
     *
     * @param planned null for the one that can be added
     * @param typed what the one that can be added begins with
     */
    public record Row(int number, HostService.PlannedRun planned, Map<String, String> typed) {

        private static final String FRESH = "new";

        public boolean fresh() {
            return planned == null;
        }

        public InternshipRun session() {
            return planned.run();
        }

        /** Whose fields they are: what was typed for a new run never lands in one that somebody else added meanwhile. */
        public String key() {
            return fresh() ? FRESH : String.valueOf(session().id());
        }

        /** What a field shows before anything is typed in it. */
        public Object kept(String field) {
            if (fresh()) {
                return typed.getOrDefault(field, "");
            }
            return switch (field) {
                case "startsOn" -> session().startsOn();
                case "endsOn" -> session().endsOn();
                case "hours" -> session().hours();
                case "place" -> session().place();
                default -> session().capacity();
            };
        }
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        getRuns().sessions().forEach(each -> rows.add(new Row(each.run().number(), each, Map.of())));
        rows.add(new Row(rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number() + 1, null, left()));
        return rows;
    }

    /** What was typed for a run that is gone. */
    private Map<String, String> left() {
        return gone
                ? Stream.of("startsOn", "endsOn", "hours", "place", "capacity")
                        .collect(Collectors.toMap(field -> field, pressed::text))
                : Map.of();
    }

    public void remove() {
        pressedRow().ifPresent(row -> {
            if (errors.attempt(
                    () -> host.remove(web.value("internship"), row.session().id(), pressed.version()))) {
                web.go(web.url("/company/runs/" + web.value("internship")) + "?done=removed");
            }
        });
    }

    /** Empty, and said, when a colleague has removed the run: what was typed for it stands in the one that can be added. */
    private Optional<Row> pressedRow() {
        Optional<Row> row = getRows().stream()
                .filter(each -> each.key().equals(pressed.record()))
                .findFirst();
        if (row.isEmpty()) {
            gone = true;
            errors.add("", texts.of("participation.error.gone"));
        }
        return row;
    }

    public void plan() {
        pressedRow().ifPresent(this::plan);
    }

    private void plan(Row row) {
        Typed<LocalDate> starts = day(row, "startsOn");
        Typed<LocalDate> ends = day(row, "endsOn");
        Typed<Integer> capacity = Typed.wholeNumber(pressed.text("capacity"));
        if (capacity.unreadable()) {
            errors.add("capacity" + row.number(), texts.of("web.error.number"));
        }
        SessionPlan plan = new SessionPlan(
                starts.value(), ends.value(), pressed.text("hours"), pressed.text("place"), capacity.value());
        if (errors.isNone()
                && errors.attempt(
                        () -> plan(row, plan),
                        Map.of(
                                "participation.error.days", "startsOn" + row.number(),
                                "participation.error.capacity", "capacity" + row.number(),
                                "participation.error.hours", "hours" + row.number(),
                                "application.error.long", "place" + row.number()))) {
            web.go(web.url("/company/runs/" + web.value("internship")) + "?done=planned");
        }
    }

    private void plan(Row row, SessionPlan plan) {
        if (row.fresh()) {
            host.add(web.value("internship"), plan);
        } else {
            host.plan(web.value("internship"), row.session().id(), pressed.version(), plan);
        }
    }

    private Typed<LocalDate> day(Row row, String field) {
        Typed<LocalDate> day = Typed.day(pressed.text(field));
        if (day.unreadable()) {
            errors.add(field + row.number(), texts.of("web.error.date"));
        }
        return day;
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

    /** The letter with the answer rests. */
    public boolean isUntold() {
        return getOne().canBePutRight() && web.getNow().isBefore(getOne().toldAt());
    }

    public void putRight() {
        act(() -> host.putRight(web.value("participation"), version), "put-right");
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
