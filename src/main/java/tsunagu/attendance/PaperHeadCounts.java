package tsunagu.attendance;

import static tsunagu.shared.ReferenceTable.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.PaperEventsEntered;
import tsunagu.shared.ReferenceTable.Row;

/** Enters the head counts of the events of R5, as the plan's papers say them. */
@ApplicationScoped
class PaperHeadCounts {

    private static final String SOURCE = "資料2";

    @Inject
    private EventRepository events;

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private Clock clock;

    void enter(@Observes PaperEventsEntered entered) {
        for (Row row : read("/reference/plan/head-counts-r5.csv")) {
            attendances.add(new HeadCount(
                    session(row).id(),
                    AttendanceRole.valueOf(row.text("role")),
                    new HeadCount.Counted(row.integer("persons"), row.integer("new_persons")),
                    SOURCE,
                    null,
                    clock.instant()));
        }
    }

    private EventSession session(Row row) {
        return events.get(row.text("event_code")).sessions().stream()
                .filter(each -> each.number() == row.integer("number"))
                .findFirst()
                .orElseThrow();
    }
}
