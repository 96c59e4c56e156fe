package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.LiveSet;

/** Events somebody can register for now: the same conditions as {@link Openness#of}, asked of the seat counters. */
@ApplicationScoped
class FreeSeats implements LiveSet {

    @Inject
    private Clock clock;

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public Facet facet() {
        return Facet.SEATS;
    }

    @Override
    public String select() {
        return "select distinct s.event_id from event_session s join event e on e.id = s.event_id"
                + " where e.state = 'PUBLISHED' and s.outcome <> 'NOT_HELD'"
                + " and greatest(s.starts_at, s.intake_closes_at) > to_timestamp(" + clock.millis() + " / 1000.0)"
                + " and (s.intake_opens_at is null or s.intake_opens_at <= to_timestamp(" + clock.millis()
                + " / 1000.0))"
                + " and (s.intake_closes_at is null or s.intake_closes_at > to_timestamp(" + clock.millis()
                + " / 1000.0))"
                + " and (s.capacity is null or s.taken < s.capacity or s.intake <> 'FIRST_COME')"
                // a course has begun with its first day, and is as full as its fullest
                + " and not (e.course and exists (select 1 from event_session d where d.event_id = e.id"
                + " and d.outcome <> 'NOT_HELD' and (greatest(d.starts_at, d.intake_closes_at) <= to_timestamp("
                + clock.millis() + " / 1000.0)"
                + " or d.taken >= d.capacity and d.intake = 'FIRST_COME')))";
    }
}
