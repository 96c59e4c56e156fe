package tsunagu.registration;

import java.time.Instant;
import java.util.List;
import tsunagu.event.SessionView;

/**
 * One registration as staff work with it.
 *
 * @param row what the roster says of it
 * @param channel how it was asked for where staff entered it; null where the person registered themselves
 * @param guest has no account: letters go to the address staff may change
 * @param email of a guest; "" for none
 * @param request what was said when registering
 * @param ahead registrations before it in the line
 * @param others sessions of the event it may be moved to: not begun, not called off
 * @param history the latest first
 */
public record RegistrationDetail(
        Roster.Row row,
        SessionView session,
        Channel channel,
        boolean guest,
        String email,
        Instant offerUntil,
        Instant proofUntil,
        SeatRequest request,
        long ahead,
        List<SessionView> others,
        List<Note> notes,
        List<Change> history) {

    /** What staff wrote down. @param by name of who wrote it; "" when it is gone or the system wrote */
    public record Note(long note, String words, Instant writtenAt, String by) {}

    /**
     * A change as the trail has it.
     *
     * @param by a name; null for the person themselves or whoever has their ticket
     * @param system the portal did it on its own
     */
    public record Change(Instant at, String by, boolean system, List<Difference> differences, String reason) {}

    /** @param field last part of "event.history."; @param before "" where there was nothing, as {@code after} */
    public record Difference(String field, String before, String after) {}

    /** Letters reach somebody. */
    public boolean reachable() {
        return !guest || !email.isEmpty();
    }

    /** Has a seat or hopes for one, and the session has not begun. */
    public boolean open(Instant now) {
        return row.open()
                && !session.allOff()
                && (session.begins() == null || session.begins().isAfter(now));
    }

    /** Wants a seat and has none. */
    public boolean waiting() {
        return List.of("WAITING", "OFFERED", "APPLIED").contains(row.state());
    }
}
