package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.account.GivingUp;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Mark;
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

    /** Characters that say for whom an invitation is. */
    public static final int LONGEST_NOTE = 100;

    @Inject
    private Locks locks;

    @Inject
    private MemberRepository members;

    @Inject
    private ChosenCompany chosen;

    @Inject
    private CompanyRepository companies;

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private FieldCipher cipher;

    @Inject
    private Clock clock;

    /** @throws NotFoundException when the account acts for no company */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Membership own() {
        return find().orElseThrow(() -> new NotFoundException("membership"));
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<Membership> find() {
        return chosen.membership().map(MemberRepository.Mine::membership);
    }

    /** All of them, the one they joined first at the beginning: among them it is chosen. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Membership> all() {
        return chosen.mine().stream().map(MemberRepository.Mine::membership).toList();
    }

    /**
     * From now on, and in their next session, they act for this one.
     *
     * @throws NotFoundException when it is none of theirs
     */
    @UseCase(allow = Role.COMPANY)
    public void choose(long company) {
        if (!chosen.companies().contains(company)) {
            throw new NotFoundException("company " + company);
        }
        members.choose(currentActor.get().accountId(), company, clock.instant());
    }

    /** Somebody acts for it and gets its letters. */
    @UseCase(allow = Role.STAFF, changes = false)
    public boolean hasPeople(long company) {
        return !members.of(company).isEmpty();
    }

    /** Accounts of a company that act for another one as well: their letters say which it is. */
    @UseCase(changes = false)
    public boolean several(String email) {
        return accounts.idOf(email)
                .filter(each -> members.mine(each).size() > 1)
                .isPresent();
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
     * @param email where the link is mailed to; "" when the inviter hands it over themselves
     * @return the secret of the link, which is shown once and kept nowhere but in the letter
     * @throws DomainException when the company has invited too many, or the address was written to too often
     */
    @UseCase(allow = Role.COMPANY)
    public String invite(MemberRole role, String note, String email) {
        long company = owned();
        String address = email.isEmpty() ? "" : MailAddress.checked(email);
        String mailDigest = address.isEmpty() ? "" : Mark.of(address).written(cipher);
        requireRoom(company, mailDigest);
        String secret = Secrets.token();
        String digest = Secrets.digest(secret);
        members.add(new MemberInvitation(company, role, note, digest, mailDigest, clock.instant()));
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
        Instant now = clock.instant();
        List<MemberInvitation> open = members.openInvitations(company, now);
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
        MemberInvitation invitation = members.invitation(owned(), invitationId)
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

    /**
     * Joins one more company.
     *
     * @return its number
     * @throws DomainException when the link works no more, or they act for it already
     */
    @UseCase(allow = Role.COMPANY)
    public long accept(String secret) {
        MemberInvitation invitation = members.invitation(Secrets.digest(secret))
                .orElseThrow(() -> new DomainException("company.error.invitation"));
        // It may be withdrawn, or its company merged, at this moment.
        companies.take(invitation.companyId());
        locks.fresh(invitation);
        long account = currentActor.get().accountId();
        if (members.of(invitation.companyId()).stream().anyMatch(each -> each.accountId() == account)) {
            throw new DomainException("company.error.member");
        }
        invitation.use(clock.instant());
        members.add(new Member(invitation.companyId(), account, invitation.role(), clock.instant()));
        return invitation.companyId();
    }

    /**
     * 引継ぎ: the member becomes an owner as well; who hands over may then leave.
     *
     * @param seenVersion of the member as the list showed them
     * @throws ConflictException when they left meanwhile, or have another role by now
     */
    @UseCase(allow = Role.COMPANY)
    public void setRole(long memberId, int seenVersion, MemberRole role) {
        List<Member> colleagues = colleagues();
        requireOwner(colleagues);
        Member member = colleague(colleagues, memberId, seenVersion);
        if (role == MemberRole.EDITOR) {
            requireAnotherOwner(colleagues, member);
        }
        member.become(role);
    }

    /**
     * An owner takes a member out, or any member leaves.
     *
     * @param seenVersion of the member as the list showed them
     * @throws ConflictException when they left meanwhile, or have another role by now
     */
    @UseCase(allow = Role.COMPANY)
    public void remove(long memberId, int seenVersion) {
        List<Member> colleagues = colleagues();
        Member self = self(colleagues);
        Member member = colleague(colleagues, memberId, seenVersion);
        if (self.role() != MemberRole.OWNER && !member.id().equals(self.id())) {
            throw new NotFoundException("member " + memberId);
        }
        requireAnotherOwner(colleagues, member);
        member.leave(clock.instant());
        members.forgetChoice(member.accountId(), member.companyId());
    }

    /** Who acts for a company hands over first. */
    void staysWithMembers(@Observes GivingUp gone) {
        if (gone.role() == Role.COMPANY && !members.mine(gone.accountId()).isEmpty()) {
            throw new DomainException("company.error.leaveFirst");
        }
    }

    /** For the demonstration's account and for staff who help out. */
    @UseCase
    public void provide(long companyId, String email) {
        accounts.idOf(email)
                .filter(account -> members.mine(account).isEmpty())
                .ifPresent(account -> members.add(new Member(companyId, account, MemberRole.OWNER, clock.instant())));
    }

    /** The company, as long as the actor is an owner of it: held, so that what follows is still theirs to decide when it is written. */
    private long owned() {
        List<Member> colleagues = colleagues();
        requireOwner(colleagues);
        return colleagues.get(0).companyId();
    }

    /**
     * Everybody who acts for the own company, read under the company's lock: until this transaction ends nobody joins, leaves or
     * gets another role. Two owners who take each other out at once are judged one after the other.
     */
    private List<Member> colleagues() {
        long company = own().company().id();
        companies.take(company);
        return members.of(company).stream().map(locks::fresh).toList();
    }

    /** @throws NotFoundException when somebody took the actor out meanwhile */
    private Member self(List<Member> colleagues) {
        return colleagues.stream()
                .filter(each -> each.accountId() == currentActor.get().accountId())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("membership"));
    }

    private void requireOwner(List<Member> colleagues) {
        if (self(colleagues).role() != MemberRole.OWNER) {
            throw new DomainException("company.error.ownerOnly");
        }
    }

    private Member colleague(List<Member> colleagues, long memberId, int seenVersion) {
        Member member = colleagues.stream()
                .filter(each -> each.id() == memberId)
                .findFirst()
                .orElseGet(() -> members.member(colleagues.get(0).companyId(), memberId)
                        .orElseThrow(() -> new NotFoundException("member " + memberId)));
        if (member.left() || member.version() != seenVersion) {
            throw new ConflictException();
        }
        return member;
    }

    private static void requireAnotherOwner(List<Member> colleagues, Member member) {
        boolean last = member.role() == MemberRole.OWNER
                && colleagues.stream()
                        .noneMatch(each ->
                                each.role() == MemberRole.OWNER && !each.id().equals(member.id()));
        if (last) {
            throw new DomainException("company.error.lastOwner");
        }
    }
}
