package tsunagu.finding;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.event.Intake;
import tsunagu.event.Openness;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.shared.FiscalYear;

/**
 * An event on a list.
 *
 * @param area of the municipality, or null
 * @param cancelled it does not take place any more; its address stays
 * @param course one registration is for all sessions
 */
public record EventCard(
        long id,
        String code,
        EventType type,
        String title,
        boolean cancelled,
        String area,
        Instant publishedAt,
        String programmeId,
        boolean course,
        List<SessionView> sessions) {

    static EventCard read(ResultSet row, Instant now) throws SQLException {
        boolean cancelled = row.getString("state").equals("CANCELLED");
        String code = row.getString("code");
        String title = row.getString("title");
        EventType type = EventType.valueOf(row.getString("type"));
        List<SessionView> sessions = Rows.objects(
                Rows.array(row, "sessions"), session -> session(session, !cancelled, code, title, type, now));
        return new EventCard(
                row.getLong("id"),
                code,
                type,
                title,
                cancelled,
                row.getString("area"),
                Rows.instant(row, "published_at"),
                row.getString("programme_id"),
                row.getBoolean("course"),
                row.getBoolean("course") ? SessionView.together(sessions) : sessions);
    }

    /** Leads to the fiscal year in which the event counts; "" without a day. */
    public String yearQuery() {
        return sessions.isEmpty()
                ? ""
                : "?year=" + sessions.get(0).times().fiscalYear().code();
    }

    private static SessionView session(
            JsonObject row, boolean published, String code, String title, EventType type, Instant now) {
        SessionTimes times = new SessionTimes(
                SessionTimes.KnownTo.valueOf(row.getString("knownTo")),
                Rows.given(row, "heldOn") ? LocalDate.parse(row.getString("heldOn")) : null,
                instant(row, "startsAt"),
                instant(row, "endsAt"),
                new FiscalYear(row.getInt("fiscalYear")));
        Integer capacity = Rows.given(row, "capacity") ? row.getInt("capacity") : null;
        int taken = row.getInt("taken");
        SessionOutcome outcome = SessionOutcome.valueOf(row.getString("outcome"));
        Intake intake = new Intake(
                Intake.Mode.valueOf(row.getString("intake")),
                instant(row, "opensAt"),
                instant(row, "closesAt"),
                limits(row));
        return new SessionView(
                row.getJsonNumber("id").longValue(),
                row.getInt("number"),
                row.getString("title"),
                times,
                row.getString("place"),
                row.getBoolean("online"),
                capacity,
                taken,
                capacity == null ? null : Math.max(0, capacity - taken),
                outcome,
                Openness.of(published, outcome, times.startsAt(), intake, capacity, taken, now),
                Rows.given(row, "roles")
                        ? row.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                                .map(role -> AttendanceRole.valueOf(role.getString()))
                                .sorted()
                                .toList()
                        : List.of(),
                code,
                title,
                type,
                row.getInt("sequence"),
                instant(row, "revisedAt"),
                intake,
                row.getString("offWhy"),
                false,
                row.getString("itinerary"),
                List.of());
    }

    private static Map<AttendanceRole, Integer> limits(JsonObject row) {
        Map<AttendanceRole, Integer> limits = new EnumMap<>(AttendanceRole.class);
        if (Rows.given(row, "limits")) {
            JsonObject given = row.getJsonObject("limits");
            given.keySet().forEach(role -> limits.put(AttendanceRole.valueOf(role), given.getInt(role)));
        }
        return limits;
    }

    private static Instant instant(JsonObject row, String name) {
        return Rows.given(row, name)
                ? Instant.ofEpochSecond(row.getJsonNumber(name).longValue())
                : null;
    }

    /** The first session that is neither over nor called off, or else the last: lists stand in the order of it. */
    public SessionView next(Instant now) {
        return sessions.stream()
                .filter(session -> session.outcome() != SessionOutcome.NOT_HELD
                        && session.times().endsAt() != null
                        && session.times().endsAt().isAfter(now))
                .min(Comparator.comparing(session -> session.times().startsAt()))
                .orElseGet(() -> sessions.stream()
                        .max(Comparator.comparingInt(SessionView::number))
                        .orElseThrow());
    }

    /** By which people register for the whole course: the first day that takes place. */
    public SessionView first() {
        return sessions.stream()
                .filter(session -> session.openness() != Openness.CLOSED)
                .findFirst()
                .orElseGet(() -> sessions.get(0));
    }

    public boolean anyOpen() {
        return sessions.stream().anyMatch(SessionView::open);
    }
}
