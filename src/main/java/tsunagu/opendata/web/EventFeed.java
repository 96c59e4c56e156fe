package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.finding.Catalogue;
import tsunagu.finding.EventCard;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.CityContact;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Words;
import tsunagu.web.CalendarText;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/**
 * Coming sessions as a calendar to subscribe to (RFC 5545), narrowed like the list itself: /events.ics?type=SEMINAR. The
 * UID of a session never changes; links to online sessions are on tickets only. One session alone, to be put into a calendar by
 * somebody who has no ticket: /events/{event}/sessions/{session}/calendar.ics, with the same UID.
 */
@WebServlet({"/internal/event-feed", "/internal/session-calendar"})
public class EventFeed extends HttpServlet {

    private static final int MOST = 500;

    @Inject
    private transient SearchService search;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient CityContact.Known city;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        if (routed.has("session")) {
            one(catalogue.event(routed.value("event")).card(), routed.number("session"), response);
            return;
        }
        SearchQuery query = SearchQuery.parse(Kind.EVENT, request.getParameterMap());
        if (!query.complaints().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        List<Long> ids = search.all(query, MOST).stream()
                .map(SearchResult.Found::recordId)
                .toList();
        List<VEvent> events = new ArrayList<>();
        for (EventCard card : catalogue.events(ids)) {
            for (SessionView session : card.sessions()) {
                if (session.times().startsAt() != null) {
                    events.add(event(card, session));
                }
            }
        }
        PlainAnswer.text(
                response,
                "text/calendar",
                CalendarText.folded(CalendarText.feed(Words.japanese("web.portal"), address.of("/events"), events)));
    }

    private void one(EventCard card, long id, HttpServletResponse response) throws IOException {
        SessionView session = card.sessions().stream()
                .filter(each -> each.id() == id && each.times().startsAt() != null)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("hours of session " + id));
        List<VEvent> entry = List.of(event(card, session));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + card.code() + ".ics\"");
        PlainAnswer.text(
                response,
                "text/calendar",
                CalendarText.folded(
                        calledOff(card, session) ? CalendarText.cancelled(entry) : CalendarText.calendar(entry)));
    }

    private VEvent event(EventCard card, SessionView session) {
        String page = address.of("/events/" + card.code());
        boolean off = calledOff(card, session);
        return CalendarText.entry(
                new CalendarText.Told(
                        "session-" + session.id() + "@tsunagu",
                        session.times().startsAt(),
                        session.times().endsAt(),
                        session.title().isEmpty() ? card.title() : card.title() + " " + session.title(),
                        session.place().isEmpty() ? Words.japanese("event.online") : session.place(),
                        page,
                        page,
                        session.sequence() + (off ? 1 : 0),
                        session.revisedAt(),
                        !off),
                city.contact());
    }

    /** It had been announced and does not take place; the table says the same. */
    static boolean calledOff(EventCard card, SessionView session) {
        return card.cancelled() || session.outcome() == SessionOutcome.NOT_HELD || session.calledOff();
    }
}
