package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.UseCase;

/** What anyone may read about events. */
@ApplicationScoped
@Transactional
public class EventCatalogue {

    @Inject
    private EventRepository events;

    @Inject
    private Clock clock;

    /** Sessions to come, soonest first. */
    @UseCase(anyone = true, changes = false)
    public List<SessionView> coming() {
        Instant now = clock.instant();
        return views(events.comingSessions(now), now);
    }

    /** Sessions that are over, latest first. */
    @UseCase(anyone = true, changes = false)
    public List<SessionView> past() {
        Instant now = clock.instant();
        return views(events.pastSessions(now, LocalDate.ofInstant(now, FiscalYear.ZONE)), now);
    }

    /** @throws NotFoundException when there is no such event or it is not published */
    @UseCase(anyone = true, changes = false)
    public EventView event(String code) {
        return events.find(code)
                .filter(Event::published)
                .map(event -> EventView.of(event, clock.instant()))
                .orElseThrow(() -> new NotFoundException("event " + code));
    }

    private static List<SessionView> views(List<EventSession> sessions, Instant now) {
        return sessions.stream().map(session -> SessionView.of(session, now)).toList();
    }
}
