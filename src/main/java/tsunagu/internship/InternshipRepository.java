package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

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

    List<Internship> all() {
        return entityManager
                .createQuery("select i from Internship i order by i.id", Internship.class)
                .getResultList();
    }

    void add(Internship internship) {
        entityManager.persist(internship);
    }
}
