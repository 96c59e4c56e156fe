package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Sql;

/** Applications and all that belongs to them, as stored. */
@ApplicationScoped
class ApplicationRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

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

    /** What became of the person's applications, by the posting's code. */
    Map<String, ApplicationState> statesOfPerson(long personId) {
        record Applied(String code, String state) {}
        Map<String, ApplicationState> states = new HashMap<>();
        sql.of(
                        "select p.code, a.state from job_application a join posting p on p.id = a.posting_id where a.person_id = :person")
                .with("person", personId)
                .list(Applied.class)
                .forEach(each -> states.put(each.code(), ApplicationState.valueOf(each.state())));
        return states;
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
                        "select x from " + type.getSimpleName()
                                + " x where x.applicationId = :application order by x.id",
                        type)
                .setParameter("application", applicationId)
                .getResultList();
    }

    /** Without their contents. */
    List<ApplicationView.File> files(long applicationId) {
        return sql.of(
                        """
                        select code, name, media_type, length(content) as size
                        from job_application_file
                        where application_id = :application
                        order by id
                        """)
                .with("application", applicationId)
                .list(ApplicationView.File.class);
    }

    void remove(StoredFile file) {
        entityManager.remove(file);
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
    List<LookAlike> lookAlikes() {
        return sql.of(
                        """
                        with compared as (
                            select id, company_id, posting_id, person_id, applied_at, email_key, phone_key,
                                regexp_replace(name, '[[:space:]]', '', 'g') as name
                            from job_application
                            where state <> 'WITHDRAWN'
                        )
                        select p.code as posting, p.title, c.name as company, a.applied_at as first, b.applied_at as second,
                            coalesce(a.email_key = b.email_key, false) as email, coalesce(a.phone_key = b.phone_key, false) as phone, a.name = b.name as name
                        from compared a
                        join compared b on b.posting_id = a.posting_id and b.id > a.id and b.person_id <> a.person_id
                        join posting p on p.id = a.posting_id
                        join company c on c.id = a.company_id
                        where a.email_key = b.email_key or a.phone_key = b.phone_key or a.name = b.name
                        order by b.applied_at desc
                        limit 100
                        """)
                .list(LookAlike.class);
    }

    /** Since when those of a company's applications wait that nobody has answered, or that have a message it has not read. */
    List<Instant> waitingFor(long companyId) {
        return sql.of(
                        "select case when a.state = 'RECEIVED' then a.applied_at else (select min(m.sent_at) from job_application_message m"
                                + " where m.application_id = a.id and not m.by_company and m.read_at is null) end"
                                + " from job_application a where a.company_id = :company and (a.state = 'RECEIVED'"
                                + " or exists (select from job_application_message m"
                                + " where m.application_id = a.id and not m.by_company and m.read_at is null))")
                .with("company", companyId)
                .list(Instant.class);
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

    /** That a person was hired was never so, and nobody was told. */
    void remove(Placement mistake) {
        entityManager.remove(mistake);
        entityManager.flush();
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
        for (String statement : List.of(
                """
                delete from job_application_file
                where application_id in (select id from job_application where person_id = :person)
                """,
                """
                delete from job_application_answer
                where application_id in (select id from job_application where person_id = :person)
                """,
                """
                update job_application_message set words = '-'
                where application_id in (select id from job_application where person_id = :person)
                """,
                """
                update job_application
                set name = '-', email = null, email_key = null, phone = null, phone_key = null, career = '', message = '-', version = version + 1
                where person_id = :person
                """)) {
            sql.of(statement).with("person", personId).run();
        }
    }
}
