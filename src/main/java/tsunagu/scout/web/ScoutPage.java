package tsunagu.scout.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.scout.ScoutInvitation;
import tsunagu.scout.ScoutService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** A person turns scouting on and off, and answers invitations. */
@Named
@RequestScoped
public class ScoutPage {

    @Inject
    private ScoutService scout;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<ScoutInvitation> received;

    public boolean isOn() {
        return scout.on();
    }

    public List<ScoutInvitation> getReceived() {
        if (received == null) {
            received = scout.received();
        }
        return received;
    }

    public void turnOn() {
        done(scout::turnOn, "on");
    }

    public void turnOff() {
        done(scout::turnOff, "off");
    }

    public void accept() {
        done(() -> scout.answer(act.record(), true), "accepted");
    }

    public void decline() {
        done(() -> scout.answer(act.record(), false), "declined");
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(web.url("/my/scout") + "?done=" + word);
        }
    }
}
