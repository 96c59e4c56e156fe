package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.event.EventService;
import tsunagu.event.EventView;
import tsunagu.web.PublicAddress;
import tsunagu.web.QrDrawing;
import tsunagu.web.Web;

/** What staff print for an event: the poster with the code of its page. */
@Named
@RequestScoped
public class PrintPage {

    @Inject
    private EventService events;

    @Inject
    private PublicAddress address;

    @Inject
    private Web web;

    private EventView event;

    public EventView getEvent() {
        if (event == null) {
            event = events.event(web.value("event")).event();
        }
        return event;
    }

    public String getAddress() {
        return address.of("/events/" + getEvent().code());
    }

    public String getCode() {
        return QrDrawing.svg(getAddress());
    }
}
