package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tsunagu.application.ApplicationPersons;
import tsunagu.application.ApplicationView;
import tsunagu.application.ApplyService;
import tsunagu.application.PlacementRoute;
import tsunagu.posting.PostingService;
import tsunagu.posting.Term;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A seeker's applications, and one of them: how far it is, what was written, files, the hire. */
@Named
@RequestScoped
public class MyApplicationPage {

    @Inject
    private ApplyService applications;

    @Inject
    private PostingService postings;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<ApplicationView.Line> mine;
    private ApplicationView application;
    private Map<Term, String> terms;
    private String words = "";
    private PlacementRoute route;

    public List<ApplicationView.Line> getMine() {
        if (mine == null) {
            mine = applications.mine();
        }
        return mine;
    }

    public ApplicationView getApplication() {
        if (application == null) {
            application = applications.application(web.value("application"));
        }
        return application;
    }

    /** It is over, and not so long ago that nothing of it is left. */
    public boolean isHeld() {
        return getApplication().overSince() != null
                && !LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE).isAfter(getHeldUntil());
    }

    /** The day after which what was sent and written is deleted: by the register of personal files. */
    public LocalDate getHeldUntil() {
        return LocalDate.ofInstant(getApplication().overSince(), FiscalYear.ZONE)
                .plus(ApplicationPersons.OVER.after());
    }

    /** The terms as they were when the person applied. */
    public Map<Term, String> getTerms() {
        if (terms == null) {
            terms = postings.terms(
                    getApplication().posting().postingId(), getApplication().edition());
        }
        return terms;
    }

    public void load() {
        if (getApplication().messages().stream().anyMatch(each -> each.byCompany() && each.readAt() == null)) {
            applications.read(getApplication().code());
        }
    }

    public void write() {
        act(() -> applications.write(web.value("application"), words), "written");
    }

    public void removeFile() {
        act(() -> applications.removeFile(web.value("application"), act.record()), "file-removed");
    }

    public void withdraw() {
        act(() -> applications.withdraw(web.value("application")), "withdrawn");
    }

    public void confirmHire() {
        act(() -> applications.confirmHire(web.value("application"), route), "hire-confirmed");
    }

    public void denyHire() {
        act(() -> applications.denyHire(web.value("application")), "hire-denied");
    }

    private void act(Runnable useCase, String done) {
        Map<String, String> fields = Map.of(
                "application.error.words",
                "words",
                "application.error.long",
                "words",
                "application.error.route",
                "route");
        if (errors.attempt(useCase, fields)) {
            web.go(web.url("/my/applications/" + web.value("application")) + "?done=" + done);
        }
    }

    /** What was wrong with a file just sent; "" when nothing was. */
    public String getFileProblem() {
        String key = "web.error."
                + web.parameter("problem")
                        .filter(word -> word.matches("file[A-Za-z]{1,20}"))
                        .orElse("none");
        String own = "application.error.files";
        if (web.parameter("problem").filter("files"::equals).isPresent()) {
            return texts.of(own, 3);
        }
        return texts.has(key) ? texts.of(key, 5) : "";
    }

    public PlacementRoute[] getRoutes() {
        return PlacementRoute.values();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public PlacementRoute getRoute() {
        return route;
    }

    public void setRoute(PlacementRoute route) {
        this.route = route;
    }
}
