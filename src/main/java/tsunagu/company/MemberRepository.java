package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Members, invitations, requests to be admitted and answers to surveys, as stored. */
@ApplicationScoped
class MemberRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    /** One of the companies somebody acts for. */
    record Mine(long member, long id, String code, String name, String reading, String industry, MemberRole role) {

        Membership membership() {
            return new Membership(new CompanyName(id, code, name, reading, industry), role);
        }
    }

    /** For which companies they act, the one they joined first at the beginning. */
    List<Mine> mine(long accountId) {
        return sql.of("select m.id as member, c.id, c.code, c.name, c.reading, c.industry, m.role from company_member m"
                        + " join company c on c.id = m.company_id where m.account_id = :account and m.left_at is null"
                        + " order by m.joined_at, m.id")
                .with("account", accountId)
                .list(Mine.class);
    }

    /** The company somebody chose last, whether they still act for it or not. */
    Optional<Long> lastChosen(long accountId) {
        return sql.of("select company_id from company_choice where account_id = :account")
                .with("account", accountId)
                .first(Long.class);
    }

    void choose(long accountId, long companyId, Instant now) {
        sql.of(
                        """
                        insert into company_choice (account_id, company_id, chosen_at) values (:account, :company, :now)
                        on conflict (account_id) do update set company_id = :company, chosen_at = :now
                        """)
                .with("account", accountId)
                .with("company", companyId)
                .with("now", now)
                .run();
    }

    /** A choice lasts as long as somebody acts for the company. */
    void forgetChoice(long accountId, long companyId) {
        sql.of("delete from company_choice where account_id = :account and company_id = :company")
                .with("account", accountId)
                .with("company", companyId)
                .run();
    }

    List<Member> of(long companyId) {
        return entityManager
                .createQuery(
                        "select m from Member m where m.companyId = :company and m.leftAt is null order by m.id",
                        Member.class)
                .setParameter("company", companyId)
                .getResultList();
    }

    /** Also one who left. */
    Optional<Member> member(long companyId, long memberId) {
        return Optional.ofNullable(entityManager.find(Member.class, memberId))
                .filter(each -> each.companyId() == companyId);
    }

    /** Also one that was used, withdrawn, or is too old. */
    Optional<MemberInvitation> invitation(long companyId, long invitationId) {
        return Optional.ofNullable(entityManager.find(MemberInvitation.class, invitationId))
                .filter(each -> each.companyId() == companyId);
    }

    Set<Long> companiesWithMembers() {
        return Set.copyOf(entityManager
                .createQuery("select distinct m.companyId from Member m where m.leftAt is null", Long.class)
                .getResultList());
    }

    List<MemberInvitation> openInvitations(long companyId, Instant now) {
        return entityManager
                .createQuery(
                        "select i from MemberInvitation i where i.companyId = :company and i.usedAt is null"
                                + " and i.withdrawnAt is null and i.expiresAt > :now order by i.id",
                        MemberInvitation.class)
                .setParameter("company", companyId)
                .setParameter("now", now)
                .getResultList();
    }

    /** Also those that were used or withdrawn. */
    long invitedSince(long companyId, Instant since) {
        return entityManager
                .createQuery(
                        "select count(i) from MemberInvitation i where i.companyId = :company and i.createdAt > :since",
                        Long.class)
                .setParameter("company", companyId)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Nobody else writes an invitation to the address until this transaction ends. */
    void holdAddress(String mailDigest) {
        locks.hold(Lock.MAIL_ADDRESS, mailDigest);
    }

    /** Invitations that were mailed to the address, by whichever company. */
    long mailedSince(String mailDigest, Instant since) {
        return entityManager
                .createQuery(
                        "select count(i) from MemberInvitation i where i.mailDigest = :digest and i.createdAt > :since",
                        Long.class)
                .setParameter("digest", mailDigest)
                .setParameter("since", since)
                .getSingleResult();
    }

    Optional<MemberInvitation> invitation(String secretHash) {
        return entityManager
                .createQuery("select i from MemberInvitation i where i.secretHash = :hash", MemberInvitation.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    Optional<Admission> admission(String code) {
        return entityManager
                .createQuery("select a from Admission a where a.code = :code", Admission.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** The account's last request. */
    Optional<Admission> admissionOf(long accountId) {
        return entityManager
                .createQuery(
                        "select a from Admission a where a.applicantId = :account order by a.id desc", Admission.class)
                .setParameter("account", accountId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Admission> admissions(AdmissionState state) {
        return entityManager
                .createQuery("select a from Admission a where a.state = :state order by a.submittedAt", Admission.class)
                .setParameter("state", state)
                .getResultList();
    }

    Optional<HiringAnswer> hiringAnswer(long companyId, int fiscalYear) {
        return entityManager
                .createQuery(
                        "select h from HiringAnswer h where h.companyId = :company and h.fiscalYear = :year",
                        HiringAnswer.class)
                .setParameter("company", companyId)
                .setParameter("year", fiscalYear)
                .getResultStream()
                .findFirst();
    }

    List<HiringAnswer> hiringAnswers(int fiscalYear) {
        return entityManager
                .createQuery("select h from HiringAnswer h where h.fiscalYear = :year", HiringAnswer.class)
                .setParameter("year", fiscalYear)
                .getResultList();
    }

    /**
     * Members, their choices, requests and answers of a merged company; of two answers for one year the other company's stays, and who acted for both is a
     * member once.
     */
    void move(long from, long into, Instant now) {
        sql.of(
                        """
                        update company_member m set left_at = :now, version = version + 1
                        where m.company_id = :from and m.left_at is null and exists (
                            select 1 from company_member o where o.company_id = :into and o.account_id = m.account_id and o.left_at is null)
                        """)
                .with("from", from)
                .with("into", into)
                .with("now", now)
                .run();
        for (String table : List.of("company_member", "company_choice", "company_invitation", "company_admission")) {
            sql.of("update " + table + " set company_id = :into where company_id = :from")
                    .with("from", from)
                    .with("into", into)
                    .run();
        }
        sql.of(
                        """
                        update hiring_answer h set company_id = :into
                        where company_id = :from and not exists (
                            select 1 from hiring_answer o where o.company_id = :into and o.fiscal_year = h.fiscal_year)
                        """)
                .with("from", from)
                .with("into", into)
                .run();
    }

    void add(Object fresh) {
        entityManager.persist(fresh);
    }
}
