package tsunagu.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/**
 * One meeting of an event: what a person registers for and is checked in to.
 *
 * <p>Life cycle: PLANNED; HELD from the first check-in, head count, or a staff member's word; NOT_HELD by a staff
 * member's word. {@code taken} counts live registrations and is moved only by {@code SeatCounter}.
 */
@Entity
@Table(name = "event_session")
public class EventSession {

    public static final int DOOR_DAYS_AFTER = 1;

    public static final int DOOR_DAYS_BEFORE = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "event_id")
    private Event event;

    private int number;

    private String title = "";

    @Column(name = "known_to")
    @Enumerated(EnumType.STRING)
    private SessionTimes.KnownTo knownTo;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private String place = "";

    private String itinerary = "";

    @Column(name = "online_url")
    private String onlineUrl = "";

    private Integer capacity;

    @Column(updatable = false)
    private int taken;

    @Enumerated(EnumType.STRING)
    private SessionOutcome outcome;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "session_counted_role", joinColumns = @JoinColumn(name = "session_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<AttendanceRole> countedRoles = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private Intake.Mode intake = Intake.Mode.FIRST_COME;

    @Column(name = "intake_opens_at")
    private Instant intakeOpensAt;

    @Column(name = "intake_closes_at")
    private Instant intakeClosesAt;

    @ElementCollection
    @CollectionTable(name = "session_limit", joinColumns = @JoinColumn(name = "session_id"))
    @MapKeyColumn(name = "role")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "capacity")
    private Map<AttendanceRole, Integer> limits = new HashMap<>();

    @Column(name = "lottery_seed")
    private String lotterySeed;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "off_why")
    private String cancellationReason = "";

    private int sequence;

    @Column(name = "revised_at")
    private Instant revisedAt;

    @Version
    private int version;

    protected EventSession() {}

    /** @throws ConflictException when it is no longer as it was seen */
    EventSession seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    int version() {
        return version;
    }

    EventSession(Event event, int number, SessionTimes times) {
        this.event = event;
        this.number = number;
        this.outcome = SessionOutcome.PLANNED;
        move(times);
    }

    void move(SessionTimes times) {
        knownTo = times.knownTo();
        heldOn = times.heldOn();
        startsAt = times.startsAt();
        endsAt = times.endsAt();
        fiscalYear = times.fiscalYear().year();
    }

    /**
     * @param newCapacity null for no limit
     * @throws DomainException when it is lowered below what is taken already; staff may have given seats beyond it, and those stay
     */
    void arrange(String newTitle, String newPlace, String newOnlineUrl, Integer newCapacity) {
        boolean lowered = newCapacity != null && (capacity == null || newCapacity < capacity);
        if (lowered && newCapacity < taken) {
            throw new DomainException("event.error.capacityBelowTaken", number, taken);
        }
        title = newTitle.strip();
        place = newPlace.strip();
        onlineUrl = newOnlineUrl.strip();
        capacity = newCapacity;
    }

    /**
     * @param asked whether anybody asked for a seat already: then the way seats are given stays as it was announced
     * @throws DomainException when it would change under their feet
     */
    void take(Intake terms, boolean asked) {
        if (asked && terms.mode() != intake) {
            throw new DomainException("event.error.intakeMode", number);
        }
        if (terms.closesAt() != null
                && startsAt != null
                && terms.closesAt().isAfter(terms.firstCome() ? endsAt : startsAt)) {
            throw new DomainException("event.error.intakeAfterStart", number);
        }
        if (drawnAt != null && !java.util.Objects.equals(terms.closesAt(), intakeClosesAt)) {
            throw new DomainException("event.error.drawn", number);
        }
        intake = terms.mode();
        intakeOpensAt = terms.opensAt();
        intakeClosesAt = terms.closesAt();
        if (!limits.equals(terms.limits())) {
            limits.clear();
            limits.putAll(terms.limits());
        }
        if (intake == Intake.Mode.LOTTERY && lotterySeed == null) {
            lotterySeed = Secrets.token();
        }
    }

    public Intake intake() {
        return new Intake(intake, intakeOpensAt, intakeClosesAt, limits);
    }

    /** The same terms for the copy of the event that is held some weeks later. */
    Intake intakeLater(int weeks) {
        return new Intake(intake, later(intakeOpensAt, weeks), later(intakeClosesAt, weeks), limits);
    }

    private static Instant later(Instant then, int weeks) {
        return then == null ? null : then.plus(Duration.ofDays(7L * weeks));
    }

    /** From now on the secret is public. @throws DomainException when it cannot be drawn now */
    public void draw(Instant now) {
        if (intake != Intake.Mode.LOTTERY || drawnAt != null) {
            throw new DomainException("event.error.drawn", number);
        }
        if (now.isBefore(intakeClosesAt)) {
            throw new DomainException("event.error.drawTooEarly");
        }
        drawnAt = now;
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    public String lotterySeed() {
        return lotterySeed;
    }

    public boolean drawn() {
        return drawnAt != null;
    }

    /** Says who the audience is; figures count these roles and no other. */
    void count(Set<AttendanceRole> roles) {
        if (!countedRoles.equals(roles)) {
            countedRoles.clear();
            countedRoles.addAll(roles);
        }
    }

    /** Before its day nobody can have been there; of old records without a day it has come. */
    boolean dayHasCome(Instant now) {
        return heldOn == null || !heldOn.isAfter(LocalDate.ofInstant(now, FiscalYear.ZONE));
    }

    /** Somebody can be let in at a door at this time: published, on its day or later, and nobody said that it does not take place or is closed. */
    public boolean admitsAt(Instant at) {
        return event.published() && !event.closed() && outcome != SessionOutcome.NOT_HELD && dayHasCome(at);
    }

    /** The time of a list that names none: when it began, or now where that is still to come this day. */
    public Instant begin(Instant now) {
        return startsAt == null || startsAt.isAfter(now) ? now : startsAt;
    }

    /** @throws DomainException before its day: presence, numbers and "held" are facts, not plans; or when its event is closed */
    public void requireDay(Instant now) {
        event.requireOpen();
        if (!dayHasCome(now)) {
            throw new DomainException("event.error.notYet");
        }
    }

    void markHeld() {
        outcome = SessionOutcome.HELD;
        cancellationReason = "";
    }

    void markNotHeld() {
        outcome = SessionOutcome.NOT_HELD;
    }

    /** Will not take place. @param why as people read it */
    void callOff(String why, Instant now) {
        markNotHeld();
        cancellationReason = why.strip();
        revise(now);
    }

    /** Why it does not take place, as people were told; "" when it does, or nobody had to be told. */
    public String cancellationReason() {
        return event.cancelled() ? event.cancelledWhy() : cancellationReason;
    }

    /** It has ended; of old records without a time, its day is past. */
    boolean over(Instant now) {
        return endsAt != null
                ? !endsAt.isAfter(now)
                : heldOn == null || heldOn.isBefore(LocalDate.ofInstant(now, FiscalYear.ZONE));
    }

    /** From the week before (to prepare) to the day after (for late entries). */
    public boolean doorOpenAt(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, FiscalYear.ZONE);
        return event.published()
                && !event.closed()
                && heldOn != null
                && !heldOn.isBefore(today.minusDays(DOOR_DAYS_AFTER))
                && !heldOn.isAfter(today.plusDays(DOOR_DAYS_BEFORE));
    }

    /** Everybody's calendar has to follow. */
    void revise(Instant now) {
        sequence++;
        revisedAt = now;
    }

    /** When day, time or place were last changed, or it was called off; as long as neither happened, when it was published. May be null. */
    public Instant revisedAt() {
        return revisedAt == null ? event.publishedAt() : revisedAt;
    }

    public int sequence() {
        return sequence;
    }

    public Openness opennessAt(Instant now) {
        return Openness.of(event.published(), outcome, startsAt, intake(), capacity, taken, now);
    }

    /** Where one registration has its seats: here, or at all sessions of the course. */
    public List<EventSession> days() {
        return event.course() ? event.sessions() : List.of(this);
    }

    /** At which registrations, and the line, are kept: this one, or the first of the course. */
    public EventSession lead() {
        return event.course() ? event.sessions().get(0) : this;
    }

    /** What people registered for begins then: this one, or the first of the course that takes place. */
    public EventSession firstDay() {
        return event.course()
                ? event.sessions().stream()
                        .filter(each -> each.outcome != SessionOutcome.NOT_HELD)
                        .findFirst()
                        .orElse(lead())
                : this;
    }

    /** What people registered for ends with it: this one, or the last of the course that takes place. */
    public EventSession lastDay() {
        return days().stream()
                .filter(each -> each.outcome != SessionOutcome.NOT_HELD)
                .reduce((one, next) -> next)
                .orElse(this);
    }

    public Long id() {
        return id;
    }

    public Event event() {
        return event;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public SessionTimes times() {
        return new SessionTimes(knownTo, heldOn, startsAt, endsAt, new FiscalYear(fiscalYear));
    }

    public String place() {
        return place;
    }

    /** Whoever registered has to be told. */
    boolean movedBy(SessionTimes others, String otherPlace) {
        return !times().equals(others) || !place.equals(otherPlace.strip());
    }

    /** @param stops 行程, a place in each line; "" for none */
    void changeItinerary(String stops) {
        itinerary = stops.strip();
    }

    public String itinerary() {
        return itinerary;
    }

    public String onlineUrl() {
        return onlineUrl;
    }

    Integer capacity() {
        return capacity;
    }

    int taken() {
        return taken;
    }

    public SessionOutcome outcome() {
        return outcome;
    }

    /** Whether figures count people of this role here. */
    public boolean audience(AttendanceRole role) {
        return countedRoles.contains(role);
    }

    Set<AttendanceRole> countedRoles() {
        return Set.copyOf(countedRoles);
    }
}
