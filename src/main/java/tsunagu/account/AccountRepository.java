package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;

/** Accounts and the persons behind them, as stored. */
@ApplicationScoped
class AccountRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    Optional<Account> byEmail(String email) {
        return sql.of("select id from account where email_key = any(:marks)")
                .withMarks("marks", email)
                .first(Long.class)
                .flatMap(this::find);
    }

    Optional<Account> ofPerson(long personId) {
        return entityManager
                .createQuery("select a from Account a where a.person.id = :person", Account.class)
                .setParameter("person", personId)
                .getResultStream()
                .findFirst();
    }

    Optional<Account> find(long id) {
        return Optional.ofNullable(entityManager.find(Account.class, id));
    }

    /** Staff who can sign in and want to be told in the morning. */
    List<Account> toldInTheMorning() {
        return entityManager
                .createQuery(
                        "select a from Account a join a.roles r where r = :staff and a.digest = true and a.state = :active order by a.id",
                        Account.class)
                .setParameter("staff", Role.STAFF)
                .setParameter("active", Account.State.ACTIVE)
                .getResultList();
    }

    /** Those of these roles who can sign in. */
    List<Account> activeWith(Collection<Role> roles) {
        return entityManager
                .createQuery(
                        "select distinct a from Account a join a.roles r where r in :roles and a.state = :active order by a.id",
                        Account.class)
                .setParameter("roles", roles)
                .setParameter("active", Account.State.ACTIVE)
                .getResultList();
    }

    Account get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("account " + id));
    }

    boolean anyWith(Role role) {
        return entityManager
                        .createQuery("select count(a) from Account a join a.roles r where r = :role", Long.class)
                        .setParameter("role", role)
                        .getSingleResult()
                > 0;
    }

    /** Numbers of the accounts that can change accounts now, in the database's own view of now. */
    List<Long> administrators() {
        return sql.of(
                        """
                        select a.id from account a
                        join account_role r on r.account_id = a.id
                        where r.role = 'ADMINISTRATOR' and a.state = 'ACTIVE'
                        order by a.id
                        """)
                .list(Long.class);
    }

    void add(Person person) {
        entityManager.persist(person);
    }

    void add(Account account) {
        entityManager.persist(account);
    }

    /** The oldest first. */
    List<Consent> consents(long personId) {
        return entityManager
                .createQuery("select c from Consent c where c.personId = :person order by c.id", Consent.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** Readings and years that others wrote of the person when they came to a door, also where they were entered twice. */
    void forgetPerson(long personId) {
        sql.of(
                        """
                        update person set name = null, reading = '', birth_year = null
                        where id = :person or merged_into = :person or id = (select merged_into from person where id = :person)
                        """)
                .with("person", personId)
                .run();
    }

    Optional<PendingSignUp> pending(String tokenDigest) {
        return Optional.ofNullable(entityManager.find(PendingSignUp.class, tokenDigest));
    }

    void add(PendingSignUp pending) {
        entityManager.persist(pending);
    }

    void forgetPending(String email) {
        sql.of("delete from pending_sign_up where email_key = any(:marks)")
                .withMarks("marks", email)
                .run();
    }

    Optional<AccountLink> link(String tokenDigest) {
        return Optional.ofNullable(entityManager.find(AccountLink.class, tokenDigest))
                .map(each -> {
                    entityManager.refresh(each);
                    return each;
                });
    }

    void add(AccountLink link) {
        entityManager.persist(link);
    }

    void forgetLinks(long accountId) {
        entityManager
                .createQuery("delete from AccountLink l where l.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    void add(Consent consent) {
        entityManager.persist(consent);
    }
}
