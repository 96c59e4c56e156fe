package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.review.ProposalState;

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

    Optional<InternshipProposal> findDraft(String code) {
        return entityManager
                .createQuery("select p from InternshipProposal p where p.code = :code", InternshipProposal.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Under way, the last changed first. */
    List<InternshipProposal> live(long companyId) {
        return entityManager
                .createQuery(
                        "select p from InternshipProposal p where p.companyId = :company and p.state in :live"
                                + " order by p.changedAt desc",
                        InternshipProposal.class)
                .setParameter("company", companyId)
                .setParameter("live", ProposalState.LIVE)
                .getResultList();
    }

    Optional<InternshipProposal> liveOf(long internshipId) {
        return entityManager
                .createQuery(
                        "select p from InternshipProposal p where p.internshipId = :internship and p.state in :live",
                        InternshipProposal.class)
                .setParameter("internship", internshipId)
                .setParameter("live", ProposalState.LIVE)
                .getResultStream()
                .findFirst();
    }

    void move(long fromCompany, long intoCompany) {
        entityManager
                .createQuery("update InternshipProposal p set p.companyId = :into where p.companyId = :from")
                .setParameter("from", fromCompany)
                .setParameter("into", intoCompany)
                .executeUpdate();
    }

    List<Internship> all() {
        return entityManager
                .createQuery("select i from Internship i order by i.id", Internship.class)
                .getResultList();
    }

    void add(Object fresh) {
        entityManager.persist(fresh);
        entityManager.flush();
    }
}
