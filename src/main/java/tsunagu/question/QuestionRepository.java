package tsunagu.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Sql;

/** Questions and answers as stored. */
@ApplicationScoped
class QuestionRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    List<Question> asked(long eventId) {
        return entityManager
                .createQuery(
                        "select q from Question q where q.eventId = :event and q.withdrawnAt is null order by q.number, q.id",
                        Question.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    /** Also those that are not asked any more. */
    List<Question> ever(long eventId) {
        return entityManager
                .createQuery(
                        "select q from Question q where q.eventId = :event order by q.withdrawnAt, q.number, q.id",
                        Question.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    boolean answered(long questionId) {
        return entityManager
                        .createQuery("select count(a) from Answer a where a.questionId = :question", Long.class)
                        .setParameter("question", questionId)
                        .getSingleResult()
                > 0;
    }

    Optional<Answer> answer(long questionId, long registrationId) {
        return entityManager
                .createQuery(
                        "select a from Answer a where a.questionId = :question and a.registrationId = :registration",
                        Answer.class)
                .setParameter("question", questionId)
                .setParameter("registration", registrationId)
                .getResultStream()
                .findFirst();
    }

    List<Answer> ofRegistration(long registrationId) {
        return entityManager
                .createQuery("select a from Answer a where a.registrationId = :registration", Answer.class)
                .setParameter("registration", registrationId)
                .getResultList();
    }

    List<Answer> ofEvent(long eventId) {
        return entityManager
                .createQuery(
                        "select a from Answer a, Question q where q.id = a.questionId and q.eventId = :event order by a.id",
                        Answer.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    void add(Object row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    void remove(Object row) {
        entityManager.remove(row);
    }

    void flush() {
        entityManager.flush();
    }

    void forget(long personId) {
        sql.of(
                        "delete from event_answer where registration_id in (select id from registration where person_id = :person)")
                .with("person", personId)
                .run();
    }
}
