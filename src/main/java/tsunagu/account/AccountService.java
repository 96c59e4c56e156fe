package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.Actor;
import tsunagu.shared.Actors;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.GivenReason;
import tsunagu.shared.HeldWork;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;
import tsunagu.shared.Words;

/** The door of the account room. */
@ApplicationScoped
@Transactional
public class AccountService implements Actors, FirstSteps {

    @Inject
    private Viewings viewings;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountOpening opening;

    @Inject
    private PasswordService passwords;

    @Inject
    private SecondFactorService factors;

    @Inject
    private AccountSessionService sessions;

    @Inject
    private AccountSessionRepository uses;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private ProviderLinkRepository providers;

    @Inject
    private Instance<HeldWork> held;

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

    /** By account. */
    @UseCase(
            allow = {Role.COMPANY, Role.STAFF},
            changes = false)
    public Map<Long, AccountContact> contacts(Collection<Long> accountIds) {
        return accountIds.stream()
                .distinct()
                .map(accounts::get)
                .collect(Collectors.toMap(
                        Account::id,
                        account -> new AccountContact(
                                account.person().id(), account.person().name(), account.email())));
    }

    /** Where letters to these accounts go; none to accounts that were switched off. */
    @UseCase(changes = false)
    public List<Addressee> addressees(Collection<Long> accountIds) {
        return accountIds.stream()
                .map(accounts::get)
                .filter(Account::active)
                .map(AccountService::addressee)
                .toList();
    }

    /** Names of the staff who want to be told in the morning what waits, by account. */
    @UseCase(changes = false)
    public Map<Long, String> toldInTheMorning() {
        return accounts.toldInTheMorning().stream()
                .collect(Collectors.toMap(Account::id, each -> each.person().name()));
    }

    /** Accounts of those who may approve (課長) and can sign in. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Long> managers() {
        return accounts.activeWith(List.of(Role.MANAGER)).stream()
                .map(Account::id)
                .toList();
    }

    @UseCase(changes = false)
    public Optional<Addressee> addressee(long personId) {
        return accounts.ofPerson(personId).filter(Account::active).map(AccountService::addressee);
    }

    private static Addressee addressee(Account account) {
        return new Addressee(account.email(), account.language());
    }

    /** Empty for an account that was switched off: nothing is given to it and nobody acts in its name. */
    @UseCase(changes = false)
    public Optional<Long> idOf(String email) {
        return accounts.byEmail(email).filter(Account::active).map(Account::id);
    }

    /**
     * Who an account is, for what the system does in its name: a phone at a door, a private calendar. Asked at every request;
     * empty from the moment the account was switched off.
     */
    @Override
    @UseCase(changes = false)
    public Optional<Actor> actor(long accountId) {
        return accounts.find(accountId).filter(Account::active).map(AccountService::actor);
    }

    private static Actor actor(Account account) {
        return new Actor(account.id(), account.person().id(), account.person().name(), account.roles());
    }

    /** Who a person is as the owner of an account, also of one that was switched off; empty when they have none, or it is closed. */
    @UseCase(changes = false)
    public Optional<Actor> actorOf(long personId) {
        return accounts.ofPerson(personId).filter(account -> !account.closed()).map(AccountService::actor);
    }

    /** Opens an account for a colleague or a company's member, who chooses the password by the letter's link. */
    @UseCase(allow = Role.ADMINISTRATOR, fresh = true)
    public void invite(@Valid InvitedAccount command) {
        passwords.invite(opening.open(command.name(), command.email(), command.roles()));
    }

    /**
     * The first letter once more, to somebody who has not chosen a password yet: its link is good for a few days only.
     *
     * @throws DomainException when they have one, or the account does not go on
     * @throws ConflictException when the account is no longer as it was seen
     */
    @UseCase(allow = Role.ADMINISTRATOR)
    public void inviteAgain(long accountId, int seenVersion) {
        Account account = taken(accountId, seenVersion);
        if (!account.passwordHash().equals(Account.NO_PASSWORD) || !account.active()) {
            throw new DomainException("account.error.notInvited");
        }
        passwords.invite(account);
    }

    /** Of some accounts, by their numbers: for saying with which something could not be done. */
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public Map<String, String> names(List<Long> ids) {
        return ids.stream()
                .map(accounts::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(
                        each -> each.id().toString(), each -> each.person().name()));
    }

    /**
     * Switches an account off or on; off ends its sessions at once.
     *
     * @throws DomainException when the administrator would lock themselves out
     * @throws ConflictException when the account is no longer as it was seen
     */
    @UseCase(allow = Role.ADMINISTRATOR)
    public void setActive(long accountId, int seenVersion, boolean active, String why) {
        Account account = taken(accountId, seenVersion);
        if (account.id().equals(currentActor.get().accountId())) {
            throw new DomainException("account.error.ownAccount");
        }
        if (!active) {
            requireAnotherAdministrator(account);
        }
        reason.because(GivenReason.of(why, "account.error.reasonMissing"));
        if (active) {
            account.enable();
            // Woken today is used today: the next night leaves it awake.
            uses.used(accountId);
        } else {
            account.disable();
        }
    }

    /** @throws NotFoundException also for one whose owner left */
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public AccountView account(long accountId) {
        AccountView view = open(accountId).view();
        viewings.opened(
                Viewing.What.ACCOUNT, accountId, "select a.person_id from account a where a.id = :record::bigint");
        return view;
    }

    /** What its owner holds in their own name: a colleague takes it over before they leave. */
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public List<HeldWork.Held> held(long accountId) {
        return held.stream()
                .flatMap(each -> each.heldBy(open(accountId).id()).stream())
                .toList();
    }

    /**
     * What an account may be used for from now on. Its sessions end at once, and its owner is told by letter.
     *
     * @param wanted all of its roles; the others are taken away
     * @param why kept in the trail
     * @throws DomainException without any role, when nothing would change, for the administrator's own role of administrator, or when nobody
     *     would be left who can change accounts
     * @throws ConflictException when the account is no longer as it was seen
     */
    @UseCase(allow = Role.ADMINISTRATOR, fresh = true)
    public void setRoles(long accountId, int seenVersion, Set<Role> wanted, String why) {
        Account account = taken(accountId, seenVersion);
        if (wanted.equals(account.roles())) {
            throw new DomainException("account.error.sameRoles");
        }
        if (!wanted.contains(Role.ADMINISTRATOR) && account.roles().contains(Role.ADMINISTRATOR)) {
            if (account.id().equals(currentActor.get().accountId())) {
                throw new DomainException("account.error.ownAdministrator");
            }
            requireAnotherAdministrator(account);
        }
        reason.because(GivenReason.of(why, "account.error.reasonMissing"));
        account.use(wanted);
        letters.fire(Letter.toAccount(
                accountId,
                "roles " + accountId + " " + seenVersion,
                "account.letter.roles",
                "/sign-in",
                account.person().name(),
                wanted.stream()
                        .sorted()
                        .map(each -> Words.japanese("account.role." + each))
                        .collect(Collectors.joining(Words.japanese("web.listSeparator")))));
    }

    /** Under the lock, and as it was seen. All administrators are locked: two who take each other out at once leave one. */
    private Account taken(long accountId, int seenVersion) {
        Account account = open(accountId);
        locks.hold(
                Lock.ACCOUNT,
                LongStream.concat(
                                LongStream.of(accountId),
                                accounts.administrators().stream().mapToLong(Long::longValue))
                        .toArray());
        if (locks.fresh(account).version() != seenVersion) {
            throw new ConflictException();
        }
        return account;
    }

    private Account open(long accountId) {
        return accounts.find(accountId)
                .filter(each -> !each.closed())
                .orElseThrow(() -> new NotFoundException("account " + accountId));
    }

    private void requireAnotherAdministrator(Account account) {
        List<Long> administrators = accounts.administrators();
        if (administrators.equals(List.of(account.id()))) {
            throw new DomainException("account.error.lastAdministrator");
        }
    }

    /**
     * Who is there at a request.
     *
     * @param proved they have given password or passkey a short time ago
     * @param unseen write down that the session is used
     */
    public record Present(Actor actor, boolean proved, boolean unseen) {}

    /**
     * Who a session belongs to, read at every request and in one statement: a session, role or account that was taken away is gone at once.
     * Roles that are had only with a second factor are not there while it is missing.
     */
    @UseCase(anyone = true, changes = false)
    public Optional<Present> signedIn(long session) {
        return sessions.resumed(session).map(there -> {
            Set<Role> roles = there.roles();
            roles.removeAll(factors.withheld(roles, there.factor()));
            return new Present(
                    new Actor(there.accountId(), there.personId(), there.name(), roles),
                    there.proved(),
                    there.unseen());
        });
    }

    /** The number that a session opened now has to carry. */
    @UseCase(anyone = true, changes = false)
    public int epoch(long accountId) {
        return accounts.get(accountId).epoch();
    }

    /** Makes an account unless its address is taken; for the installation's first and demonstration accounts. */
    @UseCase
    public void provide(@Valid NewAccount command) {
        if (accounts.byEmail(command.email()).isEmpty()) {
            opening.open(command.name(), command.email(), command.password(), command.roles());
        }
    }

    @UseCase(changes = false)
    public boolean anyAdministrator() {
        return accounts.anyWith(Role.ADMINISTRATOR);
    }

    /** What the person agreed to, and took back. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public List<ConsentView> consents() {
        return accounts.consents(currentActor.get().personId()).stream()
                .map(Consent::view)
                .toList();
    }

    /** The person agrees to a purpose, in the wording of this version; agreeing again to the same is nothing new. */
    @UseCase(allow = Role.SEEKER)
    public void agree(String purpose, String version) {
        long person = currentActor.get().personId();
        boolean agreed = accounts.consents(person).stream()
                .map(Consent::view)
                .anyMatch(each ->
                        each.purpose().equals(purpose) && each.version().equals(version) && each.withdrawnAt() == null);
        if (!agreed) {
            accounts.add(new Consent(person, purpose, version, clock.instant()));
        }
    }

    @UseCase(allow = Role.SEEKER)
    public void withdrawConsent(String purpose) {
        accounts.consents(currentActor.get().personId()).stream()
                .filter(each -> each.view().purpose().equals(purpose))
                .forEach(each -> each.withdraw(clock.instant()));
    }

    /** The own name and address. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public AccountContact own() {
        Account account = accounts.get(currentActor.get().accountId());
        return new AccountContact(account.person().id(), account.person().name(), account.email());
    }

    /**
     * Guesses are limited here as at the sign-in: a device that was left open is no way to the password.
     *
     * @throws DomainException when it is not the account's password, or the account does more than look for work
     */
    @UseCase(allow = Role.SEEKER, changes = false)
    public void confirmOwn(Secret password) {
        Account account = accounts.get(currentActor.get().accountId());
        if (!account.roles().equals(Set.of(Role.SEEKER))) {
            throw new DomainException("account.error.otherRoles");
        }
        passwords.requireOwn(account, password);
    }

    /** The own account is closed and the person loses their name. The rooms have forgotten what they knew before. */
    @UseCase(allow = Role.SEEKER)
    public void closeOwn() {
        Account account = accounts.get(currentActor.get().accountId());
        accounts.consents(account.person().id()).forEach(each -> each.withdraw(clock.instant()));
        account.person().forget();
        accounts.forgetPerson(account.person().id());
        sessions.forgetAll(account.id());
        passkeys.removeAll(account.id());
        providers.removeAll(account.id());
        account.close();
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                3,
                "account.firstStep",
                "account.firstStep.hint",
                accounts.anyWith(Role.STAFF),
                "/accounts",
                Set.of(Role.ADMINISTRATOR));
    }
}
