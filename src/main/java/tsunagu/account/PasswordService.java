package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import tsunagu.account.AccountLink.Purpose;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.Allowances;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;
import tsunagu.shared.Letter;
import tsunagu.shared.Limit;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/**
 * How an account gets its password: chosen by the owner behind the link of a letter (forgotten, or invited), or changed by whoever knows
 * the present one. Every change ends the account's sessions and is told to its address (OWASP ASVS 5.0, 6.4 and 7.4).
 */
@ApplicationScoped
@Transactional
public class PasswordService {

    private static final int MINUTES_BETWEEN_SAME = 10;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountSessionRepository sessions;

    @Inject
    private PasswordHash passwordHash;

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

    /**
     * Writes a letter to the address: with the way to a new password, or that it has no account. The page answers everybody alike.
     *
     * @param language of the page on which it was asked; the letter is in it and leads to pages in it
     */
    @UseCase(anyone = true)
    public void forgot(String email, Locale language) {
        String address = email.strip();
        Optional<Account> account = accounts.byEmail(address).filter(Account::wakeable);
        if (account.isEmpty()) {
            long moment = clock.instant().getEpochSecond() / 60 / MINUTES_BETWEEN_SAME;
            letters.fire(Letter.toAddress(
                            address,
                            "password none " + moment,
                            "account.letter.noAccount",
                            Languages.path("/sign-up", language))
                    .in(language));
            return;
        }
        send(account.get(), Purpose.PASSWORD, "account.letter.password", language);
    }

    /** The first letter to somebody for whom an account was opened. */
    void invite(Account account) {
        send(account, Purpose.INVITATION, "account.letter.invitation", Locale.JAPANESE);
    }

    private void send(Account account, Purpose purpose, String text, Locale language) {
        String token = Secrets.token();
        accounts.add(new AccountLink(Secrets.digest(token), account.id(), purpose, "", clock.instant()));
        letters.fire(Letter.toAddress(
                        account.email(),
                        "password " + Secrets.digest(token),
                        text,
                        Languages.path("/password/" + token, language),
                        account.person().name())
                .in(language));
    }

    /** @return empty when the link is none, too old, or used, or the account was switched off */
    @UseCase(anyone = true, changes = false)
    public Optional<AccountLinkView> asked(String token) {
        return link(token).map(each -> view(accounts.get(each.accountId()), each.purpose() == Purpose.INVITATION));
    }

    /**
     * The password that was chosen behind a letter's link. All links of the account are used up, all its sessions end.
     *
     * @throws NotFoundException when the link is none, too old, or used
     * @throws DomainException when the password is missing or easily guessed
     */
    @UseCase(anyone = true)
    public AccountLinkView choose(String token, Secret password) {
        AccountLink link = link(token).orElseThrow(() -> new NotFoundException("password link"));
        Account account = locked(link.accountId());
        // Somebody was faster with the same link, or with another of the account.
        link(token).orElseThrow(() -> new NotFoundException("password link"));
        set(account, password);
        return view(account, link.purpose() == Purpose.INVITATION);
    }

    /**
     * The owner changes it, who is signed in.
     *
     * @return the number that the session in which it was done carries from now on; all others have ended
     * @throws DomainException when the present one is wrong, or the new one is easily guessed
     */
    @UseCase(signedIn = true)
    public int change(@Valid NewPassword command) {
        Account account = locked(currentActor.get().accountId());
        requireOwn(account, command.now());
        set(account, command.wanted());
        return account.epoch();
    }

    /**
     * Whoever is signed in shows that it is them, still.
     *
     * @param session in which they are
     * @throws DomainException when the password is wrong, or there were too many tries
     */
    @UseCase(signedIn = true)
    public void prove(Secret password, long session) {
        requireOwn(accounts.get(currentActor.get().accountId()), password);
        sessions.proved(session);
    }

    /** Guesses are limited here as at the sign-in: a device that was left open is no way to the account. */
    void requireOwn(Account account, Secret password) {
        String key = account.id().toString();
        allowances.require(Limit.CONFIRM_ACCOUNT, key);
        if (password == null || !passwordHash.matches(password.reveal().toCharArray(), account.passwordHash())) {
            throw new DomainException("account.error.password");
        }
        allowances.giveBack(Limit.CONFIRM_ACCOUNT, key);
    }

    private void set(Account account, Secret password) {
        if (password == null) {
            throw new DomainException("account.error.passwordMissing");
        }
        PasswordRule.check(password.reveal(), account.email(), account.person().name());
        if (account.asleep()) {
            reason.because("woken by its owner");
            account.enable();
            sessions.used(account.id());
        }
        account.secure(passwordHash.of(password.reveal().toCharArray()));
        accounts.forgetLinks(account.id());
        letters.fire(Letter.toAddress(
                        account.email(),
                        "password set " + account.id() + " " + account.epoch(),
                        "account.letter.passwordSet",
                        "/password",
                        account.person().name())
                .in(account.language()));
    }

    private Account locked(long accountId) {
        locks.hold(Lock.ACCOUNT, accountId);
        return locks.fresh(accounts.get(accountId));
    }

    private Optional<AccountLink> link(String token) {
        return accounts.link(Secrets.digest(token))
                .filter(each -> each.toPassword() && each.goodAt(clock.instant()))
                .filter(each -> accounts.get(each.accountId()).wakeable());
    }

    private static AccountLinkView view(Account account, boolean first) {
        return new AccountLinkView(account.person().name(), account.email(), first);
    }
}
