package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Runs of internships and who takes part, as stored. */
@ApplicationScoped
class ParticipationRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    List<InternshipSession> sessions(long internshipId) {
        return entityManager
                .createQuery(
                        "select s from InternshipSession s where s.internshipId = :internship order by s.number",
                        InternshipSession.class)
                .setParameter("internship", internshipId)
                .getResultList();
    }

    InternshipSession session(long id) {
        return entityManager.find(InternshipSession.class, id);
    }

    Optional<Participation> find(String code) {
        return entityManager
                .createQuery("select p from Participation p where p.code = :code", Participation.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    Optional<Participation> of(long personId, long internshipId) {
        return entityManager
                .createQuery(
                        "select p from Participation p where p.personId = :person and p.internshipId = :internship",
                        Participation.class)
                .setParameter("person", personId)
                .setParameter("internship", internshipId)
                .getResultStream()
                .findFirst();
    }

    List<Participation> ofPerson(long personId) {
        return list("p.personId", personId);
    }

    List<Participation> ofCompany(long companyId) {
        return list("p.companyId", companyId);
    }

    private List<Participation> list(String column, long value) {
        return entityManager
                .createQuery(
                        "select p from Participation p where " + column + " = :value order by p.appliedAt desc",
                        Participation.class)
                .setParameter("value", value)
                .getResultList();
    }

    /** Who came and wishes for the grant, the latest first. */
    List<Participation> wishing() {
        return entityManager
                .createQuery(
                        "select p from Participation p where p.state = :state and p.subsidy = true order by p.movedAt desc",
                        Participation.class)
                .setParameter("state", ParticipationState.PARTICIPATED)
                .getResultList();
    }

    void move(long fromCompany, long intoCompany) {
        entityManager
                .createQuery("update Participation p set p.companyId = :into where p.companyId = :from")
                .setParameter("from", fromCompany)
                .setParameter("into", intoCompany)
                .executeUpdate();
    }

    /** @return false when nobody more can come; counted by the database, never from what was read before */
    boolean takePlace(long sessionId) {
        return sql.of(
                                "update internship_session set taken = taken + 1 where id = :session and (capacity is null or taken < capacity)")
                        .with("session", sessionId)
                        .run()
                == 1;
    }

    /** Read from the database, for who holds or shares the run's lock: somebody may have removed it meanwhile. */
    boolean isPlanned(long sessionId) {
        return sql.of("select count(*) from internship_session where id = :session")
                        .with("session", sessionId)
                        .one(Long.class)
                == 1;
    }

    List<Participation> inRun(long sessionId) {
        return list("p.sessionId", sessionId);
    }

    void remove(InternshipSession run) {
        entityManager.remove(run);
        entityManager.flush();
    }

    void givePlaceBack(long sessionId) {
        sql.of("update internship_session set taken = taken - 1 where id = :session")
                .with("session", sessionId)
                .run();
    }

    void add(Object fresh) {
        entityManager.persist(fresh);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    /** That somebody took part stays; who it was goes. */
    void forget(long personId) {
        sql.of(
                        """
                        update participation
                        set name = '-', email = null, email_key = null, phone = null, message = '-', version = version + 1
                        where person_id = :person
                        """)
                .with("person", personId)
                .run();
    }
}
