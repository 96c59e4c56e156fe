package tsunagu.scout.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.scout.Invitation;
import tsunagu.scout.ScoutService;
import tsunagu.web.FormErrors;
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
    private Web web;

    private List<Invitation> received;

    public boolean isOn() {
        return scout.on();
    }

    public List<Invitation> getReceived() {
        if (received == null) {
            received = scout.received();
        }
        return received;
    }

    public void turn(boolean on) {
        if (errors.attempt(() -> {
            if (on) {
                scout.turnOn();
            } else {
                scout.turnOff();
            }
        })) {
            web.go(web.url("/my/scout") + "?done=" + (on ? "on" : "off"));
        }
    }

    public void answer(String code, boolean accept) {
        if (errors.attempt(() -> scout.answer(code, accept))) {
            web.go(web.url("/my/scout") + "?done=" + (accept ? "accepted" : "declined"));
        }
    }
}
