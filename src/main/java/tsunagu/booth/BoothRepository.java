package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
