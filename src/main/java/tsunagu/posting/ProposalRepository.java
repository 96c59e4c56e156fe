package tsunagu.posting;

import tsunagu.review.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.NotFoundException;

/** Proposals as stored. */
@ApplicationScoped
class ProposalRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Optional<Proposal> find(String code) {
        return entityManager
                .createQuery("select p from Proposal p where p.code = :code", Proposal.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    Proposal get(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("proposal " + code));
    }

    /** Under way, the last changed first. */
    List<Proposal> live(long companyId) {
        return entityManager
                .createQuery(
                        "select p from Proposal p where p.companyId = :company and p.state in :live order by p.changedAt desc",
                        Proposal.class)
                .setParameter("company", companyId)
                .setParameter("live", ProposalState.LIVE)
                .getResultList();
    }

    Optional<Proposal> liveOf(long postingId) {
        return entityManager
                .createQuery("select p from Proposal p where p.postingId = :posting and p.state in :live", Proposal.class)
                .setParameter("posting", postingId)
                .setParameter("live", ProposalState.LIVE)
                .getResultStream()
                .findFirst();
    }

    void move(long fromCompany, long intoCompany) {
        entityManager
                .createQuery("update Proposal p set p.companyId = :into where p.companyId = :from")
                .setParameter("from", fromCompany)
                .setParameter("into", intoCompany)
                .executeUpdate();
    }

    void add(Proposal proposal) {
        entityManager.persist(proposal);
    }
}
