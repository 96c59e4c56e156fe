package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.event.Openness;
import tsunagu.event.SessionView;
import tsunagu.finding.Catalogue;
import tsunagu.finding.EventCard;
import tsunagu.finding.EventPageView;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchResult.Found;
import tsunagu.search.SearchService;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** An event: its sessions with seats left, who exhibits, how to get there. Three statements. */
@Named
@RequestScoped
public class EventPage {

    private static final int SIMILAR = 3;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private Web web;

    @Inject
    private Texts texts;

    private EventPageView event;
    private List<EventCard> similar;

    public EventPageView getEvent() {
        if (event == null) {
            event = isPreview() ? catalogue.draft(web.value("event")) : catalogue.event(web.value("event"));
        }
        return event;
    }

    /** Staff look at it before anybody else can: nothing leads on from here, and no machine is told of it. */
    public boolean isPreview() {
        return web.getPath().startsWith("/staff/");
    }

    /** The name of who was there as whom. */
    public String kind(EventPageView.Presence presence) {
        return switch (presence.kind()) {
            case "RECORDED" -> texts.of("event.presences.recorded");
            case "FEW" -> texts.of("event.presences.few");
            default -> texts.of("event.role." + presence.kind());
        };
    }

    /** Nothing of it is to come. */
    public boolean isOver() {
        return getEvent().card().cancelled()
                || getEvent().card().sessions().stream()
                        .allMatch(session -> session.times().endsAt() == null
                                || !web.getNow().isBefore(session.times().endsAt()));
    }

    /** The only day that takes registrations, or a line for it; null where there are several, or none. */
    public SessionView getOnly() {
        return open().size() == 1 ? open().get(0) : null;
    }

    private List<SessionView> open() {
        return getEvent().card().sessions().stream()
                .filter(each -> each.openness() == Openness.OPEN || each.openness() == Openness.FULL)
                .toList();
    }

    /** What one does there: where all is taken, one waits. */
    public String getWayInWord() {
        boolean full = !open().isEmpty() && open().stream().allMatch(each -> each.openness() == Openness.FULL);
        return texts.of(full ? "event.register.line" : "event.wayIn");
    }

    /** Where one registers: the form where there is one day to choose, else the list of days; "" when nobody can. */
    public String getWayIn() {
        EventCard card = getEvent().card();
        List<SessionView> open = open();
        if (open.isEmpty() || card.cancelled() || isPreview()) {
            return "";
        }
        if (card.course()) {
            return "#course";
        }
        return open.size() == 1
                ? web.url("/events/" + card.code() + "/sessions/" + open.get(0).id() + "/register")
                : "#sessions";
    }

    public List<EventCard> getSimilar() {
        if (similar == null) {
            List<Found> found = search.like(
                    Kind.EVENT,
                    getEvent().card().id(),
                    List.of(Facet.EVENT_TYPE, Facet.AUDIENCE_OF_EVENT, Facet.AREA),
                    SIMILAR);
            similar = catalogue.events(found.stream().map(Found::recordId).toList());
        }
        return similar;
    }
}
