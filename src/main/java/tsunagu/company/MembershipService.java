package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Who acts for a company. Everything a company does asks {@link #own} first and reaches nothing of another company. */
@ApplicationScoped
@Transactional
public class MembershipService {

    /** Invitations of one company that nobody has used yet. */
    static final int MOST_OPEN = 10;

    /** Invitations of one company in {@link #MONTH}. */
    static final int MOST_A_MONTH = 20;

    /** Letters to one address in {@link #DAY}, of all companies together. */
    static final int MOST_TO_ONE = 3;

    private static final Duration MONTH = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private MemberRepository members;

    @Inject
    private CompanyRepository companies;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** @throws NotFoundException when the account acts for no company */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Membership own() {
        return find().orElseThrow(() -> new NotFoundException("membership"));
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<Membership> find() {
        return members.ofAccount(currentActor.get().accountId())
                .map(member -> new Membership(companies.get(member.companyId()).named(), member.role()));
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<MemberView> members() {
        List<Member> all = members.of(own().company().id());
        Map<Long, AccountContact> contacts =
                accounts.contacts(all.stream().map(Member::accountId).toList());
        long self = currentActor.get().accountId();
        return all.stream()
                .map(member -> new MemberView(
                        member.id(),
                        contacts.get(member.accountId()).name(),
                        contacts.get(member.accountId()).email(),
                        member.role(),
                        member.joinedAt(),
                        member.accountId() == self,
                        member.version()))
                .toList();
    }

    /** Everybody who acts for a company. */
    @UseCase(changes = false)
    public List<Long> accountsOf(long companyId) {
        return members.of(companyId).stream().map(Member::accountId).toList();
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public List<MemberView.Invited> invitations() {
        return members.openInvitations(own().company().id(), clock.instant()).stream()
                .map(each -> new MemberView.Invited(each.id(), each.note(), each.role(), each.expiresAt()))
                .toList();
    }

    /**
     * @param note for whom
     * @param email where the link is mailed to; "" when the inviter hands it over himself
     * @return the secret of the link, which is shown once and kept nowhere but in the letter
     * @throws DomainException when the company has invited too many, or the address was written to too often
     */
    @UseCase(allow = Role.COMPANY)
    public String invite(MemberRole role, String note, String email) {
        long company = owned();
        String address = email.isEmpty() ? "" : MailAddress.checked(email);
        String mailDigest = address.isEmpty() ? "" : Secrets.digest(address.toLowerCase(Locale.ROOT));
        requireRoom(company, mailDigest);
        String secret = Secrets.token();
        String digest = Secrets.digest(secret);
        members.add(new Invitation(company, role, note, digest, mailDigest, clock.instant()));
        if (!address.isEmpty()) {
            letters.fire(Letter.toAddress(
                    address,
                    "invitation " + digest,
                    "company.letter.invited",
                    "/company/invitations/" + secret,
                    own().company().name(),
                    currentActor.get().name()));
        }
        return secret;
    }

    /** The portal's letters carry the city's name: a company cannot write to anybody as often as it likes. */
    private void requireRoom(long company, String mailDigest) {
        // Held until the invitation is written: two that come at once are counted one after the other.
        companies.take(company);
        Instant now = clock.instant();
        List<Invitation> open = members.openInvitations(company, now);
        if (open.size() >= MOST_OPEN) {
            throw new DomainException("company.error.invitesOpen", MOST_OPEN);
        }
        if (members.invitedSince(company, now.minus(MONTH)) >= MOST_A_MONTH) {
            throw new DomainException("company.error.invitesMonth", MOST_A_MONTH);
        }
        if (mailDigest.isEmpty()) {
            return;
        }
        members.holdAddress(mailDigest);
        if (open.stream().anyMatch(each -> each.wentTo(mailDigest))) {
            throw new DomainException("company.error.invitedAlready");
        }
        if (members.mailedSince(mailDigest, now.minus(DAY)) >= MOST_TO_ONE) {
            throw new DomainException("company.error.invitesAddress", MOST_TO_ONE);
        }
    }

    /** @throws ConflictException when it was used or withdrawn meanwhile, or is too old */
    @UseCase(allow = Role.COMPANY)
    public void withdrawInvitation(long invitationId) {
        Invitation invitation = members.invitation(owned(), invitationId)
                .orElseThrow(() -> new NotFoundException("invitation " + invitationId));
        if (!invitation.openAt(clock.instant())) {
            throw new ConflictException();
        }
        invitation.withdraw(clock.instant());
    }

    /** The company behind a link that still works. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<CompanyName> invitedTo(String secret) {
        return members.invitation(Secrets.digest(secret))
                .filter(each -> each.openAt(clock.instant()))
                .map(each -> companies.get(each.companyId()).named());
    }

    @UseCase(allow = Role.COMPANY)
    public void accept(String secret) {
        if (find().isPresent()) {
            throw new DomainException("company.error.member");
        }
        Invitation invitation = members.invitation(Secrets.digest(secret))
                .orElseThrow(() -> new DomainException("company.error.invitation"));
        invitation.use(clock.instant());
        members.add(new Member(
                invitation.companyId(), currentActor.get().accountId(), invitation.role(), clock.instant()));
    }

    /**
     * 引継ぎ: the member becomes an owner as well; who hands over may then leave.
     *
     * @param seenVersion of the member as the list showed him
     * @throws ConflictException when he left meanwhile, or has another role by now
     */
    @UseCase(allow = Role.COMPANY)
    public void setRole(long memberId, int seenVersion, MemberRole role) {
        Member member = colleague(owned(), memberId, seenVersion);
        if (role == MemberRole.EDITOR) {
            anotherOwner(member);
        }
        member.become(role);
    }

    /**
     * An owner takes a member out, or any member leaves.
     *
     * @param seenVersion of the member as the list showed him
     * @throws ConflictException when he left meanwhile, or has another role by now
     */
    @UseCase(allow = Role.COMPANY)
    public void remove(long memberId, int seenVersion) {
        Membership own = own();
        Member member = colleague(own.company().id(), memberId, seenVersion);
        if (!own.owner() && member.accountId() != currentActor.get().accountId()) {
            throw new NotFoundException("member " + memberId);
        }
        anotherOwner(member);
        member.leave(clock.instant());
    }

    /** For the demonstration's account and for staff who help out. */
    @UseCase
    public void provide(long companyId, String email) {
        accounts.idOf(email)
                .filter(account -> members.ofAccount(account).isEmpty())
                .ifPresent(account -> members.add(new Member(companyId, account, MemberRole.OWNER, clock.instant())));
    }

    private long owned() {
        Membership own = own();
        if (!own.owner()) {
            throw new DomainException("company.error.ownerOnly");
        }
        return own.company().id();
    }

    private Member colleague(long companyId, long memberId, int seenVersion) {
        // Two owners who take each other out at once must not leave a company without one.
        companies.take(companyId);
        Member member =
                members.member(companyId, memberId).orElseThrow(() -> new NotFoundException("member " + memberId));
        if (member.left() || member.version() != seenVersion) {
            throw new ConflictException();
        }
        return member;
    }

    private void anotherOwner(Member member) {
        boolean last = member.role() == MemberRole.OWNER
                && members.of(member.companyId()).stream()
                        .noneMatch(each -> each.role() == MemberRole.OWNER && !each.id().equals(member.id()));
        if (last) {
            throw new DomainException("company.error.lastOwner");
        }
    }
}
