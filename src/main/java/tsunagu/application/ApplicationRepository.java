package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;

/** Applications and all that belongs to them, as stored. */
@ApplicationScoped
class ApplicationRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    JobApplication get(String code) {
        return entityManager
                .createQuery("select a from JobApplication a where a.code = :code", JobApplication.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("application " + code));
    }

    Optional<JobApplication> of(long personId, long postingId) {
        return entityManager
                .createQuery(
                        "select a from JobApplication a where a.personId = :person and a.postingId = :posting",
                        JobApplication.class)
                .setParameter("person", personId)
                .setParameter("posting", postingId)
                .getResultStream()
                .findFirst();
    }

    List<JobApplication> ofCompany(long companyId) {
        return entityManager
                .createQuery(
                        "select a from JobApplication a where a.companyId = :company order by a.appliedAt desc",
                        JobApplication.class)
                .setParameter("company", companyId)
                .getResultList();
    }

    List<JobApplication> ofPerson(long personId) {
        return entityManager
                .createQuery(
                        "select a from JobApplication a where a.personId = :person order by a.appliedAt desc",
                        JobApplication.class)
                .setParameter("person", personId)
                .getResultList();
    }

    List<ApplicationStep> steps(long applicationId) {
        return of(ApplicationStep.class, applicationId);
    }

    List<ApplicationMessage> messages(long applicationId) {
        return of(ApplicationMessage.class, applicationId);
    }

    private <T> List<T> of(Class<T> type, long applicationId) {
        return entityManager
                .createQuery(
                        "select x from " + type.getSimpleName() + " x where x.applicationId = :application order by x.id", type)
                .setParameter("application", applicationId)
                .getResultList();
    }

    /** Without their contents. */
    List<ApplicationView.File> files(long applicationId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select code, name, media_type, length(content) from job_application_file"
                        + " where application_id = ? order by id")
                .setParameter(1, applicationId)
                .getResultList();
        return rows.stream()
                .map(row -> new ApplicationView.File(
                        (String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).intValue()))
                .toList();
    }

    StoredFile file(String code) {
        return entityManager
                .createQuery("select f from StoredFile f where f.code = :code", StoredFile.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file " + code));
    }

    JobApplication byId(long id) {
        return entityManager.find(JobApplication.class, id);
    }

    Optional<Placement> placement(long applicationId) {
        return entityManager
                .createQuery("select p from Placement p where p.applicationId = :application", Placement.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Pairs of applications to one posting by two accounts that may be one person: the same mail address, telephone number
     * (digits only) or name. Codes, posting, and what is the same; no names.
     */
    List<Object[]> lookAlikes() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select p.code, p.title, c.name, a.applied_at, b.applied_at,"
                        + " lower(a.email) = lower(b.email),"
                        + " regexp_replace(a.phone, '[^0-9]', '', 'g') = regexp_replace(b.phone, '[^0-9]', '', 'g')"
                        + "   and length(regexp_replace(a.phone, '[^0-9]', '', 'g')) >= 9,"
                        + " regexp_replace(a.name, '[[:space:]]', '', 'g') = regexp_replace(b.name, '[[:space:]]', '', 'g')"
                        + " from job_application a"
                        + " join job_application b on b.posting_id = a.posting_id and b.id > a.id"
                        + "   and b.person_id <> a.person_id"
                        + " join posting p on p.id = a.posting_id join company c on c.id = a.company_id"
                        + " where a.state <> 'WITHDRAWN' and b.state <> 'WITHDRAWN'"
                        + "   and (lower(a.email) = lower(b.email)"
                        + "     or regexp_replace(a.phone, '[^0-9]', '', 'g') = regexp_replace(b.phone, '[^0-9]', '', 'g')"
                        + "       and length(regexp_replace(a.phone, '[^0-9]', '', 'g')) >= 9"
                        + "     or regexp_replace(a.name, '[[:space:]]', '', 'g')"
                        + "        = regexp_replace(b.name, '[[:space:]]', '', 'g'))"
                        + " order by b.applied_at desc limit 100")
                .getResultList();
        return rows;
    }

    Placement placementById(long id) {
        Placement placement = entityManager.find(Placement.class, id);
        if (placement == null) {
            throw new NotFoundException("placement " + id);
        }
        return placement;
    }

    List<Placement> placements() {
        return entityManager
                .createQuery("select p from Placement p order by p.hiredOn desc, p.id desc", Placement.class)
                .getResultList();
    }

    /** Received until then and not answered. */
    List<JobApplication> unanswered(Instant until) {
        return entityManager
                .createQuery(
                        "select a from JobApplication a where a.state = :state and a.appliedAt <= :until order by a.id",
                        JobApplication.class)
                .setParameter("state", ApplicationState.RECEIVED)
                .setParameter("until", until)
                .getResultList();
    }

    /** On their way since before then. */
    List<JobApplication> undecided(Instant since) {
        return entityManager
                .createQuery(
                        "select a from JobApplication a where a.state in :states and a.movedAt <= :since order by a.id",
                        JobApplication.class)
                .setParameter(
                        "states",
                        List.of(ApplicationState.IN_PROGRESS, ApplicationState.INTERVIEW, ApplicationState.OFFER))
                .setParameter("since", since)
                .getResultList();
    }

    /** Two files sent at once count each other. */
    JobApplication hold(JobApplication application) {
        locks.hold(Lock.APPLICATION, application.id());
        return locks.fresh(application);
    }

    void moveCompany(long from, long into) {
        for (String entity : List.of("JobApplication", "Placement")) {
            entityManager
                    .createQuery("update " + entity + " x set x.companyId = :into where x.companyId = :from")
                    .setParameter("from", from)
                    .setParameter("into", into)
                    .executeUpdate();
        }
    }

    void add(Object fresh) {
        entityManager.persist(fresh);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** What the two wrote and what was handed over goes (an answer names whom it is to); that somebody applied, and was hired, stays. */
    void forget(long personId) {
        for (String sql : List.of(
                "delete from job_application_file where application_id in (select id from job_application where person_id = ?1)",
                "delete from job_application_answer where application_id in (select id from job_application where person_id = ?1)",
                "update job_application_message set words = '-' where application_id in"
                        + " (select id from job_application where person_id = ?1)",
                "update job_application set name = '-', email = '', phone = '', career = '', message = '-', version = version + 1"
                        + " where person_id = ?1")) {
            entityManager.createNativeQuery(sql).setParameter(1, personId).executeUpdate();
        }
    }
}
