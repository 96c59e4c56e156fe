package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.StoredInstant;

/** Visits and exhibitors as stored. */
@ApplicationScoped
class BoothRepository {

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

    Optional<Object[]> booth(String eventCode, String companyCode) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select c.id, c.code, c.name, x.booth, e.title from event e join event_exhibitor x"
                        + " on x.event_id = e.id join company c on c.id = x.company_id"
                        + " where e.code = ? and c.code = ? and e.state = 'PUBLISHED'")
                .setParameter(1, eventCode)
                .setParameter(2, companyCode)
                .getResultList();
        return rows.stream().findFirst();
    }

    /** Companies with a booth at the event: id, code, name, booth, who stands there. */
    List<Object[]> exhibitors(long eventId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select c.id, c.code, c.name, x.booth, x.staff from event_exhibitor x join company c on c.id = x.company_id"
                        + " where x.event_id = ? order by x.booth, c.reading")
                .setParameter(1, eventId)
                .getResultList();
        return rows;
    }

    /** Published events at which the company has a booth: code, title, first day, booth, visits; the latest first. */
    List<Object[]> events(long companyId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select e.code, e.title, min(s.held_on), x.booth,"
                        + " (select count(*) from booth_visit v where v.event_id = e.id and v.company_id = x.company_id)"
                        + " from event_exhibitor x join event e on e.id = x.event_id and e.state = 'PUBLISHED'"
                        + " join event_session s on s.event_id = e.id where x.company_id = ?"
                        + " group by e.id, e.code, e.title, x.booth, x.company_id order by min(s.held_on) desc nulls last")
                .setParameter(1, companyId)
                .getResultList();
        return rows;
    }

    /** Name and address of a visitor, for a company that may know them. */
    Object[] visitor(long registrationId) {
        return (Object[]) entityManager
                .createNativeQuery("select p.name, coalesce(r.guest_email, a.email, ''), r.role from registration r"
                        + " join person p on p.id = r.person_id left join account a on a.person_id = r.person_id where r.id = ?")
                .setParameter(1, registrationId)
                .getSingleResult();
    }

    void move(long fromCompany, long intoCompany) {
        entityManager
                .createNativeQuery("update booth_visit v set company_id = ?2 where company_id = ?1 and not exists (select 1 from"
                        + " booth_visit o where o.event_id = v.event_id and o.person_id = v.person_id and o.company_id = ?2)")
                .setParameter(1, fromCompany)
                .setParameter(2, intoCompany)
                .executeUpdate();
    }

    /** A visit as its visitor is told of it. @param consentedAt null when the company may not know who it was */
    record Told(String event, String company, Instant at, Instant consentedAt, String ticket) {}

    List<Told> told(long personId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select e.title, c.name, v.visited_at, v.consented_at, r.ticket_token from booth_visit v"
                        + " join event e on e.id = v.event_id join company c on c.id = v.company_id"
                        + " join registration r on r.id = v.registration_id where v.person_id = ?1 order by v.visited_at")
                .setParameter(1, personId)
                .getResultList();
        return rows.stream()
                .map(row -> new Told((String) row[0], (String) row[1], StoredInstant.of(row[2]), StoredInstant.of(row[3]), (String) row[4]))
                .toList();
    }

    /** The visits stay as rows that are counted; no company knows any more whose they were. */
    void forget(long personId) {
        entityManager
                .createNativeQuery("update booth_visit set consented_at = null, version = version + 1 where person_id = ?1 and consented_at is not null")
                .setParameter(1, personId)
                .executeUpdate();
    }
}
