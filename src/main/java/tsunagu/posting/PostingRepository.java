package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.NotFoundException;

/** Postings as stored. */
@ApplicationScoped
class PostingRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Posting find(long id) {
        return entityManager.find(Posting.class, id);
    }

    Posting get(String code) {
        return entityManager
                .createQuery("select p from Posting p where p.code = :code", Posting.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("posting " + code));
    }

    List<Posting> of(long companyId) {
        return entityManager
                .createQuery("select p from Posting p where p.companyId = :company order by p.id", Posting.class)
                .setParameter("company", companyId)
                .getResultList();
    }

    List<Posting> confirmedBefore(Instant moment, LocalDate today) {
        return entityManager
                .createQuery(
                        "select p from Posting p where p.confirmedAt < :moment and p.endedAt is null"
                                + " and p.opensOn <= :today and p.closesOn >= :today order by p.id",
                        Posting.class)
                .setParameter("moment", moment)
                .setParameter("today", today)
                .getResultList();
    }

    List<Posting> all() {
        return entityManager
                .createQuery("select p from Posting p order by p.id", Posting.class)
                .getResultList();
    }

    /** Those that somebody can be hired for, now or later: not ended, and their last day is not over. */
    List<Posting> hiring(LocalDate today) {
        return entityManager
                .createQuery(
                        "select p from Posting p where p.endedAt is null and p.closesOn >= :today order by p.id",
                        Posting.class)
                .setParameter("today", today)
                .getResultList();
    }

    void add(Posting posting) {
        entityManager.persist(posting);
    }
}
