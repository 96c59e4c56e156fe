package tsunagu.registration;

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
import java.time.Instant;
import java.util.Locale;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;
import tsunagu.shared.Mark;
import tsunagu.shared.MarkConverter;
import tsunagu.shared.ReadTicket;
import tsunagu.shared.SealedTextConverter;
import tsunagu.shared.Secrets;

/**
 * A person's seat at one session, and the ticket for it; or a place in the line for one.
 *
 * <p>Life cycle: CONFIRMED, holding one seat; or WAITING for one, then OFFERED one, which is held until {@code offerUntil}, and
 * CONFIRMED by the person or LAPSED. Where seats are given later: APPLIED, then CONFIRMED, REFUSED or, drawn without a seat,
 * WAITING. CANCELLED by the person, which frees the seat. What a guest asked for is held only until {@code proofUntil} as long as they
 * have not opened the link in the letter, and then LAPSED. A person holds at most one live registration
 * for a session (database indexes one_live_registration and one_live_guest).
 */
@Entity
@Table(name = "registration")
public class Registration {

    enum State {
        CONFIRMED,
        CANCELLED,
        WAITING,
        OFFERED,
        LAPSED,
        APPLIED,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private Long sessionId;

    @Column(name = "person_id")
    private Long personId;

    @Enumerated(EnumType.STRING)
    private AttendanceRole role;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "ticket_token")
    private String ticketToken;

    @Column(name = "short_code")
    private String shortCode;

    private int companions;

    @Column(name = "companion_kinds")
    private String companionKinds;

    @Column(name = "school_name")
    private String school;

    @Column(name = "class_name")
    private String className;

    @Convert(converter = SealedTextConverter.class)
    @Column(name = "day_telephone")
    private String dayTelephone;

    @Convert(converter = SealedTextConverter.class)
    @Column(name = "guest_email")
    private String guestEmail;

    @Convert(converter = MarkConverter.class)
    @Column(name = "guest_email_key")
    private Mark guestEmailKey;

    @Column(name = "offer_until")
    private Instant offerUntil;

    private Integer lot;

    @Column(name = "line_place")
    private Integer linePlace;

    @Column(name = "proof_until")
    private Instant proofUntil;

    @Column(name = "mail_proven")
    private boolean mailProven;

    private String language = Languages.word(Locale.JAPANESE);

    @Column(name = "by_token")
    private boolean byToken;

    private String origin;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "beyond_why")
    private String beyondWhy;

    @Column(name = "open_seconds")
    private Integer openSeconds;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Version
    private int version;

    protected Registration() {}

    Registration(Long sessionId, Long personId, AttendanceRole role, ShortCode code, Instant now) {
        this.sessionId = sessionId;
        this.personId = personId;
        this.role = role;
        this.state = State.CONFIRMED;
        this.ticketToken = Secrets.token();
        bringing(ClassVisit.NONE);
        this.shortCode = code.digits();
        this.createdAt = now;
    }

    Registration with(Companions others) {
        companions = others.persons();
        companionKinds = others.stored();
        return this;
    }

    public Companions companions() {
        return Companions.of(companionKinds);
    }

    /** Comes with a class, or another group that has a name. */
    Registration bringing(ClassVisit visit) {
        school = visit.school();
        className = visit.name();
        dayTelephone = visit.telephone();
        return this;
    }

    public ClassVisit visit() {
        return new ClassVisit(school, className, dayTelephone == null ? "" : dayTelephone);
    }

    /** Of somebody without an account, who holds the ticket by its address. @param email null where none was asked for */
    Registration byGuest(String email) {
        reachAt(email);
        byToken = true;
        return this;
    }

    /** The seat, or the place in the line, is held until the link in the letter was opened; no longer than that. */
    Registration toBeProven(Instant until) {
        proofUntil = until;
        return this;
    }

    /** Staff wrote down what somebody said who telephoned, faxed or stood at the counter. */
    Registration enteredBy(Channel way) {
        channel = way;
        return this;
    }

    /** The seat is one beyond the limits, or before others who wait. @param why as staff gave it */
    void beyond(String why) {
        beyondWhy = why;
    }

    String beyondWhy() {
        return beyondWhy;
    }

    Channel channel() {
        return channel;
    }

    /** As whom somebody comes. */
    void become(AttendanceRole other) {
        role = other;
    }

    /** Letters go there from now on. @param email null for nowhere; only of whoever has no account */
    void reachAt(String email) {
        guestEmail = email;
        guestEmailKey = Mark.of(email);
    }

    /**
     * Staff give a seat to whoever wants one and has none, out of turn or in it.
     *
     * @throws DomainException when nobody waits here any more
     */
    void seat() {
        if (!waiting()) {
            throw new DomainException("event.error.nobodyWaits");
        }
        state = State.CONFIRMED;
        offerUntil = null;
        proofUntil = null;
    }

    /**
     * To another session of the event; what the old one said of the order of its line or its lottery is over. The ticket stays, with its
     * number, which is one of the whole event: people have it printed.
     */
    void moveTo(long session) {
        sessionId = session;
        lot = null;
        linePlace = null;
        if (state == State.OFFERED || state == State.APPLIED) {
            state = State.WAITING;
            offerUntil = null;
        }
    }

    /** @param sealed network of who asked @param page language of the page on which it was asked */
    Registration from(String sealed, int secondsOpen, Locale page) {
        origin = sealed;
        openSeconds = secondsOpen;
        language = Languages.word(page);
        return this;
    }

    /** Letters to a guest are in it. */
    Locale language() {
        return Languages.named(language);
    }

    /** The link in the letter was opened, and the person is known by the address now. @param person them, where they came before */
    void prove(Long person) {
        proofUntil = null;
        mailProven = true;
        personId = person;
    }

    /** Somebody who is at the door needs no letter. */
    public void atTheDoor() {
        proofUntil = null;
    }

    boolean unproven() {
        return proofUntil != null;
    }

    Instant proofUntil() {
        return proofUntil;
    }

    boolean guest() {
        return byToken;
    }

    /** No seat: the waiting list. */
    Registration inLine() {
        state = State.WAITING;
        return this;
    }

    /** Seats are given later. @param number in the lottery, from 1; null where staff decide */
    Registration applied(Integer number) {
        state = State.APPLIED;
        lot = number;
        return this;
    }

    /** A seat was given: by staff, who vouch for a guest that has not confirmed. @throws DomainException when it was decided before */
    void admit() {
        requireApplied();
        state = State.CONFIRMED;
        proofUntil = null;
    }

    void refuse() {
        requireApplied();
        state = State.REFUSED;
    }

    /** Drawn, but behind the last seat. @param place in the line */
    void drawnToLine(int place) {
        requireApplied();
        state = State.WAITING;
        linePlace = place;
    }

    private void requireApplied() {
        if (state != State.APPLIED) {
            throw new DomainException("event.error.decided");
        }
    }

    public int version() {
        return version;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    Registration seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    Integer lot() {
        return lot;
    }

    Integer linePlace() {
        return linePlace;
    }

    /** A seat became free and is held until then. */
    void offer(Instant until) {
        state = State.OFFERED;
        offerUntil = until;
    }

    /** @throws DomainException when nothing is offered, or it is too late */
    void accept(Instant now) {
        if (state != State.OFFERED || now.isAfter(offerUntil)) {
            throw new DomainException("event.error.noOffer");
        }
        state = State.CONFIRMED;
        offerUntil = null;
    }

    /** Nobody took the seat, or confirmed the registration, in time. @return whether a seat became free */
    boolean lapse() {
        boolean hadSeat = seated();
        state = State.LAPSED;
        offerUntil = null;
        proofUntil = null;
        return hadSeat;
    }

    /** @return whether a seat became free */
    boolean cancel(Instant now) {
        if (!live() && !waiting()) {
            throw new DomainException("event.error.alreadyCancelled");
        }
        boolean hadSeat = seated();
        state = State.CANCELLED;
        offerUntil = null;
        proofUntil = null;
        cancelledAt = now;
        return hadSeat;
    }

    /** Has a seat, or one is held. */
    boolean seated() {
        return live() || offered();
    }

    boolean offered() {
        return state == State.OFFERED;
    }

    public State state() {
        return state;
    }

    public String guestEmail() {
        return guestEmail;
    }

    Instant offerUntil() {
        return offerUntil;
    }

    /** Wants a seat and has none yet, with or without an offer. */
    public boolean waiting() {
        return state == State.WAITING || state == State.OFFERED || state == State.APPLIED;
    }

    public boolean live() {
        return state == State.CONFIRMED;
    }

    public Long id() {
        return id;
    }

    public Long sessionId() {
        return sessionId;
    }

    public Long personId() {
        return personId;
    }

    public AttendanceRole role() {
        return role;
    }

    String ticketToken() {
        return ticketToken;
    }

    /** @param read content of a QR code, or the eight digits in whatever width and spacing */
    public boolean hasNumber(String read) {
        return ShortCode.typed(read)
                .map(code -> code.digits().equals(shortCode))
                .orElseGet(() -> ticketToken.equals(ReadTicket.in(read)));
    }

    String shortCode() {
        return shortCode;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
