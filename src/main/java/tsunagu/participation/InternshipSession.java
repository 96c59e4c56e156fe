package tsunagu.participation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import tsunagu.internship.InternshipTarget;
import tsunagu.shared.DomainException;
import tsunagu.shared.TextLength;

/**
 * One run of an internship: its days, its place, how many can come. {@code taken} is changed by conditional updates only ({@code ParticipationRepository}).
 */
@Entity
@Table(name = "internship_session")
class InternshipSession {

    private static final int MOST = 1000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_HOURS = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "internship_id")
    private long internshipId;

    private int number;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private String hours = "";

    private String place;

    private Integer capacity;

    @Column(insertable = false, updatable = false)
    private int taken;

    @Version
    private int version;

    protected InternshipSession() {}

    InternshipSession(InternshipTarget internship, int number, SessionPlan plan) {
        this.internshipId = internship.id();
        this.number = number;
        plan(internship, plan);
    }

    /** @throws DomainException when the days are not those the city has seen, or fewer can come than have a place */
    final void plan(InternshipTarget internship, SessionPlan plan) {
        if (plan.startsOn() == null
                || plan.endsOn() == null
                || plan.endsOn().isBefore(plan.startsOn())
                || plan.startsOn().isBefore(internship.startsOn())
                || plan.endsOn().isAfter(internship.endsOn())) {
            throw new DomainException("participation.error.days");
        }
        if (plan.capacity() != null && (plan.capacity() < Math.max(1, taken) || plan.capacity() > MOST)) {
            throw new DomainException("participation.error.capacity", taken);
        }
        if (TextLength.of(plan.place()) > LONGEST_PLACE) {
            throw new DomainException("application.error.long", LONGEST_PLACE);
        }
        if (TextLength.of(plan.hours()) > LONGEST_HOURS) {
            throw new DomainException("participation.error.hours", LONGEST_HOURS);
        }
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        hours = plan.hours().strip();
        place = plan.place();
        capacity = plan.capacity();
    }

    /** Whoever takes part would come at the wrong time or to the wrong place without being told. */
    boolean differsForGuests(SessionPlan plan) {
        return !startsOn.equals(plan.startsOn())
                || !endsOn.equals(plan.endsOn())
                || !hours.equals(plan.hours().strip())
                || !place.equals(plan.place());
    }

    Long id() {
        return id;
    }

    int number() {
        return number;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    InternshipRun view() {
        return new InternshipRun(id, number, startsOn, endsOn, hours, place, capacity, taken, version);
    }

    int version() {
        return version;
    }
}
