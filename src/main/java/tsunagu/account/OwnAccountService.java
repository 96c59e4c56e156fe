package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tsunagu.account.AccountLink.Purpose;
import tsunagu.shared.Allowances;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Limit;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What everybody may change of the own account: name, address, and being both a seeker and somebody who acts for a company. */
@ApplicationScoped
@Transactional
public class OwnAccountService {

    /** What people take up for themselves; everything else is given by the administrator. */
    private static final Set<Role> FOR_ANYBODY = Set.of(Role.SEEKER, Role.COMPANY);

    private static final int LONGEST_NAME = 100;

    @Inject
    private AccountRepository accounts;

    @Inject
    private PasswordService passwords;

    @Inject
    private Allowances allowances;

    @Inject
    private Locks locks;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Event<GivingUp> givingUp;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @UseCase(signedIn = true, changes = false)
    public AccountView own() {
        return accounts.get(currentActor.get().accountId()).view();
    }

    /** @throws DomainException when there is none, or it is too long */
    @UseCase(signedIn = true)
    public void rename(String name) {
        if (name.isBlank()) {
            throw new DomainException("account.error.nameMissing");
        }
        if (name.strip().codePointCount(0, name.strip().length()) > LONGEST_NAME) {
            throw new DomainException("account.error.nameLong");
        }
        locked().person().rename(name.strip());
    }

    /**
     * Writes a letter to the new address, whose link moves the account there. Whether the address has an account already is told to that
     * address only.
     *
     * @throws DomainException when the password is wrong, the address is the present one, or too many letters were asked for
     */
    @UseCase(signedIn = true)
    public void askAddress(@Valid NewAddress command) {
        Account account = locked();
        passwords.requireOwn(account, command.confirmation());
        String email = command.email().strip();
        if (email.equalsIgnoreCase(account.email())) {
            throw new DomainException("account.error.sameAddress");
        }
        allowances.require(Limit.LETTER_ADDRESS, email.toLowerCase(Locale.ROOT));
        if (accounts.byEmail(email).isPresent()) {
            letters.fire(Letter.toAddress(
                            email,
                            "address known " + account.id() + " "
                                    + clock.instant().toEpochMilli(),
                            "account.letter.addressKnown",
                            "/sign-in")
                    .in(account.language()));
            return;
        }
        String token = Secrets.token();
        accounts.add(new AccountLink(Secrets.digest(token), account.id(), Purpose.ADDRESS, email, clock.instant()));
        letters.fire(Letter.toAddress(
                        email,
                        "address " + Secrets.digest(token),
                        "account.letter.address",
                        "/account/address/" + token,
                        account.person().name(),
                        account.email())
                .in(account.language()));
    }

    /** @return empty when the link is none, too old, or used */
    @UseCase(anyone = true, changes = false)
    public Optional<AccountLinkView> addressAsked(String token) {
        return addressLink(token)
                .map(each -> new AccountLinkView(
                        accounts.get(each.accountId()).person().name(), each.email(), false));
    }

    /**
     * The account is known by the new address from now on; the old one is told.
     *
     * @throws NotFoundException when the link is none, too old, or used
     * @throws DomainException when the address got an account meanwhile
     */
    @UseCase(anyone = true)
    public void moveTo(String token) {
        AccountLink link = addressLink(token).orElseThrow(() -> new NotFoundException("address link"));
        locks.hold(Lock.ACCOUNT, link.accountId());
        addressLink(token).orElseThrow(() -> new NotFoundException("address link"));
        if (accounts.byEmail(link.email()).isPresent()) {
            throw new DomainException("account.error.emailTaken");
        }
        Account account = locks.fresh(accounts.get(link.accountId()));
        String before = account.email();
        account.reachAt(link.email());
        accounts.forgetLinks(account.id());
        letters.fire(Letter.toAddress(
                        before,
                        "address moved " + account.id() + " " + clock.instant().toEpochMilli(),
                        "account.letter.addressMoved",
                        "",
                        account.person().name(),
                        masked(link.email()))
                .in(account.language()));
    }

    /** In which letters are. */
    @UseCase(signedIn = true, changes = false)
    public Locale language() {
        return accounts.get(currentActor.get().accountId()).language();
    }

    /** Letters are in it from now on. */
    @UseCase(signedIn = true)
    public void writeIn(Locale language) {
        locked().writeIn(language);
    }

    /** Signs up for something on a page in this language: letters are in it, unless another one was chosen before. */
    @UseCase(signedIn = true)
    public void wroteIn(Locale language) {
        if (!language.equals(Locale.JAPANESE)) {
            locked().wroteIn(language);
        }
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public boolean toldInTheMorning() {
        return accounts.get(currentActor.get().accountId()).toldInTheMorning();
    }

    @UseCase(allow = Role.STAFF)
    public void tellInTheMorning(boolean wanted) {
        locked().tellInTheMorning(wanted);
    }

    /**
     * The same address for both sides: a seeker's account acts for a company, too, or the other way round.
     *
     * @return the number that the session in which it was done carries from now on
     * @throws DomainException for a role that is not taken up but given, or one that the account has
     */
    @UseCase(signedIn = true)
    public int takeUp(Role role) {
        Account account = locked();
        if (!FOR_ANYBODY.contains(role) || account.roles().contains(role)) {
            throw new DomainException("account.error.sameRoles");
        }
        Set<Role> roles = EnumSet.of(role);
        roles.addAll(account.roles());
        account.use(roles);
        if (role == Role.SEEKER) {
            accounts.add(new Consent(account.person().id(), "account", SignUpService.CONSENT_VERSION, clock.instant()));
        }
        return account.epoch();
    }

    /**
     * The account no longer acts for a company, so that it can be deleted by its owner like any seeker's.
     *
     * @return the number that the session in which it was done carries from now on
     * @throws DomainException when it is used for nothing else, or still acts for a company
     */
    @UseCase(signedIn = true)
    public int giveUpCompany() {
        Account account = locked();
        Set<Role> rest = EnumSet.copyOf(account.roles());
        if (!rest.remove(Role.COMPANY) || rest.isEmpty()) {
            throw new DomainException("account.error.noRole");
        }
        givingUp.fire(new GivingUp(account.id(), Role.COMPANY));
        account.use(rest);
        return account.epoch();
    }

    /** "h***@example.jp": enough for its owner to know it by. */
    private static String masked(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(1, at)) + "***" + email.substring(at);
    }

    private Account locked() {
        long id = currentActor.get().accountId();
        locks.hold(Lock.ACCOUNT, id);
        return locks.fresh(accounts.get(id));
    }

    private Optional<AccountLink> addressLink(String token) {
        return accounts.link(Secrets.digest(token))
                .filter(each -> each.purpose() == Purpose.ADDRESS && each.goodAt(clock.instant()))
                .filter(each -> accounts.get(each.accountId()).active());
    }
}
