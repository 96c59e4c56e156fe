package tsunagu.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;
import tsunagu.shared.Mark;
import tsunagu.shared.MarkConverter;
import tsunagu.shared.Role;
import tsunagu.shared.SealedTextConverter;

/**
 * A way to sign in, and what it may be used for.
 *
 * <p>Life cycle: ACTIVE from its making; DISABLED by an administrator, and back; ASLEEP when it was not used for long, until its owner chooses
 * a new password by a letter's link. Each change of state or roles
 * raises the epoch, which ends every session opened before it.
 */
@Entity
@Table(name = "account")
class Account {

    /** Nobody has chosen a password yet: no password is this one's. */
    static final String NO_PASSWORD = "none";

    enum State {
        ACTIVE,
        DISABLED,
        ASLEEP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    @Convert(converter = SealedTextConverter.class)
    private String email;

    @Convert(converter = MarkConverter.class)
    @Column(name = "email_key")
    private Mark emailKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private State state;

    private int epoch;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Null: never chosen. */
    private String language;

    private boolean digest = true;

    @Version
    private int version;

    protected Account() {}

    Account(Person person, String email, String passwordHash, Set<Role> roles, Instant now) {
        requireSound(roles);
        this.person = person;
        reachAt(email);
        this.passwordHash = passwordHash;
        this.roles = EnumSet.copyOf(roles);
        this.state = State.ACTIVE;
        this.createdAt = now;
    }

    static void requireSound(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new DomainException("account.error.noRole");
        }
        if (!Role.goTogether(roles)) {
            throw new DomainException("account.error.auditorAlone");
        }
    }

    /** Another password: sessions that were opened with the one before end. */
    void secure(String hash) {
        passwordHash = hash;
        epoch++;
    }

    /** Whether the owner is told in the morning what waits for staff. */
    void tellInTheMorning(boolean wanted) {
        digest = wanted;
    }

    boolean toldInTheMorning() {
        return digest;
    }

    /** Letters to its owner are in it. */
    Locale language() {
        return language == null ? Locale.JAPANESE : Languages.named(language);
    }

    /** The owner chose it. */
    void writeIn(Locale chosen) {
        language = Languages.word(chosen);
    }

    /** The owner did something on pages in it, and has not chosen otherwise. Japanese pages say nothing: everybody begins there. */
    void wroteIn(Locale page) {
        if (language == null && !page.equals(Locale.JAPANESE)) {
            language = Languages.word(page);
        }
    }

    void reachAt(String address) {
        email = address;
        emailKey = Mark.of(address);
    }

    void disable() {
        state = State.DISABLED;
        epoch++;
    }

    /** Nobody has used it for a long time. */
    void sleep() {
        state = State.ASLEEP;
        epoch++;
    }

    boolean asleep() {
        return state == State.ASLEEP;
    }

    /** Signed in with, or to be had back by a letter's link; not one that was stopped. */
    boolean wakeable() {
        return active() || asleep();
    }

    /** The person left: nobody signs in with it again, and the address is free. */
    void close() {
        disable();
        reachAt("closed-" + id + "@invalid");
        passwordHash = "";
    }

    /** Its owner left: nobody can open it again. */
    boolean closed() {
        return passwordHash.isEmpty();
    }

    void enable() {
        state = State.ACTIVE;
    }

    /** From now on for these uses and no other. Its sessions end, so that none goes on under what it was opened with. */
    void use(Set<Role> wanted) {
        requireSound(wanted);
        roles = EnumSet.copyOf(wanted);
        epoch++;
    }

    /** Whoever is signed in with it has to do so again. */
    void endSessions() {
        epoch++;
    }

    boolean active() {
        return state == State.ACTIVE;
    }

    Long id() {
        return id;
    }

    Person person() {
        return person;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    int epoch() {
        return epoch;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    AccountView view() {
        return new AccountView(
                id, person.name(), email, active(), roles.stream().sorted().toList(), createdAt, version);
    }

    int version() {
        return version;
    }
}
