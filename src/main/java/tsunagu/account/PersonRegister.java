package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The one door to persons and their names for rooms that know a person only by number. */
@ApplicationScoped
public class PersonRegister {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /**
     * Somebody who came without an account.
     *
     * @param name as the person writes it
     * @param reading in kana; "" when unknown
     * @return the person's number
     */
    public long newPerson(String name, String reading, Instant now) {
        Number id = (Number) entityManager
                .createNativeQuery("insert into person (id, name, reading, created_at, version)"
                        + " values (nextval('tsunagu_seq'), ?, ?, ?, 1) returning id")
                .setParameter(1, name)
                .setParameter(2, reading)
                .setParameter(3, now)
                .getSingleResult();
        return id.longValue();
    }

    /** Null after the person had it deleted. */
    public String ofPerson(long personId) {
        return (String) entityManager
                .createNativeQuery("select name from person where id = ?")
                .setParameter(1, personId)
                .getSingleResult();
    }

    /** The name of an account's owner; null for no account, or after the name was deleted. */
    public String ofAccount(Long accountId) {
        return accountId == null
                ? null
                : (String) entityManager
                        .createNativeQuery("select p.name from account a join person p on p.id = a.person_id where a.id = ?")
                        .setParameter(1, accountId)
                        .getSingleResult();
    }
}
