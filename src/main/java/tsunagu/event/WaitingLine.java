package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import tsunagu.shared.FiscalYear;

/**
 * The line for a session's seats. A seat that becomes free is offered to whoever came first, in the transaction that freed it,
 * and held for him; nobody passes him meanwhile.
 */
@ApplicationScoped
class WaitingLine {

    /** An offer stands until the evening of the second working day (Monday to Friday), but not into the last hour. */
    private static final int WORKING_DAYS = 2;

    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private RegistrationLetters letters;

    /** A seat was given up: the first in the line gets an offer for it, or it is open to all again. */
    void freed(EventSession session, Instant now) {
        seats.hold(session.id());
        if (!offer(session, now)) {
            seats.giveBack(session.id());
        }
    }

    /** More people can come: the first in the line get offers. */
    void grown(EventSession session, Instant now) {
        seats.hold(session.id());
        while (registrations.waiting(session.id()) > 0 && seats.takeForLine(session.id())) {
            if (!offer(session, now)) {
                seats.giveBack(session.id());
                return;
            }
        }
    }

    private boolean offer(EventSession session, Instant now) {
        List<Registration> line = registrations.ofSession(session.id(), Registration.State.WAITING);
        Instant until = until(now, session.times().startsAt());
        if (line.isEmpty() || !session.event().published() || !until.isAfter(now)) {
            return false;
        }
        Registration first = line.get(0);
        first.offer(until);
        letters.tell(first, "event.letter.offered", RegistrationLetters.moment(until));
        return true;
    }

    static Instant until(Instant now, Instant startsAt) {
        ZonedDateTime local = now.atZone(FiscalYear.ZONE);
        LocalDate day = local.toLocalDate();
        for (int left = WORKING_DAYS; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        Instant evening = day.atTime(EVENING).atZone(FiscalYear.ZONE).toInstant();
        Instant last = startsAt.minus(LAST_HOUR);
        return evening.isBefore(last) ? evening : last;
    }
}
