package tsunagu.city;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The one row, as stored. */
@ApplicationScoped
class CityOfficeRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    CityOffice get() {
        return entityManager.find(CityOffice.class, CityOffice.ONLY);
    }
}
