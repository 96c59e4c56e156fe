package tsunagu.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.AttendanceRole;
import tsunagu.question.Moment;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.web.FormErrors;
import tsunagu.web.NameSize;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A person's tickets: the list, one ticket, and giving it back. */
@Named
@RequestScoped
public class TicketPage {

    @Inject
    private TicketService tickets;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private Texts texts;

    @Inject
    private RowAct act;

    private Ticket ticket;
    private List<Ticket> mine;
    private SeatForm form;
    private SeatForm questionnaire;

    /** Class of the type the name is set in. */
    public String getHolderSize() {
        return NameSize.of(getTicket().holder());
    }

    public Ticket getTicket() {
        if (ticket == null) {
            ticket = tickets.ticket(web.value("ticket"));
        }
        return ticket;
    }

    public List<Ticket> getMine() {
        if (mine == null) {
            mine = tickets.myTickets();
        }
        return mine;
    }

    public void cancel() {
        boolean guest = getTicket().guest();
        if (errors.attempt(() -> tickets.cancel(web.value("ticket")))) {
            web.go(guest ? here("cancelled") : web.url("/my") + "?done=cancelled");
        }
    }

    /** The guest has the letter and means it. */
    public void prove() {
        if (errors.attempt(() -> tickets.prove(web.value("ticket")))) {
            web.go(here("registered"));
        }
    }

    /** Takes the seat that is offered. */
    public void accept() {
        if (errors.attempt(() -> tickets.accept(web.value("ticket")))) {
            web.go(here("registered"));
        }
    }

    /** Who comes along and what was answered, to be changed. */
    public SeatForm getForm() {
        if (form == null) {
            String token = web.value("ticket");
            form = SeatForm.of(tickets.request(token), tickets.questions(token, Moment.REGISTRATION))
                    .read(act);
        }
        return form;
    }

    public void change() {
        if (!getForm().complete(errors, texts)) {
            return;
        }
        if (errors.attempt(() -> tickets.change(web.value("ticket"), getForm().request(false)), RegisterPage.FIELDS)) {
            web.go(here("ticket-changed"));
        }
    }

    /** アンケート; empty when nothing is asked. */
    public SeatForm getQuestionnaire() {
        if (questionnaire == null) {
            String token = web.value("ticket");
            questionnaire = new SeatForm(tickets.questions(token, Moment.AFTERWARDS));
            questionnaire.setRole(getTicket().role());
            questionnaire.answer(tickets.request(token).answers());
            questionnaire.read(act);
        }
        return questionnaire;
    }

    public void answer() {
        if (!getQuestionnaire().complete(errors, texts)) {
            return;
        }
        if (errors.attempt(
                () -> tickets.answer(web.value("ticket"), getQuestionnaire().typed()))) {
            web.go(here("answered"));
        }
    }

    public List<AttendanceRole> getRoles() {
        return AttendanceRole.forRegistration();
    }

    private String here(String done) {
        return web.url("/tickets/" + web.value("ticket")) + "?done=" + done;
    }
}
