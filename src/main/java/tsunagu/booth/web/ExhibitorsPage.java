package tsunagu.booth.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.booth.BoothRequestService;
import tsunagu.booth.ExhibitorService;
import tsunagu.company.CompanyName;
import tsunagu.event.Exhibit;
import tsunagu.event.Exhibiting;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.PublicAddress;
import tsunagu.web.QrDrawing;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff: who exhibits at an event, and the cards that stand on the tables. */
@Named
@RequestScoped
public class ExhibitorsPage {

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private BoothRequestService requests;

    @Inject
    private RowAct act;

    @Inject
    private Texts texts;

    @Inject
    private PublicAddress address;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private String until;
    private boolean shared;
    private final Map<String, String> typed = new HashMap<>();
    private String outsideName = "";
    private String outsideContact = "";
    private String outsideMail = "";
    private String outsideBooth = "";
    private String seen;

    /** Of the list as the page was made from it. */
    public String getSeen() {
        if (seen == null) {
            seen = exhibitors.seen(web.value("event"));
        }
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** Until when companies may ask for a booth; nothing typed: they cannot. */
    public void let() {
        Typed<LocalDate> day = Typed.day(getUntil());
        if (day.unreadable()) {
            errors.add("until", texts.of("web.error.date"));
        } else if (errors.attempt(
                () -> requests.let(web.value("event"), day.value()), Map.of("booth.error.untilLate", "until"))) {
            done("let");
        }
    }

    public void give() {
        if (errors.attempt(
                () -> requests.give(web.value("event"), act.number(), act.version(), act.text("booth"), shared))) {
            done("given");
        }
    }

    public void refuse() {
        if (errors.attempt(() -> requests.refuse(web.value("event"), act.number(), act.version(), act.text("why")))) {
            done("refused");
        }
    }

    /** Who has no entry in the register. */
    public void addOutside() {
        OutsideExhibit typed = new OutsideExhibit(Exhibit.at(outsideBooth), outsideContact, outsideMail);
        if (errors.attempt(
                () -> exhibitors.addOutside(web.value("event"), outsideName, typed, shared),
                Map.of(
                        "booth.error.outsideName", "outsideName",
                        "booth.error.registered", "outsideName",
                        "booth.error.companyTwice", "outsideName",
                        "booth.error.outsideContact", "outsideContact",
                        "web.error.mailAddress", "outsideMail",
                        "booth.error.long", "outsideBooth",
                        "booth.error.sameBooth", "outsideBooth"))) {
            done("given");
        }
    }

    /** Nobody has a booth any more. */
    public void clear() {
        String looked = getSeen();
        // Who is told that a colleague changed the list sees what it says now, and means that one with the next press.
        seen = null;
        if (errors.attempt(() -> exhibitors.empty(web.value("event"), looked))) {
            done("emptied");
        }
    }

    /** Looks for a company: the page comes back with it, and what was typed beside it stays. */
    public void find() {}

    public String getOutsideName() {
        return outsideName;
    }

    public void setOutsideName(String outsideName) {
        this.outsideName = outsideName;
    }

    public String getOutsideContact() {
        return outsideContact;
    }

    public void setOutsideContact(String outsideContact) {
        this.outsideContact = outsideContact;
    }

    public String getOutsideMail() {
        return outsideMail;
    }

    public void setOutsideMail(String outsideMail) {
        this.outsideMail = outsideMail;
    }

    public String getOutsideBooth() {
        return outsideBooth;
    }

    public void setOutsideBooth(String outsideBooth) {
        this.outsideBooth = outsideBooth;
    }

    /** With and without an entry in the register, by booth. */
    public List<Exhibiting> getAll() {
        return exhibitors.all(web.value("event"));
    }

    public void add() {
        if (errors.attempt(() -> exhibitors.add(web.value("event"), act.number(), act.text("booth"), shared))) {
            done("given");
        }
    }

    private void done(String what) {
        web.go(web.url("/staff/events/" + web.value("event") + "/exhibitors") + "?done=" + what);
    }

    public List<BoothRequestService.Asked> getRequests() {
        return requests.requests(web.value("event"));
    }

    /** Letters of a name or its reading that were looked for. */
    public String getWanted() {
        return said("q");
    }

    private String said(String field) {
        String said = typed.get(field);
        return said == null ? "" : said.strip();
    }

    /** What was typed to find a company, and the number of one that was chosen from what the field offered. */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** One that was chosen by its name is meant, and none of those that are called alike. */
    public List<CompanyName> getFound() {
        String chosen = said("q-id");
        return exhibitors.find(
                web.value("event"), getWanted(), chosen.matches("[0-9]{1,18}") ? Long.valueOf(chosen) : null);
    }

    public String getUntil() {
        if (until == null) {
            LocalDate day = requests.until(web.value("event"));
            until = day == null ? "" : day.toString();
        }
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    /** Companies share a booth on purpose. */
    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public List<ExhibitorService.Exhibitor> getExhibitors() {
        return exhibitors.exhibitors(web.value("event"));
    }

    /** The code of the booth's own page, for visitors. */
    public String code(String company) {
        return QrDrawing.svg(address.of("/events/" + web.value("event") + "/booths/" + company));
    }
}
