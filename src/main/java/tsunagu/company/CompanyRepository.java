package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.NotFoundException;

/** Companies as stored. */
@ApplicationScoped
class CompanyRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Optional<Company> find(long id) {
        return Optional.ofNullable(entityManager.find(Company.class, id));
    }

    Company get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("company " + id));
    }

    /** Nobody renames the company until this transaction ends. */
    void hold(long id) {
        entityManager
                .createNativeQuery("select id from company where id = ? for share")
                .setParameter(1, id)
                .getResultList();
    }

    /** Nobody enters or changes a posting of the company until this transaction ends. */
    void take(long id) {
        entityManager
                .createNativeQuery("select id from company where id = ? for update")
                .setParameter(1, id)
                .getResultList();
    }

    List<Company> all() {
        return entityManager
                .createQuery("select c from Company c order by c.id", Company.class)
                .getResultList();
    }

    boolean empty() {
        return entityManager
                .createQuery("select c.id from Company c", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void add(Company company) {
        entityManager.persist(company);
    }
}
