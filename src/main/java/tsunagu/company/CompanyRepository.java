package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.desk.FoldedWord;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Sql;

/** Companies as stored. */
@ApplicationScoped
class CompanyRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    Optional<Company> find(long id) {
        return Optional.ofNullable(entityManager.find(Company.class, id));
    }

    Company get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("company " + id));
    }

    /** Nobody renames the company until this transaction ends. */
    void hold(long id) {
        locks.share(Lock.COMPANY, id);
    }

    /** How many pictures it shows, without loading them. */
    int pictures(long companyId) {
        return sql.of("select count(*) from company_picture where company_id = :company")
                .with("company", companyId)
                .one(Integer.class);
    }

    /** Nobody enters or changes a posting of the companies until this transaction ends. */
    void take(long... ids) {
        locks.hold(Lock.COMPANY, ids);
    }

    boolean any() {
        return sql.of("select id from company limit 1").first(Long.class).isPresent();
    }

    Company byCode(String code) {
        return entityManager
                .createQuery("select c from Company c where c.code = :code", Company.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("company " + code));
    }

    /** Registered ones: not merged, not left. */
    List<Company> all() {
        return entityManager
                .createQuery(
                        "select c from Company c where c.mergedInto is null and not exists (select l.id from CompanyLeaving l"
                                + " where l.companyId = c.id and l.returnedOn is null) order by c.id",
                        Company.class)
                .getResultList();
    }

    /** By number; unknown numbers are left out. */
    Map<Long, CompanyName> named(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select new tsunagu.company.CompanyName(c.id, c.code, c.name, c.reading, c.industry) from Company c where c.id in :ids",
                        CompanyName.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(CompanyName::id, Function.identity()));
    }

    /** Of the register: neither merged into another one nor left. */
    Optional<CompanyName> registered(long id) {
        return sql.of(
                        "select c.id, c.code, c.name, c.reading, c.industry from company c where c.id = :id and c.merged_into is null"
                                + " and not exists (select from company_leaving l where l.company_id = c.id and l.returned_on is null)")
                .with("id", id)
                .first(CompanyName.class);
    }

    /** Registered ones with the words in name or reading; those that begin with them first. */
    List<CompanyName> suggested(String words, int most) {
        Sql.Statement found = sql.of(
                        "select c.id, c.code, c.name, c.reading, c.industry from company c where c.merged_into is null"
                                + " and not exists (select from company_leaving l where l.company_id = c.id and l.returned_on is null)"
                                + " and (" + FoldedWord.in("c.name", "words", words) + " or "
                                + FoldedWord.in("c.reading", "words", words) + ")"
                                + " order by not starts_with(c.name, :begin) and not starts_with(c.reading, :begin), c.reading, c.id limit :most")
                .with("begin", words)
                .with("most", most);
        FoldedWord.values("words", words).forEach(found::with);
        return words.isEmpty() ? List.of() : found.list(CompanyName.class);
    }

    /** What tells companies apart. @param address of the first place */
    record Identity(CompanyName company, String corporateNumber, String address) {}

    private record StoredIdentity(
            long id,
            String code,
            String name,
            String reading,
            String industry,
            String corporateNumber,
            String address) {

        Identity identity() {
            return new Identity(new CompanyName(id, code, name, reading, industry), corporateNumber, address);
        }
    }

    List<Identity> identities() {
        return sql
                .of(
                        """
                        select c.id, c.code, c.name, c.reading, c.industry, c.corporate_number,
                            (select p.address from company_place p where p.company_id = c.id and p.number = 0) as address
                        from company c
                        where c.merged_into is null
                        order by c.id
                        """)
                .list(StoredIdentity.class)
                .stream()
                .map(StoredIdentity::identity)
                .toList();
    }

    /** What was changed so far is in the database: a number can go from one row to another. */
    void written() {
        entityManager.flush();
    }

    boolean empty() {
        return entityManager
                .createQuery("select c.id from Company c", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Companies that left and have not come back. */
    List<CompanyLeaving> gone() {
        return entityManager
                .createQuery("select l from CompanyLeaving l where l.returnedOn is null", CompanyLeaving.class)
                .getResultList();
    }

    /** Every leaving, also of companies that came back; of a company that is gone, the one by which it is gone comes last. */
    List<CompanyLeaving> leavings() {
        return entityManager
                .createQuery(
                        "select l from CompanyLeaving l order by case when l.returnedOn is null then 1 else 0 end, l.id",
                        CompanyLeaving.class)
                .getResultList();
    }

    Optional<CompanyLeaving> gone(long companyId) {
        return entityManager
                .createQuery(
                        "select l from CompanyLeaving l where l.companyId = :company and l.returnedOn is null",
                        CompanyLeaving.class)
                .setParameter("company", companyId)
                .getResultStream()
                .findFirst();
    }

    /** Who writes the page must look again: what they began with is not what is there. Nothing of the company itself changes. */
    void touch(Company company) {
        entityManager.lock(company, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    void add(CompanyLeaving leaving) {
        entityManager.persist(leaving);
    }

    void add(Company company) {
        entityManager.persist(company);
    }

    /** What was written is written; nothing of it is held any longer. */
    void letGo() {
        entityManager.flush();
        entityManager.clear();
    }
}
