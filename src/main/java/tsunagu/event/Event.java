package tsunagu.event;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;

/**
 * Something the city holds or attends, with one or more sessions.
 *
 * <p>Life cycle: DRAFT, seen by staff only; PUBLISHED once it has a session; CANCELLED. Only a published event feeds
 * figures, and only through a programme: {@code programmeId} null means it feeds nothing. When all is done a published event is
 * closed: it goes on feeding figures, but nothing that it feeds them with changes any more, until it is reopened.
 */
@Entity
@Table(name = "event")
public class Event {

    public enum State {
        DRAFT,
        PUBLISHED,
        CANCELLED
    }

    private static final int MOST_SESSIONS = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "programme_id")
    private String programmeId;

    @Enumerated(EnumType.STRING)
    private EventType type;

    private String title;

    private String description;

    private String series = "";

    @Enumerated(EnumType.STRING)
    private State state;

    private Integer companies;

    private String note;

    private String area;

    private String access = "";

    private String bring = "";

    private Integer fee;

    @Column(name = "fee_words")
    private String feeWords = "";

    private boolean course;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "cancelled_why")
    private String cancelledWhy = "";

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "booths_until")
    private LocalDate boothsUntil;

    @Column(name = "closed_at")
    private Instant closedAt;

    /** Account of who of the staff looks after it; null: nobody has said so. */
    @Column(name = "keeper_id")
    private Long keeperId;

    @OneToMany(mappedBy = "event", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<EventSession> sessions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_exhibitor", joinColumns = @JoinColumn(name = "event_id"))
    @MapKeyColumn(name = "company_id")
    private Map<Long, Booth> booths = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "event_outside_exhibitor", joinColumns = @JoinColumn(name = "event_id"))
    @MapKeyColumn(name = "name")
    private Map<String, OutsideBooth> outside = new HashMap<>();

    @Version
    private int version;

    protected Event() {}

    Event(String code, EventType type, String title, String description, String programmeId) {
        this.code = code;
        this.state = State.DRAFT;
        this.note = "";
        describe(type, title, description, programmeId);
    }

    void describe(EventType newType, String newTitle, String newDescription, String newProgrammeId) {
        type = newType;
        title = newTitle.strip();
        description = newDescription.strip();
        programmeId = newProgrammeId;
    }

    /** @param account null: nobody any more */
    void keptBy(Long account) {
        keeperId = account;
    }

    /** Where it is, how to get there, what to bring, what it costs. */
    void guide(EventDraft.Visit visit) {
        area = visit.area();
        access = visit.access().strip();
        bring = visit.bring().strip();
        fee = visit.fee();
        feeWords = visit.feeWords().strip();
    }

    /** Events of one name belong together; "" for an event on its own. */
    void join(String newSeries) {
        series = newSeries.strip();
    }

    String series() {
        return series;
    }

    /** 通しの講座: one registration is for all sessions. */
    public boolean course() {
        return course;
    }

    /**
     * @param asked somebody asked for a seat already: what they asked for stays what it was
     * @throws DomainException when it would change under their feet
     */
    void bind(boolean asCourse, boolean asked) {
        if (asked && asCourse != course) {
            throw new DomainException("event.error.courseFixed");
        }
        course = asCourse;
    }

    /** @throws DomainException when it is a course of one session only, or one whose sessions are not in the order of their days */
    void requireWhole() {
        if (!course) {
            return;
        }
        if (sessions.size() < 2) {
            throw new DomainException("event.error.courseDays");
        }
        // The first that takes place is the first by its number everywhere.
        Instant before = Instant.MIN;
        for (EventSession each : sessions()) {
            if (each.times().startsAt().isBefore(before)) {
                throw new DomainException("event.error.courseOrder");
            }
            before = each.times().startsAt();
        }
    }

    void exhibit(Map<Long, Exhibit> boothByCompany) {
        booths.keySet().retainAll(boothByCompany.keySet());
        boothByCompany.forEach((company, exhibit) -> {
            if (!booths.containsKey(company) || !booths.get(company).view().equals(exhibit)) {
                booths.put(company, new Booth(exhibit));
            }
        });
    }

    /** Those without an entry in the register, by name; replaces what was said before. */
    void exhibitOutside(Map<String, OutsideExhibit> byName) {
        outside.keySet().retainAll(byName.keySet());
        byName.forEach((name, exhibit) -> {
            if (!outside.containsKey(name) || !outside.get(name).view().equals(exhibit)) {
                outside.put(name, new OutsideBooth(exhibit));
            }
        });
    }

    Map<String, OutsideExhibit> outside() {
        Map<String, OutsideExhibit> byName = new TreeMap<>();
        outside.forEach((name, booth) -> byName.put(name, booth.view()));
        return byName;
    }

    /** One company more, or another booth for it. */
    void exhibit(long company, Exhibit exhibit) {
        booths.put(company, new Booth(exhibit));
    }

    /** Companies may ask for a booth to the end of that day; null: they cannot. */
    void letBooths(LocalDate until) {
        boothsUntil = until;
    }

    LocalDate boothsUntil() {
        return boothsUntil;
    }

    EventSession addSession(SessionTimes times) {
        if (sessions.size() >= MOST_SESSIONS) {
            throw new DomainException("event.error.tooManySessions", MOST_SESSIONS);
        }
        int number = sessions.stream().mapToInt(EventSession::number).max().orElse(0) + 1;
        EventSession session = new EventSession(this, number, times);
        sessions.add(session);
        return session;
    }

    void removeSession(EventSession session) {
        sessions.remove(session);
    }

    void publish(Instant now) {
        if (state != State.DRAFT) {
            throw new DomainException("event.error.notDraft");
        }
        if (sessions.isEmpty()) {
            throw new DomainException("event.error.noSession");
        }
        state = State.PUBLISHED;
        publishedAt = now;
    }

    /** Its door is shut and its report is final. @param unfinished how much is still to be done */
    void close(int unfinished, Instant now) {
        if (state != State.PUBLISHED) {
            throw new DomainException("event.error.notPublished");
        }
        requireOpen();
        if (unfinished > 0) {
            throw new DomainException("event.error.unfinished");
        }
        closedAt = now;
    }

    void reopen() {
        if (closedAt == null) {
            throw new DomainException("event.error.notClosed");
        }
        closedAt = null;
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Null as long as it is worked with. */
    public Instant closedAt() {
        return closedAt;
    }

    /** @throws DomainException when it is closed: its report is final */
    public void requireOpen() {
        if (closed()) {
            throw new DomainException("event.error.closed");
        }
    }

    /** All of it is past; what was called off does not come. */
    boolean over(Instant now) {
        return sessions.stream().allMatch(each -> each.outcome() == SessionOutcome.NOT_HELD || each.over(now));
    }

    /** Not public any more; nobody had registered. */
    void withdraw() {
        requireOpen();
        if (state != State.PUBLISHED) {
            throw new DomainException("event.error.notPublished");
        }
        state = State.DRAFT;
        publishedAt = null;
    }

    /** Called off; its page stays and says so. @param why is told to everybody who registered */
    void cancel(String why, Instant now) {
        if (state != State.PUBLISHED) {
            throw new DomainException("event.error.notPublished");
        }
        requireOpen();
        if (over(now)) {
            throw new DomainException("event.error.cancelOver");
        }
        String said = GivenReason.of(why, "event.error.cancelWhy");
        state = State.CANCELLED;
        cancelledAt = now;
        cancelledWhy = said;
    }

    String cancelledWhy() {
        return cancelledWhy;
    }

    /** What the organiser said afterwards: companies that took part, and what to know about the numbers. */
    void report(Integer companiesThatCame, String remark) {
        companies = companiesThatCame;
        note = remark;
    }

    void requireVersion(int seen) {
        if (version != seen) {
            throw new ConflictException();
        }
    }

    public boolean published() {
        return state == State.PUBLISHED;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    String programmeId() {
        return programmeId;
    }

    EventType type() {
        return type;
    }

    public String title() {
        return title;
    }

    String description() {
        return description;
    }

    State state() {
        return state;
    }

    Integer companies() {
        return companies;
    }

    String note() {
        return note;
    }

    EventDraft.Visit visit() {
        return new EventDraft.Visit(area, access, bring, fee, feeWords);
    }

    Instant publishedAt() {
        return publishedAt;
    }

    public boolean cancelled() {
        return state == State.CANCELLED;
    }

    /** In their own order; a fetch join does not keep the one of the mapping. */
    public List<EventSession> sessions() {
        return sessions.stream()
                .sorted(Comparator.comparingInt(EventSession::number))
                .toList();
    }

    int version() {
        return version;
    }
}
