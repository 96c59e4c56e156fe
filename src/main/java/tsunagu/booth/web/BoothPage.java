package tsunagu.booth.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.booth.BoothRequestService;
import tsunagu.booth.BoothService;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Booths at a fair: a visitor's visits, a company's desk. */
@Named
@RequestScoped
public class BoothPage {

    @Inject
    private BoothService booths;

    @Inject
    private BoothRequestService requests;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private List<BoothService.Stop> stops;
    private List<BoothRequestService.OpenFair> openFairs;
    private BoothService.Desk desk;
    private BoothService.Booth booth;
    private String code = "";

    public List<BoothService.Stop> getStops() {
        if (stops == null) {
            stops = booths.stops(web.value("ticket"));
        }
        return stops;
    }

    public boolean isOpen() {
        return booths.open(web.value("ticket"));
    }

    public void visit() {
        said(false, "visited");
    }

    public void consent() {
        said(true, "consented");
    }

    /** The company may not know any more who it was; the visit stays counted. */
    public void takeBack() {
        said(false, "taken-back");
    }

    private void said(boolean consent, String done) {
        if (errors.attempt(
                () -> booths.visited(web.value("ticket"), act.number(), Boolean.parseBoolean(act.seen()), consent))) {
            web.go(web.url("/tickets/" + web.value("ticket") + "/booths") + "?done=" + done + "#booth-" + act.number());
        }
    }

    public BoothService.Booth getBooth() {
        if (booth == null) {
            booth = booths.booth(web.value("event"), web.value("company"));
        }
        return booth;
    }

    /** Of whoever is signed in; "" for everybody else, whose phone may know it. */
    public String getOwnTicket() {
        return booths.ownTicket(web.value("event"));
    }

    /** Fairs at which the company may ask to be, or has asked to. */
    public List<BoothRequestService.OpenFair> getOpenFairs() {
        if (openFairs == null) {
            openFairs = requests.fairs();
        }
        return openFairs;
    }

    public void ask() {
        if (errors.attempt(
                () -> requests.ask(act.record(), act.text("words")),
                Map.of("booth.error.words", "words-" + act.record()))) {
            web.go(web.url("/company/booths") + "?done=asked");
        }
    }

    public void withdraw() {
        if (errors.attempt(() -> requests.withdraw(act.number(), act.version()))) {
            web.go(web.url("/company/booths") + "?done=withdrawn");
        }
    }

    public BoothService.Desk getDesk() {
        if (desk == null) {
            desk = booths.desk(web.value("event"));
        }
        return desk;
    }

    public void read() {
        if (errors.attempt(
                () -> booths.read(web.value("event"), code),
                Map.of("booth.error.unknown", "code", "booth.error.twice", "code", "booth.error.notOpen", "code"))) {
            web.go(web.url("/company/booths/" + web.value("event")) + "?done=read");
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
