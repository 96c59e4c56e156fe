package tsunagu.event;

import static tsunagu.shared.ReferenceTable.read;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.search.SearchIndex;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.UseCase;

/** Enters the events of R5 that the plan's papers describe, as records like any other; their head counts come after them. */
@ApplicationScoped
public class PaperEvents {

    private static final String SOURCE = "資料2";

    @Inject
    private Loading loading;

    void load(@Observes @Priority(DatabaseReady.REFERENCE + 1) DatabaseReady ready) {
        loading.load();
    }

    /** The part that needs a transaction. */
    @ApplicationScoped
    @Transactional
    static class Loading {

        @Inject
        private EventRepository events;

        @Inject
        private ChangeReason reason;

        @Inject
        private SearchIndex index;

        @Inject
        private jakarta.enterprise.event.Event<PaperEventsEntered> entered;

        @Inject
        private Clock clock;

        @UseCase
        public void load() {
            Map<String, Event> loaded = new HashMap<>();
            reason.because(SOURCE);
            for (Row row : read("/reference/plan/events-r5.csv")) {
                if (events.find(row.text("code")).isPresent()) {
                    return;
                }
                Event event = new Event(
                        row.text("code"),
                        EventType.valueOf(row.text("type")),
                        row.text("title"),
                        "",
                        row.text("programme_id"));
                event.report(row.integer("companies"), row.textOrEmpty("note"));
                loaded.put(event.code(), event);
            }
            for (Row row : read("/reference/plan/event-sessions-r5.csv")) {
                Event event = loaded.get(row.text("event_code"));
                EventSession session = event.addSession(SessionTimes.fromPaper(row.text("date")));
                session.arrange(row.textOrEmpty("title"), row.textOrEmpty("place"), "", null);
                session.count(row.words("counted_roles").stream()
                        .map(AttendanceRole::valueOf)
                        .collect(Collectors.toSet()));
                session.markHeld();
            }
            for (Event event : loaded.values()) {
                event.publish(clock.instant());
                events.add(event);
                index.put(EventEntries.entry(event));
            }
            entered.fire(new PaperEventsEntered());
        }
    }
}
