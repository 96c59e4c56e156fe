package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.UseCase;

/**
 * Which account a provider's word opens (decision 0050): one that its owner has linked, signed in and asked again who they are. Never one
 * that has the same mail address: whoever can write an address into a provider's form would have the account.
 */
@ApplicationScoped
@Transactional
public class ProviderLinkService {

    /** Linked, and its account cannot be used: stopped, or asleep. */
    public static final String CLOSED = "account.error.providerClosed";

    /** The account is none of the kind that the provider speaks for, or no longer. */
    public static final String OTHER_KIND = "account.error.providerKind";

    @Inject
    private AccountRepository accounts;

    @Inject
    private ProviderLinkRepository links;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private Locks locks;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * Whom the provider means.
     *
     * @return empty when this subject is linked to no account
     * @throws DomainException {@link #CLOSED} or {@link #OTHER_KIND}
     */
    @UseCase(anyone = true)
    public Optional<ProviderProof> signIn(@Valid ProvenSubject proven) {
        Optional<Account> account = links.account(proven).map(accounts::get);
        account.ifPresent(each -> {
            if (!each.active()) {
                throw new DomainException(CLOSED);
            }
            require(proven.kind(), each);
            links.used(proven, clock.instant());
        });
        return account.map(each -> new ProviderProof(each.id()));
    }

    /** The own ones, the oldest first. */
    @UseCase(signedIn = true, changes = false)
    public List<ProviderLink> own() {
        return links.of(currentActor.get().accountId());
    }

    /**
     * Before somebody is sent to the provider: so that they are not asked who they are only when they are back.
     *
     * @throws DomainException when the own account is none of the provider's kind
     */
    @UseCase(signedIn = true, fresh = true, changes = false)
    public void requireLinkable(ProviderKind kind) {
        require(kind, accounts.get(currentActor.get().accountId()));
    }

    /**
     * From now on the subject opens the own account; its owner gets a letter.
     *
     * @param provider as people call it
     * @throws DomainException when the account is none of the provider's kind, or one of the two is linked already
     */
    @UseCase(signedIn = true, fresh = true)
    public void link(@Valid ProvenSubject proven, String provider) {
        Account account = locked();
        require(proven.kind(), account);
        if (links.of(account.id()).stream().anyMatch(each -> each.issuer().equals(proven.issuer()))) {
            throw new DomainException("account.error.providerThere", provider);
        }
        if (!links.add(account.id(), proven, clock.instant())) {
            throw new DomainException("account.error.providerTaken", provider);
        }
        tell(account, "account.letter.providerLinked", provider);
    }

    /**
     * It opens nothing any more; its owner gets a letter.
     *
     * @param provider as people call it
     * @throws DomainException when there would be no way in
     * @throws ConflictException when it was removed meanwhile, or is another account's
     */
    @UseCase(signedIn = true, fresh = true)
    public void unlink(long id, String provider) {
        Account account = locked();
        boolean another = !account.passwordHash().equals(Account.NO_PASSWORD) || passkeys.any(account.id());
        if (!another) {
            throw new DomainException("account.error.providerOnly");
        }
        if (!links.remove(account.id(), id)) {
            throw new ConflictException();
        }
        tell(account, "account.letter.providerUnlinked", provider);
    }

    private static void require(ProviderKind kind, Account account) {
        if (!kind.opens(account.roles())) {
            throw new DomainException(OTHER_KIND);
        }
    }

    private void tell(Account account, String letter, String provider) {
        letters.fire(Letter.toAddress(
                        account.email(),
                        letter + " " + account.id() + " " + clock.instant().toEpochMilli(),
                        letter,
                        "/account/sign-on",
                        account.person().name(),
                        provider)
                .in(account.language()));
    }

    private Account locked() {
        long id = currentActor.get().accountId();
        locks.hold(Lock.ACCOUNT, id);
        return locks.fresh(accounts.get(id));
    }
}
