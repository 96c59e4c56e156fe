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
        expecting(event.session()).forEach(each -> letters.tellWithCalendar(each, "event.letter.moved", before));
    }

    void calledOff(@Observes SessionCalledOff event) {
        String why = event.session().cancellationReason();
        expecting(event.session()).forEach(each -> letters.tellWithCalendar(each, "event.letter.calledOff", why));
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
