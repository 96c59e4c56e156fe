package tsunagu.participation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tsunagu.internship.InternshipTarget;
import tsunagu.internship.InternshipType;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Mark;
import tsunagu.shared.MarkConverter;
import tsunagu.shared.SealedTextConverter;

/**
 * One person's way through one internship; at most one each (database index one_participation).
 *
 * <p>Life cycle: APPLIED, then ACCEPTED (takes a place) or DECLINED by the company, or WITHDRAWN by the person (gives the place
 * back); after the first day PARTICIPATED with the number of days, or ABSENT. Whoever withdrew may apply again.
 */
@Entity
@Table(name = "participation")
class Participation {

    /** How long an answer can be put right. */
    private static final Duration PUT_RIGHT = Duration.ofDays(7);

    /** After the last day; then how to reach a participant of types 1, 2 and 4 is not shown to the company any more. */
    static final int CONTACT_DAYS = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "internship_id")
    private long internshipId;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    private int type;

    @Column(name = "data_used")
    private boolean dataUsed;

    @Enumerated(EnumType.STRING)
    private ParticipationState state;

    private String name;

    @Convert(converter = SealedTextConverter.class)
    private String email;

    @Convert(converter = MarkConverter.class)
    @Column(name = "email_key")
    private Mark emailKey;

    @Convert(converter = SealedTextConverter.class)
    private String phone;

    @Enumerated(EnumType.STRING)
    private School school;

    private String message;

    private boolean subsidy;

    private Integer days;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Version
    private int version;

    protected Participation() {}

    Participation(
            String code,
            InternshipTarget internship,
            InternshipSession session,
            long personId,
            ParticipationForm form,
            Instant now) {
        this.code = code;
        this.internshipId = internship.id();
        this.companyId = internship.company().id();
        this.personId = personId;
        apply(internship, session, form, now);
    }

    /** @throws DomainException when it is closed */
    final void apply(InternshipTarget internship, InternshipSession session, ParticipationForm form, Instant now) {
        if (!internship.open()) {
            throw new DomainException("participation.error.closed");
        }
        sessionId = session.id();
        type = internship.type().number();
        dataUsed = internship.dataUsed();
        state = ParticipationState.APPLIED;
        name = form.name().strip();
        email = form.email().strip();
        emailKey = Mark.of(email);
        phone = form.phone().strip();
        school = form.school();
        message = form.message().strip();
        subsidy = form.subsidy();
        appliedAt = now;
        movedAt = now;
    }

    /** The place is taken by the caller. */
    void accept(Instant now) {
        from(ParticipationState.APPLIED);
        to(ParticipationState.ACCEPTED, now);
    }

    void decline(Instant now) {
        from(ParticipationState.APPLIED);
        to(ParticipationState.DECLINED, now);
    }

    /**
     * The company's answer was a mistake.
     *
     * @return whether a place became free
     * @throws DomainException when somebody has acted on it, the run has begun, or it is too long ago
     */
    boolean putRight(InternshipSession session, Instant now) {
        if (!canBePutRight(session, now)) {
            throw new DomainException("application.error.putRight");
        }
        boolean hadPlace = state == ParticipationState.ACCEPTED;
        to(ParticipationState.APPLIED, now);
        return hadPlace;
    }

    private boolean canBePutRight(InternshipSession session, Instant now) {
        boolean answered = state == ParticipationState.ACCEPTED || state == ParticipationState.DECLINED;
        return answered
                && now.isBefore(movedAt.plus(PUT_RIGHT))
                && LocalDate.ofInstant(now, FiscalYear.ZONE).isBefore(session.startsOn());
    }

    /** @return whether a place became free */
    boolean withdraw(Instant now) {
        if (state.over()) {
            throw new DomainException("application.error.over");
        }
        boolean hadPlace = state == ParticipationState.ACCEPTED;
        to(ParticipationState.WITHDRAWN, now);
        return hadPlace;
    }

    /** @param came days at which the person was there; 0 when they did not come */
    void record(InternshipSession session, Integer came, Instant now) {
        if (state != ParticipationState.ACCEPTED
                && state != ParticipationState.PARTICIPATED
                && state != ParticipationState.ABSENT) {
            throw new DomainException("application.error.step");
        }
        LocalDate today = LocalDate.ofInstant(now, FiscalYear.ZONE);
        if (today.isBefore(session.startsOn())) {
            throw new DomainException("participation.error.early");
        }
        long most = ChronoUnit.DAYS.between(session.startsOn(), session.endsOn()) + 1;
        if (came == null || came < 0 || came > most) {
            throw new DomainException("participation.error.came", most);
        }
        days = came == 0 ? null : came;
        to(came == 0 ? ParticipationState.ABSENT : ParticipationState.PARTICIPATED, now);
    }

    private void from(ParticipationState needed) {
        if (state != needed) {
            throw new DomainException("application.error.step");
        }
    }

    private void to(ParticipationState next, Instant now) {
        state = next;
        movedAt = now;
    }

    /** Whether the company still sees how to reach the person. */
    private boolean reachable(InternshipSession session, LocalDate today) {
        if (state == ParticipationState.WITHDRAWN) {
            return false;
        }
        return dataUsed && state != ParticipationState.DECLINED
                || !today.isAfter(session.endsOn().plusDays(CONTACT_DAYS));
    }

    ParticipationView view(InternshipTarget internship, InternshipSession session, boolean forCompany, Instant now) {
        boolean contact = !forCompany || reachable(session, LocalDate.ofInstant(now, FiscalYear.ZONE));
        return new ParticipationView(
                code,
                internship,
                session.view(),
                InternshipType.of(type),
                dataUsed,
                state,
                name,
                contact ? email : "",
                contact ? phone : "",
                school,
                forCompany && state == ParticipationState.WITHDRAWN ? "" : message,
                subsidy,
                days,
                appliedAt,
                movedAt,
                canBePutRight(session, now),
                version);
    }

    Instant movedAt() {
        return movedAt;
    }

    String code() {
        return code;
    }

    long internshipId() {
        return internshipId;
    }

    long sessionId() {
        return sessionId;
    }

    long companyId() {
        return companyId;
    }

    long personId() {
        return personId;
    }

    Integer days() {
        return days;
    }

    String name() {
        return name;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    ParticipationState state() {
        return state;
    }

    int version() {
        return version;
    }
}
