package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Sql;

/** Events with their sessions, as stored. */
@ApplicationScoped
public class EventRepository {

    private static final String TITLED = " from event e where :words = '' or position(:words in"
            + " regexp_replace(lower(normalize(e.title, NFKC)), '[[:space:]]', '', 'g')) > 0";

    private static final String FIRST_DAY =
            "(select coalesce(s.held_on, make_date(s.fiscal_year, 4, 1)) from event_session s"
                    + " where s.event_id = e.id order by s.number limit 1)";

    @Inject
    private Sql sql;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Optional<Event> find(String code) {
        return entityManager
                .createQuery("select e from Event e left join fetch e.sessions where e.code = :code", Event.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public Event get(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("event " + code));
    }

    /** Who of the staff looks after an event. */
    public record Keeper(long account, String name) {}

    Optional<Keeper> keeper(String code) {
        return sql
                .of(
                        "select a.id as account, p.name from event e join account a on a.id = e.keeper_id join person p on p.id = a.person_id"
                                + " where e.code = :code")
                .with("code", code)
                .list(Keeper.class)
                .stream()
                .findFirst();
    }

    private record Standing(String name, String booth, String staff, boolean registered) {}

    /** With and without an entry in the register, by booth. */
    List<Exhibiting> exhibitors(long eventId) {
        return sql
                .of(
                        """
                        select name, booth, staff, registered
                        from (
                            select c.name, x.booth, x.staff, true as registered, c.reading as place
                            from event_exhibitor x join company c on c.id = x.company_id
                            where x.event_id = :event
                            union all
                            select name, booth, staff, false, name from event_outside_exhibitor where event_id = :event) as all_of_them
                        order by booth, place
                        """)
                .with("event", eventId)
                .list(Standing.class)
                .stream()
                .map(each -> new Exhibiting(each.name(), new Exhibit(each.booth(), each.staff()), each.registered()))
                .toList();
    }

    /** A merged company's booths are the other one's; where both had one, the other one's stays. */
    void moveExhibitor(long fromCompany, long intoCompany) {
        sql.of(
                        """
                        update event_exhibitor x set company_id = :into
                        where company_id = :from and not exists (select 1 from event_exhibitor o
                            where o.event_id = x.event_id and o.company_id = :into)
                        """)
                .with("from", fromCompany)
                .with("into", intoCompany)
                .run();
        sql.of("delete from event_exhibitor where company_id = :from")
                .with("from", fromCompany)
                .run();
    }

    List<EventFile> files(long eventId) {
        return entityManager
                .createQuery("select f from EventFile f where f.eventId = :event order by f.id", EventFile.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    void add(EventFile file) {
        entityManager.persist(file);
    }

    void remove(EventFile file) {
        entityManager.remove(file);
    }

    /** A draft with everything that hangs on it and was never used. */
    void remove(Event event) {
        files(event.id()).forEach(entityManager::remove);
        event.exhibit(Map.of());
        event.exhibitOutside(Map.of());
        entityManager.flush();
        entityManager.remove(event);
    }

    /** As the database has it now, under the lock that is held. */
    public EventSession fresh(long id) {
        EventSession session = session(id);
        entityManager.refresh(session);
        return session;
    }

    /** One of its sessions lets people in at this time. */
    public boolean admits(long event, Instant at) {
        return entityManager.find(Event.class, event).sessions().stream().anyMatch(each -> each.admitsAt(at));
    }

    /** The event with all its sessions. */
    public void fresh(Event event) {
        entityManager.refresh(event);
        event.sessions().forEach(entityManager::refresh);
    }

    public EventSession session(long id) {
        EventSession session = entityManager.find(EventSession.class, id);
        if (session == null) {
            throw new NotFoundException("session " + id);
        }
        return session;
    }

    /** One of the portal's own: what is known from papers has begun nothing. */
    boolean anyPublished() {
        return sql.of("select e.id from event e join event_session s on s.event_id = e.id"
                        + " where e.state = 'PUBLISHED' and s.starts_at is not null limit 1")
                .first(Long.class)
                .isPresent();
    }

    /** All that anyone may see, for the search tables. */
    List<Event> published() {
        return entityManager
                .createQuery(
                        "select distinct e from Event e left join fetch e.sessions where e.state = :published order by e.id",
                        Event.class)
                .setParameter("published", Event.State.PUBLISHED)
                .getResultList();
    }

    long count(EventQuery query) {
        return sql.of("select count(*)" + TITLED).with("words", query.plain()).one(Long.class);
    }

    /**
     * Cut into pages by event. A limit on the join with the sessions would count sessions, and events behind those with many of them
     * would be on no page.
     */
    List<Event> page(EventQuery query) {
        List<Long> ids = ids(query);
        if (ids.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select distinct e from Event e left join fetch e.sessions where e.id in :ids", Event.class)
                .setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparingInt(event -> ids.indexOf(event.id())))
                .toList();
    }

    private List<Long> ids(EventQuery query) {
        return sql.of("select e.id" + TITLED + " order by " + order(query) + ", e.id desc limit :most offset :first")
                .with("words", query.plain())
                .with("most", query.most())
                .with("first", query.first())
                .list(Long.class);
    }

    /** Closed words only: nothing of a request gets into it. */
    private static String order(EventQuery query) {
        String by =
                switch (query.order()) {
                    case ENTERED -> "e.id";
                    case TITLE -> "e.title";
                    case TYPE -> "e.type";
                    case FIRST -> FIRST_DAY;
                    case SESSIONS -> "(select count(*) from event_session s where s.event_id = e.id)";
                    case STATE -> "e.state";
                };
        return by + (query.descending() ? " desc" : "") + " nulls last";
    }

    public List<EventSession> sessionsOn(LocalDate from, LocalDate to) {
        return entityManager
                .createQuery(
                        "select s from EventSession s join fetch s.event e where e.state = :published"
                                + " and s.heldOn between :from and :to and s.startsAt is not null order by s.startsAt, s.id",
                        EventSession.class)
                .setParameter("published", Event.State.PUBLISHED)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /**
     * Says that a session was held. One statement without the version: at the opening of a door several people are
     * read at once, and none of these readings may be refused as somebody else's change.
     */
    public void markHeld(long sessionId) {
        sql.of("update event_session set outcome = 'HELD' where id = :session and outcome <> 'HELD'")
                .with("session", sessionId)
                .run();
    }

    /**
     * Whoever was let in was taken back and nothing else is recorded: as long as it has not ended, nobody has said that the session
     * was held.
     */
    public void nobodyYet(long sessionId, Instant now) {
        sql.of(
                        """
                        update event_session s set outcome = 'PLANNED'
                        where id = :session and outcome = 'HELD' and ends_at > :now
                            and not exists (select 1 from attendance a where a.session_id = :session and a.undone_at is null)
                            and not exists (select 1 from head_count h where h.session_id = :session)
                        """)
                .with("session", sessionId)
                .with("now", now)
                .run();
    }

    /** Its year was approved for its programme, and nobody has been given an exception. */
    public boolean frozen(EventSession session) {
        return session.event().programmeId() != null
                && sql.of("select year_locked(:programme, :year)")
                        .with("programme", session.event().programmeId())
                        .with("year", session.times().fiscalYear())
                        .one(Boolean.class);
    }

    /** A change of a session alone is a change of the event, too: the next editor has to have seen it. */
    void raiseVersion(Event event) {
        entityManager.lock(event, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    void flush() {
        entityManager.flush();
    }

    void add(Event event) {
        entityManager.persist(event);
    }

    /** The organiser's, or the ordinary ones. */
    public GuestRules rules(long eventId) {
        IntakeRule rule = entityManager.find(IntakeRule.class, eventId);
        return rule == null ? GuestRules.ORDINARY : rule.rules();
    }

    /** @throws ConflictException when somebody else decided since they were seen */
    public void decide(long eventId, GuestRules rules) {
        IntakeRule rule = entityManager.find(IntakeRule.class, eventId);
        int version = rule == null ? 0 : rule.rules().version();
        if (version != rules.version()) {
            throw new ConflictException();
        }
        if (rule == null) {
            rule = new IntakeRule(eventId);
            entityManager.persist(rule);
        }
        rule.decide(rules);
    }
}
