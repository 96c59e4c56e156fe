package tsunagu.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.EventCatalogue;
import tsunagu.event.EventView;
import tsunagu.event.SessionView;
import tsunagu.web.Web;

/** The public list of events, and one event. */
@Named
@RequestScoped
public class EventsPage {

    @Inject
    private EventCatalogue catalogue;

    @Inject
    private Web web;

    private List<SessionView> sessions;
    private EventView event;

    public boolean isPast() {
        return web.parameter("when").filter("past"::equals).isPresent();
    }

    public List<SessionView> getSessions() {
        if (sessions == null) {
            sessions = isPast() ? catalogue.past() : catalogue.coming();
        }
        return sessions;
    }

    public EventView getEvent() {
        if (event == null) {
            event = catalogue.event(web.value("event"));
        }
        return event;
    }
}
