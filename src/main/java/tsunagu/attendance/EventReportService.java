package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.event.Event;
import tsunagu.event.EventClosed;
import tsunagu.event.EventRepository;
import tsunagu.event.EventService;
import tsunagu.event.EventSession;
import tsunagu.event.EventView;
import tsunagu.event.SessionView;
import tsunagu.question.QuestionService;
import tsunagu.question.Results;
import tsunagu.registration.Companions;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 開催の報告 of an event, from the same rows that its door, its lists and the plan's figures have. */
@ApplicationScoped
@Transactional
public class EventReportService {

    @Inject
    private EventRepository events;

    @Inject
    private EventService views;

    @Inject
    private EventReportQueries rows;

    @Inject
    private QuestionService questions;

    @Inject
    private Clock clock;

    /**
     * Of a closed event what was true at its closing, with what would be another number today.
     *
     * @throws tsunagu.shared.NotFoundException when there is no such event
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public EventReport report(String eventCode) {
        EventReport now = now(eventCode);
        return now.closedAt() == null
                ? now
                : rows.closing(events.get(eventCode).id())
                        .map(then -> now.asThen(then.sessions(), then.persons()))
                        .orElse(now);
    }

    /** What was answered to the questions of an event; of a closed one the numbers of its closing. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Results> results(String eventCode) {
        Event event = events.get(eventCode);
        List<Results> now = questions.results(event.id());
        return event.closed()
                ? rows.closing(event.id())
                        .map(then -> now.stream().map(then::asThen).toList())
                        .orElse(now)
                : now;
    }

    /**
     * The same of one session. Of a closed event there is the whole only: that is what was kept at its closing.
     *
     * @throws NotFoundException when it is no session of the event, or the event is closed
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Results> results(String eventCode, long session) {
        Event event = events.get(eventCode);
        if (event.closed() || event.sessions().stream().noneMatch(each -> each.id() == session)) {
            throw new NotFoundException("session " + session + " of " + eventCode);
        }
        return questions.results(event.id(), rows.registered(session));
    }

    /** When the numbers became final; null: they are today's. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Instant closedAt(String eventCode) {
        return events.get(eventCode).closedAt();
    }

    void keep(@Observes EventClosed closed) {
        rows.close(
                closed.event(), closed.at(), ClosedFigures.of(now(closed.code()), questions.results(closed.event())));
    }

    private EventReport now(String eventCode) {
        long event = events.get(eventCode).id();
        EventView view = views.event(eventCode).event();
        Map<Long, List<EventReportQueries.Came>> came =
                rows.came(event).stream().collect(Collectors.groupingBy(EventReportQueries.Came::session));
        Map<Long, List<EventReportQueries.Heads>> heads =
                rows.heads(event).stream().collect(Collectors.groupingBy(EventReportQueries.Heads::session));
        Map<Long, EventReportQueries.Asked> asked =
                rows.asked(event).stream().collect(Collectors.toMap(EventReportQueries.Asked::session, each -> each));
        List<EventReport.Session> sessions = events.get(eventCode).sessions().stream()
                .map(each -> new EventReport.Session(
                        SessionView.of(each, clock.instant()),
                        numbers(
                                each,
                                asked.get(each.id()),
                                came.getOrDefault(each.id(), List.of()),
                                heads.getOrDefault(each.id(), List.of()))))
                .toList();
        return new EventReport(
                view,
                events.get(eventCode).closedAt(),
                sessions,
                EventReport.Numbers.sum(
                        sessions.stream().map(EventReport.Session::numbers).toList()),
                rows.persons(event));
    }

    private static EventReport.Numbers numbers(
            EventSession session,
            EventReportQueries.Asked asked,
            List<EventReportQueries.Came> people,
            List<EventReportQueries.Heads> heads) {
        Map<EventReport.Way, Integer> came = new TreeMap<>();
        Map<AttendanceRole, Integer> recorded = new TreeMap<>();
        for (EventReportQueries.Came each : people) {
            Companions along = Companions.of(each.companionKinds());
            int more = each.way() == EventReport.Way.REGISTERED ? Math.max(0, along.persons() - each.expected()) : 0;
            came.merge(each.way(), 1 + along.persons() - more, Integer::sum);
            if (more > 0) {
                came.merge(EventReport.Way.MORE, more, Integer::sum);
            }
            recorded.merge(each.role(), 1, Integer::sum);
            along.byRole().forEach((role, persons) -> recorded.merge(role, persons, Integer::sum));
        }
        Map<AttendanceRole, Integer> counted = new TreeMap<>();
        heads.forEach(each -> counted.merge(each.role(), each.persons(), Integer::sum));
        Map<AttendanceRole, Integer> audience = new TreeMap<>();
        List.of(recorded, counted)
                .forEach(each -> each.forEach((role, many) -> {
                    if (session.audience(role)) {
                        audience.merge(role, many, Integer::sum);
                    }
                }));
        return new EventReport.Numbers(
                asked.registered(),
                came,
                recorded,
                counted,
                audience,
                !heads.isEmpty(),
                asked.answers(),
                asked.answersOfOthers());
    }
}
