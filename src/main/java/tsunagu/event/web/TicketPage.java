package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.RegistrationService;
import tsunagu.event.Ticket;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** A person's tickets: the list, one ticket, and giving it back. */
@Named
@RequestScoped
public class TicketPage {

    @Inject
    private RegistrationService registrations;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private Ticket ticket;
    private List<Ticket> mine;

    public Ticket getTicket() {
        if (ticket == null) {
            ticket = registrations.ticket(web.value("ticket"));
        }
        return ticket;
    }

    public List<Ticket> getMine() {
        if (mine == null) {
            mine = registrations.myTickets();
        }
        return mine;
    }

    public void cancel() {
        boolean guest = getTicket().guest();
        if (errors.attempt(() -> registrations.cancel(web.value("ticket")))) {
            web.go(guest ? here("cancelled") : web.url("/my") + "?done=cancelled");
        }
    }

    /** Takes the seat that is offered. */
    public void accept() {
        if (errors.attempt(() -> registrations.accept(web.value("ticket")))) {
            web.go(here("registered"));
        }
    }

    private String here(String done) {
        return web.url("/tickets/" + web.value("ticket")) + "?done=" + done;
    }
}
