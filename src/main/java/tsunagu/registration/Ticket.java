package tsunagu.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;

/**
 * A person's own ticket, or their place in the line for one.
 *
 * @param token 128 random bits; what the QR code holds
 * @param spacedCode eight digits to read aloud, "1234-5678"
 * @param session of a course its first day that takes place, with the seats of the whole
 * @param onlineUrl where to join, shown to registered people only; empty for a place
 * @param links where to join on each of the days that have a link, by the session's number in the database
 * @param state CONFIRMED, APPLIED, WAITING, OFFERED, LAPSED, REFUSED or CANCELLED
 * @param position in the line, from 1; 0 when not waiting
 * @param offerUntil until when a seat is held; null without an offer
 * @param presentSince when the ticket was read at the door, or null
 * @param companions who come along
 * @param visit the class or group they are
 * @param lot number in the lottery; null where none is drawn
 * @param lottery null where none is drawn
 * @param days on which it is good: the session, or all of the course, also those that were called off
 * @param daysPresent of these, on which the person was there
 * @param guest held by the address alone, without an account
 * @param proofUntil until when the guest has to confirm; null where nothing is to be confirmed
 */
public record Ticket(
        String token,
        String spacedCode,
        String holder,
        AttendanceRole role,
        SessionView session,
        String onlineUrl,
        Map<Long, String> links,
        String state,
        long position,
        Instant offerUntil,
        Instant createdAt,
        Instant presentSince,
        boolean guest,
        Instant proofUntil,
        Companions companions,
        ClassVisit visit,
        Integer lot,
        Lottery lottery,
        List<SessionView> days,
        List<LocalDate> daysPresent) {

    public boolean live() {
        return state.equals("CONFIRMED");
    }

    /** Opens the door: a seat, confirmed, and the session takes place. */
    public boolean valid() {
        return live() && !unproven() && !session.calledOff();
    }

    /** Asked for and not confirmed yet. */
    public boolean unproven() {
        return proofUntil != null;
    }

    /** May still be changed or given back by its holder. */
    public boolean open(Instant now) {
        return (live() || waits() || applied())
                && !session.calledOff()
                && presentSince == null
                && now.isBefore(openUntil());
    }

    private Instant openUntil() {
        return openUntil(createdAt, session.times().startsAt(), last().times().endsAt());
    }

    /**
     * Until when its holder may change a registration or give it back: until what it is for begins; who registered after that, until it
     * ends. Who does not come and says so afterwards is a no-show, not a cancellation.
     *
     * @param begins null for old records without an hour, which never begin ({@link #begun})
     */
    static Instant openUntil(Instant registered, Instant begins, Instant ends) {
        if (begins == null) {
            return Instant.MAX;
        }
        return registered.isBefore(begins) ? begins : ends;
    }

    /** It goes on, and it is too late to give the seat back. */
    public boolean tooLate(Instant now) {
        return live()
                && !session.calledOff()
                && presentSince == null
                && !now.isBefore(openUntil())
                && now.isBefore(last().times().endsAt());
    }

    public boolean waits() {
        return state.equals("WAITING");
    }

    /** The session is so near that seats which become free are not offered by letter any more. */
    public boolean lineByHand(Instant now) {
        return waits() && OfferRule.byHand(now, session.times().startsAt());
    }

    public boolean begun(Instant now) {
        return session.times().startsAt() != null
                && !now.isBefore(session.times().startsAt());
    }

    /** One registration for several days. */
    public boolean course() {
        return days.size() > 1;
    }

    /** With it all of it is over. */
    public SessionView last() {
        return days.stream()
                .filter(each -> each.outcome() != SessionOutcome.NOT_HELD)
                .max(Comparator.comparing(
                        each -> each.times().startsAt(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(session);
    }

    /** Staff or a lottery decide. */
    public boolean applied() {
        return state.equals("APPLIED");
    }

    public boolean offered() {
        return state.equals("OFFERED");
    }
}
