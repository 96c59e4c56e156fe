package tsunagu.seeker.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import tsunagu.seeker.NextService;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.OwnDates;
import tsunagu.web.CalendarText;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/**
 * A person's dates behind a private address, for his calendar to fetch (RFC 5545). No ticket's code and no meeting's address is in it: who
 * gets hold of the calendar gets no further.
 */
@WebServlet("/internal/calendar-feed")
public class CalendarFeed extends HttpServlet {

    @Inject
    private transient NextService next;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String secret = RoutedRequest.of(request).value("secret").replaceFirst("\\.ics$", "");
        List<OwnDates.Entry> dates = next.calendar(secret).orElseThrow(() -> new NotFoundException("calendar"));
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, max-age=600");
        response.getWriter().write(CalendarText.folded(CalendarText.calendar(dates.stream().map(this::entry).toList())));
    }

    private VEvent entry(OwnDates.Entry each) {
        return new VEvent(new PropertyList(List.of(
                new Uid(each.uid()),
                new DtStamp(clock.instant()),
                new DtStart<>(each.begins()),
                new DtEnd<>(each.ends()),
                new Summary(each.title()),
                new Location(each.place()),
                new Description(address.of("/my")),
                new Status(each.holds() ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED))));
    }
}
