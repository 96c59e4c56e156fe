package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import tsunagu.shared.DomainException;
import tsunagu.shared.Languages;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secret;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/**
 * The way to an account: a form, a letter, a password. Whether an address has an account is told to that address only; the form
 * answers everybody alike (OWASP ASVS 5.0, 6.3.8).
 */
@ApplicationScoped
@Transactional
public class SignUpService {

    /** Version of the consent text shown at sign-up (bundle account, keys consent.*); raise it with the text. */
    public static final String CONSENT_VERSION = "2026-12";

    private static final int MINUTES_BETWEEN_SAME = 10;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountOpening opening;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /**
     * Writes a letter to the address: with the way to go on, or that there is an account already.
     *
     * @param language of the page on which it was asked; the letter is in it and leads to pages in it
     */
    @UseCase(anyone = true)
    public void ask(@Valid SignUp command, Locale language) {
        String email = command.email().strip();
        if (accounts.byEmail(email).isPresent()) {
            long moment = clock.instant().getEpochSecond() / 60 / MINUTES_BETWEEN_SAME;
            letters.fire(Letter.toAddress(
                            email,
                            "sign-up known " + moment,
                            "account.letter.known",
                            Languages.path("/sign-in", language))
                    .in(language));
            return;
        }
        String token = Secrets.token();
        accounts.add(
                new PendingSignUp(Secrets.digest(token), command, email, CONSENT_VERSION, language, clock.instant()));
        letters.fire(Letter.toAddress(
                        email,
                        "sign-up " + Secrets.digest(token),
                        "account.letter.signUp",
                        Languages.path("/sign-up/" + token, language),
                        command.name().strip())
                .in(language));
    }

    /** @return empty when the link is none, too old, or used */
    @UseCase(anyone = true, changes = false)
    public Optional<SignUpView> asked(String token) {
        return pending(token).map(PendingSignUp::view);
    }

    /**
     * Opens the account. Somebody else's half-finished wishes for the same address end with it.
     *
     * @throws NotFoundException when the link is none, too old, or used
     * @throws DomainException when the password is easily guessed, or the address got an account meanwhile
     */
    @UseCase(anyone = true)
    public SignUpView open(String token, Secret password) {
        PendingSignUp asked = pending(token).orElseThrow(() -> new NotFoundException("sign-up"));
        Account account = opening.open(asked.name(), asked.email(), password, asked.roles());
        account.wroteIn(asked.language());
        accounts.add(new Consent(account.person().id(), "account", asked.consent(), clock.instant()));
        accounts.forgetPending(asked.email());
        return asked.view();
    }

    private Optional<PendingSignUp> pending(String token) {
        return accounts.pending(Secrets.digest(token)).filter(each -> each.goodAt(clock.instant()));
    }
}
