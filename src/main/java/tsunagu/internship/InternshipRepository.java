package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Internships as stored. */
@ApplicationScoped
class InternshipRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    List<Internship> of(long companyId) {
        return entityManager
                .createQuery("select i from Internship i where i.companyId = :company order by i.id", Internship.class)
                .setParameter("company", companyId)
                .getResultList();
    }

    Optional<Internship> byCode(String code) {
        return entityManager
                .createQuery("select i from Internship i where i.code = :code", Internship.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    Internship find(long id) {
        return entityManager.find(Internship.class, id);
    }

    List<Internship> all() {
        return entityManager
                .createQuery("select i from Internship i order by i.id", Internship.class)
                .getResultList();
    }

    void add(Internship fresh) {
        entityManager.persist(fresh);
        entityManager.flush();
    }
}
