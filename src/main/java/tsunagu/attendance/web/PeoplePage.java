package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.attendance.PeopleService;
import tsunagu.attendance.SamePerson;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** People who may be one, and those who are counted as one. */
@Named
@RequestScoped
public class PeoplePage {

    @Inject
    private PeopleService people;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private List<SamePerson> alike;
    private List<SamePerson> merged;

    public List<SamePerson> getAlike() {
        if (alike == null) {
            alike = people.alike();
        }
        return alike;
    }

    public List<SamePerson> getMerged() {
        if (merged == null) {
            merged = people.merged();
        }
        return merged;
    }

    public void merge() {
        done(() -> people.merge(act.record(), act.seen()), "same");
    }

    public void undo() {
        done(() -> people.undo(act.number()), "two");
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(web.url("/staff/people") + "?done=" + word);
        }
    }
}
