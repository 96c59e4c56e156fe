package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Wishes for another name, as stored. */
@ApplicationScoped
class NameChangeRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** The oldest first. */
    List<NameChange> waiting() {
        return entityManager
                .createQuery(
                        "select n from NameChange n where n.state = :state order by n.askedAt, n.id", NameChange.class)
                .setParameter("state", NameChangeState.WAITING)
                .getResultList();
    }

    Optional<NameChange> waiting(long companyId) {
        return entityManager
                .createQuery(
                        "select n from NameChange n where n.companyId = :company and n.state = :state",
                        NameChange.class)
                .setParameter("company", companyId)
                .setParameter("state", NameChangeState.WAITING)
                .getResultStream()
                .findFirst();
    }

    /** What the company asked for last. */
    Optional<NameChange> last(long companyId) {
        return entityManager
                .createQuery(
                        "select n from NameChange n where n.companyId = :company order by n.id desc", NameChange.class)
                .setParameter("company", companyId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<NameChange> find(String code) {
        return entityManager
                .createQuery("select n from NameChange n where n.code = :code", NameChange.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    void add(NameChange fresh) {
        entityManager.persist(fresh);
    }
}
