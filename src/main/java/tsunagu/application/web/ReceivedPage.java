package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import tsunagu.application.ApplicationState;
import tsunagu.application.ApplicationView;
import tsunagu.application.ReceiveService;
import tsunagu.desk.web.DeskPages;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** One of a company's applications. */
@Named
@RequestScoped
public class ReceivedPage {

    @Inject
    private ReceiveService applications;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct pressed;

    @Inject
    private DeskPages desks;

    @Inject
    private Web web;

    private ApplicationView application;
    private String words = "";
    private String firstDay = "";
    private boolean inCity = true;
    private Integer version;

    public ApplicationView getApplication() {
        if (application == null) {
            application = applications.application(web.value("application"));
        }
        return application;
    }

    public void load() {
        if (getApplication().messages().stream().anyMatch(each -> !each.byCompany() && each.readAt() == null)) {
            applications.read(getApplication().code());
        }
    }

    public Set<ApplicationState> getNext() {
        return getApplication().state().next();
    }

    /** The buttons differ by where they lead; which application it is, the address says. */
    public void move() {
        ApplicationState next = Arrays.stream(ApplicationState.values())
                .filter(each -> each.name().equals(pressed.record()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("state " + pressed.record()));
        act(() -> applications.move(web.value("application"), pressed.version(), next), "moved");
    }

    /** On the board: the lane stands in the button's name, because it names its application itself. */
    public void begin() {
        moveOnBoard(ApplicationState.IN_PROGRESS);
    }

    public void interview() {
        moveOnBoard(ApplicationState.INTERVIEW);
    }

    public void offer() {
        moveOnBoard(ApplicationState.OFFER);
    }

    private void moveOnBoard(ApplicationState next) {
        if (errors.attempt(() -> applications.move(pressed.record(), pressed.version(), next))) {
            web.go(desks.of("applications").after("moved"));
        }
    }

    public void hire() {
        Typed<java.time.LocalDate> day = Typed.day(firstDay);
        if (day.unreadable()) {
            errors.add("firstDay", texts.of("web.error.date"));
            return;
        }
        act(() -> applications.hire(web.value("application"), version, day.value(), inCity), "hired");
    }

    /** The letter about the last step rests. */
    public boolean isUntold() {
        return getApplication().untold(web.getNow());
    }

    /** The state to which the last step can be put right, or null. */
    public ApplicationState getBefore() {
        return getApplication().before(web.getNow());
    }

    public void putRight() {
        act(() -> applications.putRight(web.value("application"), version), "put-right");
    }

    public void correctHire() {
        Typed<java.time.LocalDate> day = Typed.day(firstDay);
        if (day.unreadable()) {
            errors.add("firstDay", texts.of("web.error.date"));
            return;
        }
        act(() -> applications.correctHire(web.value("application"), version, day.value(), inCity), "hire-corrected");
    }

    public void write() {
        act(() -> applications.write(web.value("application"), words), "written");
    }

    private void act(Runnable useCase, String done) {
        Map<String, String> fields = Map.of(
                "application.error.words",
                "words",
                "application.error.long",
                "words",
                "application.error.hiredOn",
                "firstDay");
        if (errors.attempt(useCase, fields)) {
            web.go(web.url("/company/applications/" + web.value("application")) + "?done=" + done);
        }
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay;
    }

    public boolean isInCity() {
        return inCity;
    }

    public void setInCity(boolean inCity) {
        this.inCity = inCity;
    }

    /** Of the application as the page showed it. */
    public Integer getVersion() {
        return version == null ? getApplication().version() : version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
