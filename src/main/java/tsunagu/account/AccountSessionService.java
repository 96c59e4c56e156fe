package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseAwayException;
import tsunagu.shared.Letter;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/**
 * Who is signed in where: sessions and browsers of accounts, shown to their owners and ended by them (OWASP ASVS 5.0, 7.3 to 7.5), and the
 * letter about a browser that is new to the account (6.3.5). A session is a row and not a memory of the server, so it ends on all nodes at once.
 */
@ApplicationScoped
@Transactional
public class AccountSessionService {

    private static final Duration TRUSTED = Duration.ofDays(30);

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountSessionRepository sessions;

    @Inject
    private AccountDeviceRepository devices;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * Somebody is signed in from now on.
     *
     * @param epoch of the account when the password was right
     * @param proved by password or passkey; otherwise what is grave asks for one of them
     * @return the number by which the session is known from now on
     */
    @UseCase(anyone = true)
    public long open(long accountId, int epoch, String browser, boolean proved) {
        return sessions.open(accountId, epoch, browser, proved);
    }

    /** Writes down that the session is used; from time to time, not at every request. */
    @UseCase(anyone = true, quiet = true)
    public void seen(long session) {
        sessions.seen(session);
    }

    /**
     * The server has no session of this name. Where it keeps them in the database that is also said when the database did not answer it, and whoever is signed in
     * would be led to the sign-in page.
     *
     * @throws DatabaseAwayException when it is kept and has not ended
     */
    @UseCase(anyone = true, changes = false)
    public void requireGone(String name) {
        if (sessions.isKept(name)) {
            throw new DatabaseAwayException();
        }
    }

    /** It was signed out of, or the server ended it. */
    @UseCase(anyone = true)
    public void ended(long session) {
        sessions.end(session);
    }

    /** The session in which the account's password or roles were changed by their owner goes on; all others have ended. */
    @UseCase(signedIn = true)
    public void follow(long session, int epoch) {
        sessions.follow(session, epoch);
    }

    /** The own ones that go on, the last used first. */
    @UseCase(signedIn = true, changes = false)
    public List<AccountSession> own() {
        return sessions.of(currentActor.get().accountId());
    }

    /** @throws ConflictException when it has ended meanwhile, or is another account's */
    @UseCase(signedIn = true)
    public void end(long session) {
        if (!sessions.endOne(currentActor.get().accountId(), session)) {
            throw new ConflictException();
        }
    }

    /** All of the own ones but this. */
    @UseCase(signedIn = true)
    public void endOthers(long session) {
        sessions.endAll(currentActor.get().accountId(), session);
    }

    /** Whether somebody signed in to the account of this address from this browser before. @param token of its cookie, "" for none */
    @UseCase(anyone = true, changes = false)
    public boolean isKnown(String email, String token) {
        return Secrets.plausible(token) && devices.knows(email, Secrets.digest(token));
    }

    /** Whether the owner asked in this browser, not longer than thirty days ago, not to be asked for the second factor. */
    @UseCase(anyone = true, changes = false)
    public boolean isTrusted(long accountId, int epoch, String token) {
        return Secrets.plausible(token) && devices.trusts(accountId, epoch, Secrets.digest(token), clock.instant());
    }

    /**
     * Somebody has signed in: the browser is known by another number from now on, so that a copy of the old one is worth nothing. A
     * browser that is new to the account is told to its owner by letter.
     *
     * @param before its number until now, "" for none
     * @param token its number from now on
     * @param byLetter they came by a letter's link: whoever reads the mail need not be told
     */
    @UseCase(anyone = true)
    public void signedIn(long accountId, String before, String token, String browser, boolean byLetter) {
        String digest = Secrets.digest(token);
        if (Secrets.plausible(before)) {
            devices.rename(Secrets.digest(before), digest);
        }
        Instant now = clock.instant();
        if (devices.signedIn(accountId, digest, browser, now) && !byLetter) {
            Account account = accounts.get(accountId);
            letters.fire(Letter.toAddress(
                            account.email(),
                            "device " + accountId + " " + digest,
                            "account.letter.newDevice",
                            "/account/devices",
                            account.person().name(),
                            Dates.moment(now, account.language()),
                            browser.isEmpty() ? Words.of("account.devices.unknown", account.language()) : browser)
                    .in(account.language()));
        }
    }

    /** The second factor was given, and its owner does not want to be asked again in this browser. */
    @UseCase(anyone = true)
    public void trust(long accountId, int epoch, String token) {
        devices.trust(accountId, epoch, Secrets.digest(token), clock.instant().plus(TRUSTED));
    }

    /** Browsers from which somebody signed in to the own account. @param token of the one that asks, "" for none */
    @UseCase(signedIn = true, changes = false)
    public List<AccountDevice> ownDevices(String token) {
        return devices.of(currentActor.get().accountId(), Secrets.digest(token), clock.instant());
    }

    /**
     * The next sign-in from that browser is one from a new browser: with the second factor, and told by letter. Who is signed in there stays so.
     *
     * @throws ConflictException when it was forgotten meanwhile, or is another account's
     */
    @UseCase(signedIn = true)
    public void forget(long device) {
        if (!devices.forgetOne(currentActor.get().accountId(), device)) {
            throw new ConflictException();
        }
    }

    /** Who a session belongs to; empty when it has ended. */
    Optional<Resumed> resumed(long session) {
        return sessions.resumed(session);
    }

    /** Nothing is kept of where an account was used whose owner left. */
    void forgetAll(long accountId) {
        sessions.forget(accountId);
        devices.forget(accountId);
    }
}
