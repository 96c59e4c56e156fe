package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import tsunagu.event.EventSession;
import tsunagu.event.SessionArranged;
import tsunagu.event.SessionCalledOff;
import tsunagu.event.SessionMoved;
import tsunagu.event.SessionOutcome;
import tsunagu.shared.Letter;

/** What becomes of registrations when staff change a session. */
@ApplicationScoped
class SessionChanges {

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private Waitlist waitlist;

    @Inject
    private Clock clock;

    void moved(@Observes SessionMoved event) {
        Letter.Word before = RegistrationLetters.when(event.timesBefore(), event.placeBefore());
        expecting(event.session())
                .forEach(each -> letters.tellOfDay(each, event.session(), "event.letter.moved", before));
    }

    void calledOff(@Observes SessionCalledOff event) {
        EventSession session = event.session();
        String why = session.cancellationReason();
        if (session.event().course() && session.event().cancelled()) {
            // All of its days at once: one letter.
            boolean first = session.days().stream()
                    .filter(each -> each.outcome() == SessionOutcome.PLANNED)
                    .findFirst()
                    .filter(session::equals)
                    .isPresent();
            if (first) {
                expecting(session).forEach(each -> letters.tellWithCalendar(each, "event.letter.calledOff", why));
            }
            return;
        }
        boolean others = session.days().stream()
                .anyMatch(each -> !each.equals(session)
                        && each.outcome() != SessionOutcome.NOT_HELD
                        && each.times().startsAt().isAfter(clock.instant()));
        expecting(session)
                .forEach(each -> letters.tellOfDay(
                        each,
                        session,
                        !others
                                ? "event.letter.calledOff"
                                : each.live() ? "event.letter.dayCalledOff" : "event.letter.dayCalledOffHoping",
                        why));
        if (others) {
            // The day with the fewest seats may have been this one: the whole has room now.
            waitlist.freed(session, 0, clock.instant());
        }
    }

    /** There may be more seats now: for the line, and for those who had seats beyond them. */
    void arranged(@Observes SessionArranged event) {
        waitlist.freed(event.session(), 0, clock.instant());
    }

    /** Who has a seat, or hopes for one. */
    private List<Registration> expecting(EventSession session) {
        return registrations.ofSession(
                session.id(),
                Registration.State.CONFIRMED,
                Registration.State.WAITING,
                Registration.State.OFFERED,
                Registration.State.APPLIED);
    }
}
