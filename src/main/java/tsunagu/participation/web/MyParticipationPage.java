package tsunagu.participation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.participation.ParticipationView;
import tsunagu.participation.TakePartService;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A student's internships, and one of them. */
@Named
@RequestScoped
public class MyParticipationPage {

    @Inject
    private TakePartService participations;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private List<ParticipationView> mine;
    private ParticipationView one;

    public List<ParticipationView> getMine() {
        if (mine == null) {
            mine = participations.mine();
        }
        return mine;
    }

    public ParticipationView getOne() {
        if (one == null) {
            one = participations.participation(web.value("participation"));
        }
        return one;
    }

    public void withdraw() {
        if (errors.attempt(() -> participations.withdraw(web.value("participation")))) {
            web.go(web.url("/my/internships/" + web.value("participation")) + "?done=withdrawn");
        }
    }
}
