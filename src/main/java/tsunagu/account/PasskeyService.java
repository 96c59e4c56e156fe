package tsunagu.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Seal;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.web.PublicAddress;

/**
 * パスキー (W3C WebAuthn, level 3): a key pair that stays with somebody's device or password manager signs what this portal asks, for this
 * portal's address only. Its owner has unlocked it (user verification is required), so it stands for both, something they have and something
 * they know or are. What is signed is checked by Yubico's library; what is asked, once and for a time, is this class's.
 *
 * <p>Visitors have no session (decision 0024), so the question is not kept in one: it comes back sealed, with what it is for and until when,
 * and is answered once.
 */
@ApplicationScoped
@Transactional
public class PasskeyService implements DailyTask {

    private static final Logger LOG = Logger.getLogger(PasskeyService.class.getName());

    private static final int MOST = 10;

    private static final int CHALLENGE_BYTES = 32;

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final String SEALED = "passkey";

    /** What an authenticator says of its maker is not asked for, and of what may come all the same only these need nobody else's word. */
    private static final Set<String> FORMATS = Set.of("none", "packed");

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private AccountRepository accounts;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private AccountSessionRepository sessions;

    @Inject
    private PublicAddress address;

    @Inject
    private Seal seal;

    @Inject
    private Locks locks;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    private RelyingParty party;

    @PostConstruct
    void begin() {
        URI here = here();
        party = RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(here.getHost())
                        .name(here.getHost())
                        .build())
                .credentialRepository(passkeys)
                .origins(Set.of(here.getScheme() + "://" + here.getAuthority()))
                .attestationConveyancePreference(AttestationConveyancePreference.NONE)
                .build();
    }

    /** A portal that was given no proper address has no passkeys; everything else of it goes on. */
    private URI here() {
        String given = address.of("");
        try {
            URI here = new URI(given);
            if (here.getHost() != null) {
                return here;
            }
        } catch (URISyntaxException noAddress) {
            LOG.log(Level.FINE, given, noAddress);
        }
        LOG.log(Level.WARNING, "TSUNAGU_PUBLIC_URL is no address: {0}. Passkeys cannot be used.", given);
        return URI.create("https://nowhere.invalid");
    }

    /** The own ones, the oldest first. */
    @UseCase(signedIn = true, changes = false)
    public List<Passkey> own() {
        return passkeys.of(currentActor.get().accountId());
    }

    /** Whether an account has any, for whoever knows its password. */
    @UseCase(anyone = true, changes = false)
    public boolean has(long accountId) {
        return passkeys.any(accountId);
    }

    /** Whom to sign in: whoever the authenticator says. */
    @UseCase(anyone = true, changes = false)
    public PasskeyQuestion askWho() {
        return question("who", null);
    }

    /** Somebody whose password was right, or who is signed in, is to show it. */
    @UseCase(anyone = true, changes = false)
    public PasskeyQuestion ask(long accountId) {
        return question("is " + accountId, accountId);
    }

    private PasskeyQuestion question(String about, Long accountId) {
        ByteArray challenge = challenge();
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(party.getIdentity().getId())
                .userVerification(UserVerificationRequirement.REQUIRED);
        if (accountId != null) {
            options.allowCredentials(List.copyOf(passkeys.getCredentialIdsForUsername(accountId.toString())));
        }
        try {
            return new PasskeyQuestion(options.build().toCredentialsGetJson(), sealed(challenge, about));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A passkey instead of address and password.
     *
     * @throws DomainException when it is none of ours, was answered before, or too late
     */
    @UseCase(anyone = true)
    public PasskeyProof signIn(@Valid PasskeyAnswer answer) {
        return new PasskeyProof(verified(answer, "who", null));
    }

    /**
     * A passkey beside the password.
     *
     * @throws DomainException when it is none of the account's, was answered before, or too late
     */
    @UseCase(anyone = true)
    public void pass(long accountId, @Valid PasskeyAnswer answer) {
        verified(answer, "is " + accountId, accountId);
    }

    /** Whoever is signed in shows that it is them, still. @param session in which they are */
    @UseCase(signedIn = true)
    public void prove(@Valid PasskeyAnswer answer, long session) {
        long own = currentActor.get().accountId();
        verified(answer, "is " + own, own);
        sessions.proved(session);
    }

    /** What a new passkey is to be. @param portal as the authenticator shows it */
    @UseCase(signedIn = true, changes = false)
    public PasskeyQuestion askNew(String portal) {
        ByteArray challenge = challenge();
        try {
            return new PasskeyQuestion(wanted(challenge, portal).toCredentialsCreateJson(), sealed(challenge, about()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PublicKeyCredentialCreationOptions wanted(ByteArray challenge, String portal) {
        Account account = accounts.get(currentActor.get().accountId());
        String user = account.id().toString();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party.getIdentity().toBuilder().name(portal).build())
                .user(UserIdentity.builder()
                        .name(account.email())
                        .displayName(account.person().name())
                        .id(handle(account.id()))
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(List.of(
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.RS256))
                .excludeCredentials(passkeys.getCredentialIdsForUsername(user))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /**
     * From now on it signs its owner in, who gets a letter.
     *
     * @throws DomainException when it cannot be taken: not unlocked, for another address, answered before, too late, one too many
     */
    @UseCase(signedIn = true, fresh = true)
    public void add(@Valid NewPasskey command) {
        Account account = locked();
        if (passkeys.of(account.id()).size() >= MOST) {
            throw new DomainException("account.error.passkeyMany", MOST);
        }
        ByteArray challenge = asked(command.answer().challenge(), about());
        RegistrationResult made;
        try {
            var answer = PublicKeyCredential.parseRegistrationResponseJson(
                    command.answer().signed());
            if (!FORMATS.contains(answer.getResponse().getAttestation().getFormat())) {
                throw wrong();
            }
            made = party.finishRegistration(FinishRegistrationOptions.builder()
                    .request(wanted(challenge, ""))
                    .response(answer)
                    .build());
        } catch (IOException | RegistrationFailedException | IllegalArgumentException e) {
            throw wrong();
        }
        if (!made.isUserVerified()) {
            throw wrong();
        }
        passkeys.add(
                account.id(),
                made.getKeyId().getId().getBytes(),
                handle(account.id()).getBytes(),
                made.getPublicKeyCose().getBytes(),
                made.getSignatureCount(),
                command.name().strip(),
                clock.instant());
        tell(account, "account.letter.passkeyAdded", command.name().strip());
    }

    /**
     * It opens nothing any more; its owner gets a letter.
     *
     * @throws ConflictException when it was removed meanwhile, or is another account's
     */
    @UseCase(signedIn = true, fresh = true)
    public void remove(long id) {
        Account account = locked();
        Passkey passkey = passkeys.of(account.id()).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(ConflictException::new);
        passkeys.remove(account.id(), id);
        tell(account, "account.letter.passkeyRemoved", passkey.name());
    }

    /** @param accountId whose it must be; null: whoever's it is, as the authenticator says */
    private long verified(PasskeyAnswer given, String about, Long accountId) {
        ByteArray challenge = asked(given.challenge(), about);
        AssertionResult result;
        try {
            var request = AssertionRequest.builder()
                    .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                            .challenge(challenge)
                            .rpId(party.getIdentity().getId())
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build());
            if (accountId != null) {
                request.username(accountId.toString());
            }
            result = party.finishAssertion(FinishAssertionOptions.builder()
                    .request(request.build())
                    .response(PublicKeyCredential.parseAssertionResponseJson(given.signed()))
                    .build());
        } catch (IOException | AssertionFailedException | IllegalArgumentException e) {
            throw wrong();
        }
        Instant now = clock.instant();
        if (!result.isSuccess()
                || !result.isUserVerified()
                || !passkeys.used(
                        result.getCredential().getCredentialId().getBytes(), result.getSignatureCount(), now)) {
            throw wrong();
        }
        Account account = accounts.get(Long.parseLong(result.getUsername()));
        if (!account.active() || accountId != null && !accountId.equals(account.id())) {
            throw wrong();
        }
        return account.id();
    }

    private static ByteArray challenge() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        return new ByteArray(bytes);
    }

    /** By which authenticators know the account: the same for all of its passkeys, and nobody's name. */
    private ByteArray handle(long accountId) {
        String user = Long.toString(accountId);
        return passkeys.getUserHandleForUsername(user)
                .orElseGet(() -> new ByteArray(Base64.getUrlDecoder().decode(seal.of("passkey user", user))));
    }

    private String about() {
        return "new for " + currentActor.get().accountId();
    }

    /** "challenge.until.seal": for one purpose. */
    private String sealed(ByteArray challenge, String about) {
        String plain =
                challenge.getBase64Url() + "." + clock.instant().plus(GOOD_FOR).getEpochSecond();
        return plain + "." + seal.of(SEALED, about + " " + plain);
    }

    /**
     * What was asked; it is not asked again.
     *
     * @throws DomainException when it was not, for another purpose, too long ago, or was answered
     */
    private ByteArray asked(String given, String about) {
        String[] parts = given == null ? new String[0] : given.split("\\.", -1);
        if (parts.length != 3 || !seal.fits(SEALED, about + " " + parts[0] + "." + parts[1], parts[2])) {
            throw wrong();
        }
        if (Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(clock.instant())
                || !passkeys.answer(Secrets.digest(parts[0]))) {
            throw new DomainException("account.error.passkeyLate");
        }
        return new ByteArray(Base64.getUrlDecoder().decode(parts[0]));
    }

    private static DomainException wrong() {
        return new DomainException("account.error.passkeyWrong");
    }

    private void tell(Account account, String letter, String name) {
        letters.fire(Letter.toAddress(
                        account.email(),
                        letter + " " + account.id() + " " + clock.instant().toEpochMilli(),
                        letter,
                        "/account/passkeys",
                        account.person().name(),
                        name)
                .in(account.language()));
    }

    private Account locked() {
        long id = currentActor.get().accountId();
        locks.hold(Lock.ACCOUNT, id);
        return locks.fresh(accounts.get(id));
    }

    @Override
    @UseCase(changes = false)
    public String task() {
        return "passkeys";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        passkeys.forgetAnswered();
    }
}
