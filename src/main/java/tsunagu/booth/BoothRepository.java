package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.company.CompanyName;
import tsunagu.desk.FoldedWord;
import tsunagu.shared.Sql;

/** Visits and exhibitors as stored. */
@ApplicationScoped
class BoothRepository {

    @Inject
    private Sql sql;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    void add(BoothVisit visit) {
        entityManager.persist(visit);
        entityManager.flush();
    }

    Optional<BoothVisit> visit(long eventId, long companyId, long personId) {
        return entityManager
                .createQuery(
                        "select v from BoothVisit v where v.eventId = :event and v.companyId = :company and v.personId = :person",
                        BoothVisit.class)
                .setParameter("event", eventId)
                .setParameter("company", companyId)
                .setParameter("person", personId)
                .getResultStream()
                .findFirst();
    }

    List<BoothVisit> ofPerson(long eventId, long personId) {
        return entityManager
                .createQuery(
                        "select v from BoothVisit v where v.eventId = :event and v.personId = :person order by v.visitedAt",
                        BoothVisit.class)
                .setParameter("event", eventId)
                .setParameter("person", personId)
                .getResultList();
    }

    List<BoothVisit> ofCompany(long eventId, long companyId) {
        return entityManager
                .createQuery(
                        "select v from BoothVisit v where v.eventId = :event and v.companyId = :company order by v.visitedAt",
                        BoothVisit.class)
                .setParameter("event", eventId)
                .setParameter("company", companyId)
                .getResultList();
    }

    Optional<BoothService.Booth> booth(String eventCode, String companyCode) {
        return sql.of(
                        """
                        select c.id as company, c.code, c.name, x.booth, e.title as event
                        from event e
                        join event_exhibitor x on x.event_id = e.id
                        join company c on c.id = x.company_id
                        where e.code = :event and c.code = :company and e.state = 'PUBLISHED'
                        """)
                .with("event", eventCode)
                .with("company", companyCode)
                .first(BoothService.Booth.class);
    }

    /** A company with its booth. @param staff who stands there */
    record Standing(long company, String code, String name, String booth, String staff) {}

    /** Companies with a booth at the event, by booth. */
    List<Standing> exhibitors(long eventId) {
        return sql.of(
                        """
                        select c.id as company, c.code, c.name, x.booth, x.staff
                        from event_exhibitor x
                        join company c on c.id = x.company_id
                        where x.event_id = :event
                        order by x.booth, c.reading
                        """)
                .with("event", eventId)
                .list(Standing.class);
    }

    /** Somebody of the event has that booth. */
    boolean taken(long eventId, String booth) {
        return sql.of(
                        "select exists (select 1 from event_exhibitor where event_id = :event and booth = :booth"
                                + " union all select 1 from event_outside_exhibitor where event_id = :event and booth = :booth)")
                .with("event", eventId)
                .with("booth", booth)
                .one(Boolean.class);
    }

    /** Open requests of one event. */
    List<BoothRequest> openRequests(long eventId) {
        return entityManager
                .createQuery(
                        "select r from BoothRequest r where r.eventId = :event and r.state = :asked order by r.id",
                        BoothRequest.class)
                .setParameter("event", eventId)
                .setParameter("asked", BoothRequest.State.ASKED)
                .getResultList();
    }

    /** An event with open requests to which nobody will answer any more. @param why as people read it, where it was called off */
    record LeftOver(long event, boolean calledOff, String why) {}

    /** What is over, and what was called off in the moment in which a company asked. */
    List<LeftOver> leftOver(Instant now) {
        return sql.of(
                        """
                        select e.id as event, e.state = 'CANCELLED' as called_off, e.cancelled_why as why
                        from event e
                        where exists (select 1 from booth_request r where r.event_id = e.id and r.state = 'ASKED')
                            and (e.state = 'CANCELLED' or e.state = 'PUBLISHED'
                                and not exists (select 1 from event_session s where s.event_id = e.id and s.ends_at > :now))
                        order by e.id
                        """)
                .with("now", now)
                .list(LeftOver.class);
    }

    /** An event by its name and first day, whatever has become of it. */
    Coming named(long eventId) {
        return sql.of("select e.title, min(s.held_on) as day from event e join event_session s on s.event_id = e.id"
                        + " where e.id = :event group by e.id, e.title")
                .with("event", eventId)
                .one(Coming.class);
    }

    String code(long eventId) {
        return sql.of("select code from event where id = :event")
                .with("event", eventId)
                .one(String.class);
    }

    /** Without an entry in the register, with an address. */
    record Outside(String name, String booth, String mail) {}

    List<Outside> outside(long eventId) {
        return sql
                .of("select name, booth, mail from event_outside_exhibitor where event_id = :event order by name")
                .with("event", eventId)
                .list(Outside.class)
                .stream()
                .filter(each -> !each.mail().isEmpty())
                .toList();
    }

    /** Published events at which the company has a booth, the latest first. */
    List<BoothService.Fair> events(long companyId) {
        return sql.of(
                        """
                        select e.code, e.title, min(s.held_on) as day, x.booth,
                            (select count(*) from booth_visit v where v.event_id = e.id and v.company_id = x.company_id) as visits
                        from event_exhibitor x
                        join event e on e.id = x.event_id and e.state = 'PUBLISHED'
                        join event_session s on s.event_id = e.id
                        where x.company_id = :company
                        group by e.id, e.code, e.title, x.booth, x.company_id
                        order by min(s.held_on) desc nulls last
                        """)
                .with("company", companyId)
                .list(BoothService.Fair.class);
    }

    /** A public event that is still to come. @param day its first */
    record Coming(String title, LocalDate day) {}

    Optional<Coming> coming(long eventId, Instant now) {
        return sql.of(
                        """
                        select e.title, min(s.held_on) as day
                        from event e
                        join event_session s on s.event_id = e.id
                        where e.id = :event and e.state = 'PUBLISHED'
                        group by e.id, e.title
                        having max(s.ends_at) > :now
                        """)
                .with("event", eventId)
                .with("now", now)
                .first(Coming.class);
    }

    Optional<Long> event(String code) {
        return sql.of("select id from event where code = :code")
                .with("code", code)
                .first(Long.class);
    }

    LocalDate until(String code) {
        return sql.of("select booths_until from event where code = :code and booths_until is not null")
                .with("code", code)
                .first(LocalDate.class)
                .orElse(null);
    }

    LocalDate lastDay(String code) {
        return sql.of(
                        """
                        select max(s.held_on) from event e join event_session s on s.event_id = e.id
                        where e.code = :code and s.held_on is not null having max(s.held_on) is not null
                        """)
                .with("code", code)
                .first(LocalDate.class)
                .orElse(null);
    }

    void add(BoothRequest request) {
        entityManager.persist(request);
        entityManager.flush();
    }

    Optional<BoothRequest> request(long id) {
        return Optional.ofNullable(entityManager.find(BoothRequest.class, id));
    }

    Optional<BoothRequest> openRequest(long eventId, long companyId) {
        return entityManager
                .createQuery(
                        "select r from BoothRequest r where r.eventId = :event and r.companyId = :company and r.state = :asked",
                        BoothRequest.class)
                .setParameter("event", eventId)
                .setParameter("company", companyId)
                .setParameter("asked", BoothRequest.State.ASKED)
                .getResultStream()
                .findFirst();
    }

    /** Fairs to come that a company may ask to be at or has asked for, without those at which it has a booth; the next first. */
    List<BoothRequestService.OpenFair> openFairs(long companyId, LocalDate today, Instant now) {
        return sql.of(
                        """
                        select e.code, e.title, min(s.held_on) as day, e.booths_until as until, r.id as request,
                            coalesce(r.version, 0) as version, coalesce(r.state, '') as state, coalesce(r.why, '') as why,
                            coalesce(e.booths_until >= :today, false) as open
                        from event e
                        join event_session s on s.event_id = e.id
                        left join lateral (select * from booth_request b
                            where b.event_id = e.id and b.company_id = :company order by b.id desc limit 1) r on true
                        where e.state = 'PUBLISHED' and e.closed_at is null and (e.booths_until >= :today or r.id is not null)
                            and not exists (select 1 from event_exhibitor x where x.event_id = e.id and x.company_id = :company)
                        group by e.id, r.id, r.version, r.state, r.why
                        having max(s.ends_at) > :now
                        order by min(s.held_on), e.id
                        """)
                .with("company", companyId)
                .with("today", today)
                .with("now", now)
                .list(BoothRequestService.OpenFair.class);
    }

    /** Requests of one event that wait. */
    record Undecided(String code, String title, long requests, Instant since) {}

    /** Of events to come. */
    List<Undecided> undecided(Instant now) {
        return sql.of(
                        """
                        select e.code, e.title, count(distinct r.id) as requests, min(r.asked_at) as since
                        from booth_request r
                        join event e on e.id = r.event_id
                        where r.state = 'ASKED' and e.state = 'PUBLISHED' and e.closed_at is null
                            and exists (select 1 from event_session s where s.event_id = e.id and s.ends_at > :now)
                        group by e.id, e.code, e.title
                        order by min(r.asked_at)
                        """)
                .with("now", now)
                .list(Undecided.class);
    }

    List<BoothRequestService.Asked> requests(String eventCode) {
        return sql.of(
                        """
                        select r.id as request, r.version, c.name as company, c.code, r.words, r.asked_at, r.state, r.why
                        from booth_request r
                        join event e on e.id = r.event_id
                        join company c on c.id = r.company_id
                        where e.code = :event
                        order by r.state <> 'ASKED', r.id
                        """)
                .with("event", eventCode)
                .list(BoothRequestService.Asked.class);
    }

    /** Companies of the register, by name or reading, without those that have a booth. */
    /** @param chosen the company that is meant; null: whose name or reading has the words */
    List<CompanyName> find(long eventId, String words, Long chosen, int most) {
        Sql.Statement found = sql.of(
                        """
                        select c.id, c.code, c.name, c.reading, c.industry
                        from company c
                        where c.merged_into is null
                            and not exists (select 1 from company_leaving l where l.company_id = c.id and l.returned_on is null)
                            and not exists (select 1 from event_exhibitor x where x.event_id = :event and x.company_id = c.id)
                            and (c.id = cast(:chosen as bigint) or cast(:chosen as bigint) is null and (%s or %s))
                        order by c.reading, c.id
                        limit :most
                        """
                                .formatted(
                                        FoldedWord.in("c.name", "words", words),
                                        FoldedWord.in("c.reading", "words", words)))
                .with("event", eventId)
                .with("chosen", chosen)
                .with("most", most);
        FoldedWord.values("words", words).forEach(found::with);
        return found.list(CompanyName.class);
    }

    /** Somebody who wants to be known. */
    record Known(String name, String email, String role) {}

    /** Name and address of a visitor, for a company that may know them. */
    Known visitor(long registrationId) {
        return sql.of(
                        """
                        select p.name, coalesce(r.guest_email, a.email, '') as email, r.role
                        from registration r
                        join person p on p.id = r.person_id
                        left join account a on a.person_id = r.person_id
                        where r.id = :registration
                        """)
                .with("registration", registrationId)
                .one(Known.class);
    }

    void move(long fromCompany, long intoCompany) {
        sql.of("update booth_request set state = 'WITHDRAWN', decided_at = now(), version = version + 1"
                        + " where company_id = :from and state = 'ASKED' and exists (select 1 from booth_request o"
                        + " where o.event_id = booth_request.event_id and o.company_id = :into and o.state = 'ASKED')")
                .with("from", fromCompany)
                .with("into", intoCompany)
                .run();
        sql.of("update booth_request set company_id = :into, version = version + 1 where company_id = :from")
                .with("from", fromCompany)
                .with("into", intoCompany)
                .run();
        sql.of(
                        """
                        update booth_visit v set company_id = :into
                        where company_id = :from and not exists (select 1 from booth_visit o
                            where o.event_id = v.event_id and o.person_id = v.person_id and o.company_id = :into)
                        """)
                .with("from", fromCompany)
                .with("into", intoCompany)
                .run();
    }

    /** A visit as its visitor is told of it. @param consentedAt null when the company may not know who it was */
    record Told(String event, String company, Instant at, Instant consentedAt, String ticket) {}

    List<Told> told(long personId) {
        return sql.of(
                        """
                        select e.title as event, c.name as company, v.visited_at as at, v.consented_at, r.ticket_token as ticket
                        from booth_visit v
                        join event e on e.id = v.event_id
                        join company c on c.id = v.company_id
                        join registration r on r.id = v.registration_id
                        where v.person_id = :person
                        order by v.visited_at
                        """)
                .with("person", personId)
                .list(Told.class);
    }

    /** The visits stay as rows that are counted; no company knows any more whose they were. */
    void forget(long personId) {
        sql.of(
                        """
                        update booth_visit set consented_at = null, version = version + 1
                        where person_id = :person and consented_at is not null
                        """)
                .with("person", personId)
                .run();
    }
}
