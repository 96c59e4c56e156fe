package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import tsunagu.shared.Sql;

/** The one door to persons and their names for rooms that know a person only by number. */
@ApplicationScoped
public class PersonRegister {

    @Inject
    private Sql sql;

    /**
     * Somebody who came without an account.
     *
     * @param name as the person writes it
     * @param reading in kana; "" when unknown
     * @return the person's number
     */
    public long newPerson(String name, String reading, Instant now) {
        return sql.of(
                        """
                        insert into person (id, name, reading, created_at, version)
                        values (nextval('tsunagu_seq'), :name, :reading, :now, 1)
                        returning id
                        """)
                .with("name", name)
                .with("reading", reading)
                .with("now", now)
                .one(Long.class);
    }

    /** Null after the person had it deleted. */
    public String ofPerson(long personId) {
        return sql.of("select name from person where id = :person")
                .with("person", personId)
                .one(String.class);
    }

    /** The name of an account's owner; null for no account, or after the name was deleted. */
    public String ofAccount(Long accountId) {
        return accountId == null
                ? null
                : sql.of("select p.name from account a join person p on p.id = a.person_id where a.id = :account")
                        .with("account", accountId)
                        .one(String.class);
    }
}
