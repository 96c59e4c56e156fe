package tsunagu.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What an organiser asks of people who register for their event. Life cycle: made when they first change the ordinary rules. */
@Entity
@Table(name = "event_intake_rule")
class IntakeRule {

    @Id
    @Column(name = "event_id")
    private Long eventId;

    private boolean proof = true;

    @Column(name = "audience_only")
    private boolean audienceOnly;

    @Column(name = "most_seats")
    private Integer mostSeats;

    @Column(name = "most_sessions")
    private Integer mostSessions;

    @Version
    private int version;

    protected IntakeRule() {}

    IntakeRule(long eventId) {
        this.eventId = eventId;
    }

    void decide(GuestRules rules) {
        proof = rules.proof();
        audienceOnly = rules.audienceOnly();
        mostSeats = rules.mostSeats();
        mostSessions = rules.mostSessions();
    }

    GuestRules rules() {
        return new GuestRules(proof, audienceOnly, mostSeats, mostSessions, version);
    }
}
