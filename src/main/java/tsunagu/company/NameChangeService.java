package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.search.SearchIndex;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/**
 * 会社名・ホームページの変更: what a company wants to be called becomes public when the city has accepted it, so that none calls itself
 * an authority from one minute to the next. It asks by writing its page ({@link OwnPageService#write}).
 */
@ApplicationScoped
@Transactional
public class NameChangeService implements StaffWork {

    @Inject
    private NameChangeRepository changes;

    @Inject
    private CompanyRepository companies;

    @Inject
    private MembershipService memberships;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyChanged> changed;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** The own company's wish that waits, or the last one when it was refused. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<NameChangeView> mine() {
        return changes.last(own())
                .filter(each -> each.state() == NameChangeState.WAITING || each.state() == NameChangeState.REFUSED)
                .map(this::view);
    }

    /** @throws ConflictException when it was changed or decided since it was looked at */
    @UseCase(allow = Role.COMPANY)
    public void takeBack(String code, int seenVersion) {
        NameChange change = changes.find(code)
                .filter(each -> each.companyId() == own())
                .orElseThrow(() -> new NotFoundException("name " + code));
        seen(change, seenVersion);
        change.takeBack(clock.instant());
        companies.touch(companies.get(change.companyId()));
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of(
                "company.work.name",
                "/staff/review?kind=NAME",
                waiting().stream().map(NameChangeView::askedAt).toList());
    }

    /** Wishes that wait for the city, the oldest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<NameChangeView> waiting() {
        return changes.waiting().stream().map(this::view).toList();
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public NameChangeView change(String code) {
        return view(get(code));
    }

    /**
     * It is public at once, everywhere the company is named.
     *
     * @throws ConflictException when the company changed it, or somebody decided, since it was looked at
     */
    @UseCase(allow = Role.STAFF)
    public void accept(String code, int seenVersion) {
        NameChange change = get(code);
        // Before anything of the company is read: nobody writes its page, and nothing is published under the old name,
        // meanwhile.
        companies.take(change.companyId());
        seen(change, seenVersion);
        if (companies.gone(change.companyId()).isPresent()) {
            throw new DomainException("company.error.left");
        }
        Company company = companies.get(change.companyId());
        CompanyName before = company.named();
        change.accept(clock.instant());
        company.rename(change.wanted(), clock.instant());
        index.put(CompanyEntries.entry(company));
        if (!before.equals(company.named())) {
            changed.fire(new CompanyChanged(company.named()));
        }
        letters.fire(Letter.toCompany(
                change.companyId(),
                "name " + code,
                "company.letter.nameAccepted",
                "/company/profile",
                change.wanted().name()));
    }

    /** @param why told to the company */
    @UseCase(allow = Role.STAFF)
    public void refuse(String code, int seenVersion, String why) {
        NameChange change = get(code);
        companies.take(change.companyId());
        seen(change, seenVersion);
        change.refuse(why, clock.instant());
        companies.touch(companies.get(change.companyId()));
        letters.fire(Letter.toCompany(
                change.companyId(),
                "name " + code,
                "company.letter.nameRefused",
                "/company/profile",
                change.wanted().name(),
                change.comment()));
    }

    /** The other company keeps its name; what the merged one wished is void. */
    void followMerge(@Observes CompanyMerged merge) {
        drop(merge.merged().id());
    }

    void followLeft(@Observes CompanyLeft left) {
        drop(left.company().id());
    }

    private void drop(long companyId) {
        changes.waiting(companyId).ifPresent(each -> each.takeBack(clock.instant()));
    }

    private NameChangeView view(NameChange change) {
        Company company = companies.get(change.companyId());
        PublicName wanted = change.wanted();
        String folded = NameFold.of(wanted.name());
        List<CompanyName> alike = companies.identities().stream()
                .map(CompanyRepository.Identity::company)
                .filter(each -> each.id() != change.companyId()
                        && NameFold.of(each.name()).equals(folded))
                .toList();
        return new NameChangeView(
                change.code(),
                change.state(),
                company.named(),
                company.publicName(),
                wanted,
                PublicBodies.like(wanted),
                alike,
                change.comment(),
                change.askedAt(),
                change.version());
    }

    private NameChange get(String code) {
        return changes.find(code).orElseThrow(() -> new NotFoundException("name " + code));
    }

    private static void seen(NameChange change, int version) {
        if (change.version() != version || change.state() != NameChangeState.WAITING) {
            throw new ConflictException();
        }
    }

    private long own() {
        return memberships.own().company().id();
    }
}
