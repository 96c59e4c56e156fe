package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.event.DoorInbox;
import tsunagu.event.DoorInboxService;
import tsunagu.event.Roster;
import tsunagu.shared.Secrets;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Behind the doors of a session: devices, what they did against the rules, and the list on paper. */
@Named
@RequestScoped
public class DoorInboxPage {

    @Inject
    private DoorInboxService door;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private DoorInbox inbox;
    private DoorInboxService.PaperList paper;
    private final Map<String, String> notes = new HashMap<>();
    private final Map<Long, Boolean> came = new HashMap<>();
    private final Map<Long, String> with = new HashMap<>();
    private String ticket = Secrets.name(10);

    public DoorInbox getInbox() {
        if (inbox == null) {
            inbox = door.inbox(web.number("session"));
        }
        return inbox;
    }

    public DoorInboxService.PaperList getPaper() {
        if (paper == null) {
            paper = door.paper(web.number("session"));
        }
        return paper;
    }

    public void settle(long conflict) {
        if (errors.attempt(
                () -> door.settle(conflict, notes.get("note" + conflict)),
                Map.of("event.error.settleNote", "note" + conflict))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=looked-at");
        }
    }

    public void shutOut(long device) {
        if (errors.attempt(() -> door.shutOut(device))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=shut-out");
        }
    }

    public void enter() {
        Map<Long, Integer> ticked = new TreeMap<>();
        for (Roster.Row row : getPaper().people()) {
            if (Boolean.TRUE.equals(came.get(row.registration()))) {
                Typed<Integer> persons = Typed.wholeNumber(with.get(row.registration()));
                if (persons.unreadable()) {
                    errors.add("with-" + row.registration(), row.name() + ": " + texts.of("web.error.number"));
                }
                ticked.put(row.registration(), persons.value() == null ? row.companions().persons() : persons.value());
            }
        }
        if (errors.isNone() && errors.attempt(() -> door.enter(web.number("session"), ticked, ticket))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/paper") + "?done=paper-entered");
        }
    }

    public Map<String, String> getNotes() {
        return notes;
    }

    public Map<Long, Boolean> getCame() {
        return came;
    }

    /** How many came along, as typed; empty: as many as had been said. */
    public Map<Long, String> getWith() {
        return with;
    }

    /** Made when the form was opened: sent twice, it is entered once. */
    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = ticket;
    }
}
