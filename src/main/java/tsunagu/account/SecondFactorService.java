package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.Allowances;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Letter;
import tsunagu.shared.Limit;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/**
 * 二段階認証 (OWASP ASVS 5.0, 6.3.3): an app's number or a recovery code beside the password. Who works for the city has the city's roles only
 * with it ({@link #withheld}); everybody else may choose it.
 */
@ApplicationScoped
@Transactional
public class SecondFactorService {

    /** Had only with a second factor, unless TSUNAGU_SECOND_FACTOR says "offered" (a demonstration, whose passwords are printed). */
    private static final Set<Role> GUARDED = Set.of(Role.STAFF, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR);

    private static final boolean REQUIRED = !"offered".equals(System.getenv("TSUNAGU_SECOND_FACTOR"));

    /** Who takes a factor away that another one asked for. */
    private static final Set<Role> ANSWERING = Set.of(Role.ADMINISTRATOR, Role.MANAGER);

    private static final int RECOVERY_CODES = 10;

    /** 31 letters to the power of 12: 59 bits, and five guesses a minute. */
    private static final int RECOVERY_LETTERS = 12;

    private static final int LONGEST_WHY = 500;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SecondFactorRepository factors;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private PasswordService passwords;

    @Inject
    private FieldCipher cipher;

    @Inject
    private Allowances allowances;

    @Inject
    private Locks locks;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    /** What is shown once, to be put into the app. @param text for whoever types it */
    public record Setting(String address, String text) {}

    /**
     * Whether the sign-in asks for something beside the password. A passkey is asked for where it is what the city's roles are had with;
     * for everybody else it is another way in, and the password stays one.
     */
    @UseCase(anyone = true, changes = false)
    public boolean asked(long accountId) {
        return hasNumber(accountId)
                || passkeys.any(accountId)
                        && accounts.get(accountId).roles().stream().anyMatch(GUARDED::contains);
    }

    /** Whether a number of the app, or a recovery code, answers. */
    @UseCase(anyone = true, changes = false)
    public boolean hasNumber(long accountId) {
        return factors.of(accountId).filter(SecondFactor::inForce).isPresent();
    }

    /** Those of an account's roles that it cannot use before it has a second factor. */
    Set<Role> withheld(Set<Role> roles, boolean factor) {
        Set<Role> withheld = EnumSet.noneOf(Role.class);
        if (REQUIRED && !factor) {
            withheld.addAll(GUARDED);
            withheld.retainAll(roles);
        }
        return withheld;
    }

    /** True for an account some of whose roles wait for a second factor. */
    @UseCase(anyone = true, changes = false)
    public boolean isMissing(long accountId) {
        return !withheld(accounts.get(accountId).roles(), hasAny(accountId)).isEmpty();
    }

    /** Whether one is in force, for the administrator. */
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public boolean inForceOf(long accountId) {
        return hasAny(accountId);
    }

    private boolean hasAny(long accountId) {
        return hasNumber(accountId) || passkeys.any(accountId);
    }

    @UseCase(signedIn = true, changes = false)
    public FactorView own() {
        Account account = accounts.get(currentActor.get().accountId());
        Optional<SecondFactor> factor = factors.of(account.id());
        boolean inForce = factor.filter(SecondFactor::inForce).isPresent();
        return new FactorView(
                inForce,
                factor.isPresent() && !inForce,
                inForce ? factors.recoveryLeft(account.id()) : 0,
                REQUIRED && account.roles().stream().anyMatch(GUARDED::contains) && !passkeys.any(account.id()),
                cipher.ready());
    }

    /**
     * A fresh secret, in force from its first number on. Whoever begins again begins with another one.
     *
     * @throws DomainException when the password is wrong, there is one in force, or the installation has no key
     */
    @UseCase(signedIn = true)
    public void begin(Secret password) {
        Account account = locked(currentActor.get().accountId());
        if (!cipher.ready()) {
            throw new DomainException("account.error.factorNoKey");
        }
        passwords.requireOwn(account, password);
        byte[] sealed = cipher.seal(SecondFactor.purpose(account.id()), TimeCode.newSecret());
        Optional<SecondFactor> there = factors.of(account.id());
        if (there.filter(SecondFactor::inForce).isPresent()) {
            throw new DomainException("account.error.factorThere");
        }
        there.ifPresentOrElse(each -> each.replace(sealed), () -> factors.add(new SecondFactor(account.id(), sealed)));
    }

    /** What the owner who has begun puts into the app. @param issuer the portal's name, as the app shows it */
    @UseCase(signedIn = true, changes = false)
    public Setting setting(String issuer) {
        Account account = accounts.get(currentActor.get().accountId());
        SecondFactor factor = factors.of(account.id())
                .filter(each -> !each.inForce())
                .orElseThrow(() -> new NotFoundException("second factor"));
        byte[] secret = cipher.open(SecondFactor.purpose(account.id()), factor.secret());
        return new Setting(
                TimeCode.address(issuer, account.email(), secret),
                TimeCode.shown(secret).replaceAll("(.{4})(?=.)", "$1 "));
    }

    /**
     * The first number: from now on it is asked for.
     *
     * @return the recovery codes, shown this once
     * @throws DomainException when the number is wrong, or there were too many
     */
    @UseCase(signedIn = true)
    public List<String> confirm(String typed) {
        Account account = locked(currentActor.get().accountId());
        SecondFactor factor = factors.of(account.id())
                .filter(each -> !each.inForce())
                .orElseThrow(() -> new NotFoundException("second factor"));
        requireNumber(account, factor, typed);
        factor.confirm(clock.instant());
        tell(account, "account.letter.factorOn");
        return freshCodes(account);
    }

    /**
     * Other recovery codes in place of those that were there.
     *
     * @throws DomainException when the number is wrong
     */
    @UseCase(signedIn = true)
    public List<String> renewCodes(String typed) {
        Account account = locked(currentActor.get().accountId());
        requireNumber(account, inForce(account), typed);
        return freshCodes(account);
    }

    /**
     * Without it again; sessions go on, the roles that need it do not.
     *
     * @throws DomainException when the number is wrong
     */
    @UseCase(signedIn = true)
    public void turnOff(String typed) {
        Account account = locked(currentActor.get().accountId());
        SecondFactor factor = inForce(account);
        requireNumber(account, factor, typed);
        factors.remove(factor);
        tell(account, "account.letter.factorOff");
    }

    /**
     * The number or recovery code of somebody whose password was right a moment ago.
     *
     * @throws DomainException when it is neither, was used before, or there were too many tries
     */
    @UseCase(anyone = true)
    public void pass(long accountId, String typed) {
        Account account = locked(accountId);
        SecondFactor factor = inForce(account);
        String plain = plain(typed);
        if (plain.matches("[0-9]{6}")) {
            requireNumber(account, factor, typed);
            return;
        }
        take(account);
        if (!factors.useRecovery(accountId, Secrets.digest(plain), clock.instant())) {
            throw new DomainException("account.error.factorWrong");
        }
        giveBack(account);
        tell(account, "account.letter.factorRecovery");
    }

    /** Somebody lost the phone and the codes: one asks, and everybody who may answer is told … */
    @UseCase(allow = Role.ADMINISTRATOR)
    public void askReset(long accountId, String why) {
        String words = GivenReason.of(why, LONGEST_WHY, "account.error.reasonMissing");
        if (!hasAny(accountId)) {
            throw new NotFoundException("second factor");
        }
        reason.because(words);
        long by = currentActor.get().accountId();
        factors.askReset(accountId, by, words, clock.instant());
        accounts.activeWith(ANSWERING).stream()
                .filter(each -> each.id() != by && each.id() != accountId)
                .forEach(each -> letters.fire(Letter.toAddress(
                        each.email(),
                        "factor asked " + accountId + " " + each.id() + " "
                                + clock.instant().toEpochMilli(),
                        "account.letter.factorAsked",
                        "/factor-resets",
                        each.person().name(),
                        currentActor.get().name())));
    }

    @UseCase(
            allow = {Role.ADMINISTRATOR, Role.MANAGER},
            changes = false)
    public List<FactorReset> resets() {
        return factors.resets();
    }

    /**
     * … and another one, who is not that person either, takes it away. All sessions of the account end and its owner gets a letter.
     *
     * @throws DomainException when it is the one who asked, or the owner
     * @throws ConflictException when it was answered meanwhile
     */
    @UseCase(
            allow = {Role.ADMINISTRATOR, Role.MANAGER},
            fresh = true)
    public void answerReset(long id, boolean agreed) {
        FactorReset reset = factors.resets().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(ConflictException::new);
        long by = currentActor.get().accountId();
        if (agreed && (reset.askedBy() == by || reset.accountId() == by)) {
            throw new DomainException("account.error.factorAnother");
        }
        Account account = locked(reset.accountId());
        reason.because(reset.reason());
        if (!factors.answer(id, by, agreed, clock.instant())) {
            throw new ConflictException();
        }
        if (agreed) {
            factors.of(account.id()).ifPresent(factors::remove);
            passkeys.removeAll(account.id());
            account.endSessions();
            tell(account, "account.letter.factorReset");
        }
    }

    private List<String> freshCodes(Account account) {
        List<String> codes = Stream.generate(() -> Secrets.name(RECOVERY_LETTERS))
                .limit(RECOVERY_CODES)
                .toList();
        factors.recovery(account.id(), codes.stream().map(Secrets::digest).toList());
        return codes.stream().map(each -> each.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    private void requireNumber(Account account, SecondFactor factor, String typed) {
        take(account);
        OptionalLong step = TimeCode.step(
                cipher.open(SecondFactor.purpose(account.id()), factor.secret()), plain(typed), clock.instant());
        if (step.isEmpty() || !factor.use(step.getAsLong())) {
            throw new DomainException("account.error.factorWrong");
        }
        giveBack(account);
    }

    private void take(Account account) {
        allowances.require(Limit.SECOND_FACTOR, account.id().toString());
    }

    private void giveBack(Account account) {
        allowances.giveBack(Limit.SECOND_FACTOR, account.id().toString());
    }

    /** As it was typed, wide or with spaces, in the letters codes are made of. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "");
    }

    private SecondFactor inForce(Account account) {
        return factors.of(account.id())
                .filter(SecondFactor::inForce)
                .orElseThrow(() -> new NotFoundException("second factor"));
    }

    private void tell(Account account, String letter) {
        letters.fire(Letter.toAddress(
                        account.email(),
                        letter + " " + account.id() + " " + clock.instant().toEpochMilli(),
                        letter,
                        "/account/second-factor",
                        account.person().name())
                .in(account.language()));
    }

    private Account locked(long accountId) {
        locks.hold(Lock.ACCOUNT, accountId);
        return locks.fresh(accounts.get(accountId));
    }
}
