package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.attendance.DoorInbox;
import tsunagu.attendance.DoorInboxService;
import tsunagu.attendance.DoorInvitationService;
import tsunagu.attendance.DoorInvitationView;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;
import tsunagu.registration.Roster;
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.PublicAddress;
import tsunagu.web.QrDrawing;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Behind the doors of a session: devices, what they did against the rules, and the list on paper. */
@Named
@RequestScoped
public class DoorInboxPage {

    @Inject
    private DoorInboxService door;

    @Inject
    private DoorInvitationService invitations;

    @Inject
    private PublicAddress addresses;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private DoorInbox inbox;
    private DoorInboxService.PaperList paper;
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

    public void settle() {
        if (errors.attempt(
                () -> door.settle(web.number("session"), act.number(), act.version(), act.text("note")),
                Map.of("event.error.settleNote", "note-" + act.record()))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=looked-at");
        }
    }

    public void shutOut() {
        if (errors.attempt(() -> door.shutOut(web.number("session"), act.number(), act.version()))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=shut-out");
        }
    }

    public void readmit() {
        if (errors.attempt(() -> door.readmit(web.number("session"), act.number(), act.version()))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=readmitted");
        }
    }

    public void takeRecords() {
        if (errors.attempt(() -> door.takeRecords(web.number("session"), act.number(), act.version()))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=records-taken");
        }
    }

    public void invite() {
        if (errors.attempt(() -> invitations.invite(web.number("session")))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=invited");
        }
    }

    public void endInvitation() {
        if (errors.attempt(() -> invitations.end(web.number("session"), act.number(), act.version()))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/door") + "?done=invitation-ended");
        }
    }

    /** @param address the secret is behind the #: browsers send that to nobody, so it is in no log; null once it admits nobody */
    public record Invited(DoorInvitationView invitation, String address, String code) {}

    public List<Invited> getInvitations() {
        return getInbox().invitations().stream()
                .map(each -> {
                    String address = each.secret() == null ? null : addresses.of("/door/join") + "#" + each.secret();
                    return new Invited(each, address, address == null ? null : QrDrawing.svg(address));
                })
                .toList();
    }

    public void enter() {
        Map<Long, Companions> ticked = new TreeMap<>();
        for (Roster.Row row : getPaper().people()) {
            if (isTicked(row)) {
                ticked.put(row.registration(), cameWith(row));
            }
        }
        if (ticked.isEmpty()) {
            errors.add("", texts.of("event.error.nobodyTicked"));
        }
        if (errors.isNone() && errors.attempt(() -> door.enter(web.number("session"), ticked, ticket))) {
            web.go(web.url("/staff/sessions/" + web.number("session") + "/paper") + "?done=paper-entered");
        }
    }

    /** As written beside each kind; what is left empty came as it was registered. */
    private Companions cameWith(Roster.Row row) {
        Map<AttendanceRole, Integer> came = new EnumMap<>(AttendanceRole.class);
        row.companions().byRole().forEach((role, expected) -> {
            String of = row.registration() + "-" + role;
            Typed<Integer> persons = Typed.wholeNumber(act.typed("with", of));
            if (persons.unreadable()) {
                errors.add("with-" + of, row.name() + ": " + texts.of("web.error.number"));
            }
            came.put(role, persons.value() == null ? expected : persons.value());
        });
        try {
            return new Companions(came);
        } catch (DomainException wrong) {
            errors.add(
                    "with-" + row.registration() + "-"
                            + row.companions().roles().iterator().next(),
                    row.name() + ": " + texts.format(wrong.key(), wrong.arguments()));
            return Companions.NONE;
        }
    }

    /** By the number of the registration: the list may have grown since it was shown. */
    public boolean isTicked(Roster.Row row) {
        return act.all("came").contains(Long.toString(row.registration()));
    }

    /** Made when the form was opened: sent twice, it is entered once. */
    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = ticket;
    }
}
