package tsunagu.seeker.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import tsunagu.seeker.NextService;
import tsunagu.shared.CityContact;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.OwnDates;
import tsunagu.shared.Words;
import tsunagu.web.CalendarText;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/**
 * A person's dates behind a private address, for their calendar to fetch (RFC 5545). No ticket's code and no meeting's address is in it: who
 * gets hold of the calendar gets no further.
 */
@WebServlet("/internal/calendar-feed")
public class CalendarFeed extends HttpServlet {

    @Inject
    private transient NextService next;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient CityContact.Known city;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String secret = RoutedRequest.of(request).value("secret").replaceFirst("\\.ics$", "");
        List<OwnDates.Entry> dates = next.calendar(secret).orElseThrow(() -> new NotFoundException("calendar"));
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, max-age=600");
        response.getWriter()
                .write(CalendarText.folded(CalendarText.feed(
                        Words.japanese("web.portal"),
                        address.of("/my"),
                        dates.stream().map(this::entry).toList())));
    }

    private VEvent entry(OwnDates.Entry each) {
        // What these dates are made of does not say when it was changed: of two answers the later one holds.
        return CalendarText.entry(
                new CalendarText.Told(
                        each.uid(),
                        each.begins(),
                        each.ends(),
                        each.title(),
                        each.place(),
                        address.of("/my"),
                        address.of("/my"),
                        each.sequence(),
                        clock.instant(),
                        each.holds()),
                city.contact());
    }
}
