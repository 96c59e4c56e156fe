package tsunagu.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.NotFoundException;

/** Submissions of one kind as stored; each kind names its entity. */
public abstract class SubmissionStore<S extends Submission> {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** Its name is what the queries ask for. */
    protected abstract Class<S> entity();

    public Optional<S> find(String code) {
        return entityManager
                .createQuery("select s from " + entity().getSimpleName() + " s where s.code = :code", entity())
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public S get(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("submission " + code));
    }

    /** A company's changes under way to what is public. */
    public List<S> changes(long companyId) {
        return entityManager
                .createQuery(
                        "select s from " + entity().getSimpleName()
                                + " s where s.companyId = :company and s.publishedId is not null and s.state in :live",
                        entity())
                .setParameter("company", companyId)
                .setParameter("live", SubmissionState.LIVE)
                .getResultList();
    }

    /** Whether a company has anything under way, new or a change. */
    public boolean hasLive(long companyId) {
        return entityManager
                        .createQuery(
                                "select count(s) from " + entity().getSimpleName()
                                        + " s where s.companyId = :company and s.state in :live",
                                Long.class)
                        .setParameter("company", companyId)
                        .setParameter("live", SubmissionState.LIVE)
                        .getSingleResult()
                > 0;
    }

    /** The change that is under way to something public. */
    public Optional<S> liveOf(long publishedId) {
        return entityManager
                .createQuery(
                        "select s from " + entity().getSimpleName()
                                + " s where s.publishedId = :published and s.state in :live",
                        entity())
                .setParameter("published", publishedId)
                .setParameter("live", SubmissionState.LIVE)
                .getResultStream()
                .findFirst();
    }

    /** Two companies became one. */
    public void move(long fromCompany, long intoCompany) {
        entityManager
                .createQuery(
                        "update " + entity().getSimpleName() + " s set s.companyId = :into where s.companyId = :from")
                .setParameter("from", fromCompany)
                .setParameter("into", intoCompany)
                .executeUpdate();
    }

    public void add(S submission) {
        entityManager.persist(submission);
        entityManager.flush();
    }
}
