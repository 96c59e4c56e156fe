package tsunagu.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A human being as figures count people (実人数).
 *
 * <p>Life cycle: made at sign-up; outlives the account, so that a figure keeps its row; loses the name when the person
 * asks for deletion.
 */
@Entity
@Table(name = "person")
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Person() {}

    /** @param name as the person writes it; never normalised (髙 and 﨑 stay) */
    Person(String name, Instant now) {
        this.name = name;
        this.createdAt = now;
    }

    /** Another way of writing it, or another name. */
    void rename(String wanted) {
        name = wanted;
    }

    /** They asked for deletion: figures keep the row. */
    void forget() {
        name = null;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
