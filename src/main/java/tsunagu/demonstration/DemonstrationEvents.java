package tsunagu.demonstration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.attendance.HeadCountEntry;
import tsunagu.attendance.HeadCountService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventQuery;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Demonstration;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;

/** Example events of the demonstration run, dated around its first day, made through the same door staff use. */
@ApplicationScoped
public class DemonstrationEvents {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    @Inject
    private EventService events;

    @Inject
    private HeadCountService headCounts;

    @Inject
    private Clock clock;

    void load(@Observes @Priority(DatabaseReady.DEMONSTRATION) DatabaseReady ready) {
        List<Row> rows = ReferenceTable.read("/demo/events.csv");
        if (!Demonstration.on() || alreadyThere(rows)) {
            return;
        }
        List<Row> sessions = ReferenceTable.read("/demo/sessions.csv");
        for (Row row : rows) {
            List<Row> own = sessions.stream()
                    .filter(session -> session.text("key").equals(row.text("key")))
                    .toList();
            String code = events.create(draft(row, own));
            events.publish(code, events.event(code).version());
            count(code, own);
        }
    }

    private boolean alreadyThere(List<Row> rows) {
        Set<String> titles = rows.stream().map(row -> row.text("title")).collect(Collectors.toSet());
        return titles.stream()
                .anyMatch(title -> events.events(new EventQuery(title, EventQuery.Order.ENTERED, false, 0, 1))
                                .found()
                        > 0);
    }

    private EventDraft draft(Row row, List<Row> sessions) {
        return new EventDraft(
                row.text("title"),
                EventType.valueOf(row.text("type")),
                row.text("programme_id"),
                row.textOrEmpty("description"),
                EventDraft.Visit.UNSAID,
                sessions.stream().map(this::session).toList());
    }

    private EventDraft.SessionDraft session(Row row) {
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        return new EventDraft.SessionDraft(
                null,
                row.textOrEmpty("title"),
                today.plusDays(row.integer("days")),
                LocalTime.parse(row.text("start"), TIME),
                LocalTime.parse(row.text("end"), TIME),
                row.textOrEmpty("place"),
                row.textOrEmpty("online_url"),
                row.integer("capacity"),
                row.words("counted_roles").stream().map(AttendanceRole::valueOf).collect(Collectors.toSet()));
    }

    private void count(String code, List<Row> sessions) {
        for (int i = 0; i < sessions.size(); i++) {
            Row row = sessions.get(i);
            if (row.text("head_role") != null) {
                long session = events.event(code).sessions().get(i).session().id();
                headCounts.enter(new HeadCountEntry(
                        session,
                        headCounts.sheet(session).stamp(),
                        List.of(new HeadCountEntry.Line(
                                AttendanceRole.valueOf(row.text("head_role")), row.integer("head_count"), null)),
                        row.text("place")));
            }
        }
    }
}
