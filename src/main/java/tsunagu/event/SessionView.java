package tsunagu.event;

import java.time.Instant;
import java.util.List;

/**
 * A session as pages show it.
 *
 * @param sequence rises whenever day, time or place changes (RFC 5545)
 * @param revisedAt when that happened last, or when it was published; null for a draft
 * @param seatsLeft null when there is no limit
 * @param cancellationReason why it does not take place, as people were told; "" when it does
 * @param itinerary 行程 of a tour, a stop in each line; "" for none
 * @param doorOpen staff may open its door now
 * @param course the days of the course, of which this is one; empty where people register for each session
 */
public record SessionView(
        long id,
        int number,
        String title,
        SessionTimes times,
        String place,
        boolean online,
        Integer capacity,
        int taken,
        Integer seatsLeft,
        SessionOutcome outcome,
        Openness openness,
        List<AttendanceRole> countedRoles,
        String eventCode,
        String eventTitle,
        EventType eventType,
        int sequence,
        Instant revisedAt,
        Intake intake,
        String cancellationReason,
        boolean doorOpen,
        String itinerary,
        List<Day> course) {

    /** One of the days for which one registration is. @param off it does not take place */
    public record Day(
            long id, int number, String title, SessionTimes times, String place, String itinerary, boolean off) {

        /** 行程, one stop after the other. */
        public List<String> stops() {
            return SessionView.stops(itinerary);
        }
    }

    public static SessionView of(EventSession session, Instant now) {
        return new SessionView(
                session.id(),
                session.number(),
                session.title(),
                session.times(),
                session.place(),
                !session.onlineUrl().isEmpty(),
                session.capacity(),
                session.taken(),
                session.capacity() == null ? null : Math.max(0, session.capacity() - session.taken()),
                session.outcome(),
                session.opennessAt(now),
                session.countedRoles().stream().sorted().toList(),
                session.event().code(),
                session.event().title(),
                session.event().type(),
                session.sequence(),
                session.revisedAt(),
                session.intake(),
                session.cancellationReason(),
                session.doorOpenAt(now),
                session.itinerary(),
                session.event().course()
                        ? session.days().stream()
                                .map(each -> new Day(
                                        each.id(),
                                        each.number(),
                                        each.title(),
                                        each.times(),
                                        each.place(),
                                        each.itinerary(),
                                        each.outcome() == SessionOutcome.NOT_HELD))
                                .toList()
                        : List.of());
    }

    /** As somebody meets it who registers: of a course, the first day that takes place, with the seats and the openness of the whole. */
    public static SessionView asked(EventSession session, Instant now) {
        return session.event().course()
                ? first(together(
                        session.days().stream().map(each -> of(each, now)).toList()))
                : of(session, now);
    }

    /** One of the days as it is, with the seats and the openness of the whole. */
    public static SessionView day(EventSession session, Instant now) {
        SessionView own = of(session, now);
        return session.event().course()
                ? together(session.days().stream().map(each -> of(each, now)).toList()).stream()
                        .filter(each -> each.id == own.id)
                        .findFirst()
                        .orElse(own)
                : own;
    }

    /**
     * Days for which one registration is: it is open as long as it is for the first of them that takes place, and has as many seats as the
     * day with the fewest.
     */
    public static List<SessionView> together(List<SessionView> days) {
        Integer left = days.stream()
                .filter(each -> each.outcome != SessionOutcome.NOT_HELD && each.seatsLeft != null)
                .map(SessionView::seatsLeft)
                .min(Integer::compare)
                .orElse(null);
        SessionView first = first(days);
        boolean full = first.open() && first.intake.firstCome() && left != null && left == 0;
        List<Day> all = days.stream()
                .map(each -> new Day(
                        each.id,
                        each.number,
                        each.title,
                        each.times,
                        each.place,
                        each.itinerary,
                        each.outcome == SessionOutcome.NOT_HELD))
                .toList();
        return days.stream()
                .map(each -> each.outcome == SessionOutcome.NOT_HELD
                        ? each.as(each.openness, each.seatsLeft, all)
                        : each.as(full ? Openness.FULL : first.openness, left, all))
                .toList();
    }

    private static SessionView first(List<SessionView> days) {
        return days.stream()
                .filter(each -> each.outcome != SessionOutcome.NOT_HELD)
                .findFirst()
                .orElseGet(() -> days.get(0));
    }

    private SessionView as(Openness whole, Integer left, List<Day> days) {
        return new SessionView(
                id,
                number,
                title,
                times,
                place,
                online,
                capacity,
                taken,
                left,
                outcome,
                whole,
                countedRoles,
                eventCode,
                eventTitle,
                eventType,
                sequence,
                revisedAt,
                intake,
                cancellationReason,
                doorOpen,
                itinerary,
                days);
    }

    /** 行程, one stop after the other; none for a session at one place. */
    public List<String> stops() {
        return stops(itinerary);
    }

    private static List<String> stops(String itinerary) {
        return itinerary
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** It had been announced and does not take place. */
    public boolean calledOff() {
        return openness == Openness.CLOSED && outcome == SessionOutcome.NOT_HELD || !cancellationReason.isEmpty();
    }

    /** What people registered for begins then: of a course, its first day that takes place. Null for old records without an hour. */
    public Instant begins() {
        return course.stream()
                .filter(day -> !day.off())
                .findFirst()
                .map(Day::times)
                .orElse(times)
                .startsAt();
    }

    /** Nothing of what people registered for takes place. */
    public boolean allOff() {
        return course.isEmpty() ? calledOff() : course.stream().allMatch(Day::off);
    }

    /** One registration is for several days. */
    public boolean whole() {
        return !course.isEmpty();
    }

    public boolean open() {
        return openness == Openness.OPEN;
    }
}
