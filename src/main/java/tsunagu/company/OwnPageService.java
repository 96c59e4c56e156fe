package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.search.SearchIndex;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/**
 * A company writes its own page. What it says is public at once, but for how it is called and where its link leads: that waits for
 * the city ({@link NameChangeService}).
 */
@ApplicationScoped
@Transactional
public class OwnPageService implements CompanyWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private CompanyRepository companies;

    @Inject
    private NameChangeRepository changes;

    @Inject
    private MembershipService memberships;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyChanged> changed;

    @Inject
    private Clock clock;

    /** @param page as the company wants it: what waits for the city is in it already; without what the pictures show */
    public record OwnPage(CompanyName company, CompanyProfile page, Completeness completeness, int version) {}

    @UseCase(allow = Role.COMPANY, changes = false)
    public OwnPage page() {
        Company company = companies.get(own());
        CompanyProfile shown = company.page();
        CompanyProfile wanted = changes.waiting(company.id())
                .map(NameChange::wanted)
                .map(shown::with)
                .orElse(shown);
        return new OwnPage(company.named(), wanted, Completeness.of(shown), company.version());
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        Completeness completeness = Completeness.of(companies.get(own()).page());
        return Step.of(Urgency.SOON, "company.work.page", completeness.missing().size(), "/company/profile");
    }

    /**
     * Writes the page; another name, reading or website than the public one becomes a wish that waits, the public one ends a wish.
     *
     * @param page the number and the pictures in it are not looked at: the number is the city's to change, pictures have doors
     *     of their own
     * @throws DomainException when its words are unlawful for an offer of work ({@link PageWording})
     */
    @UseCase(allow = Role.COMPANY)
    public void write(int seenVersion, @Valid CompanyProfile page) {
        Company company = seen(taken(), seenVersion);
        if (PageWording.blocks(page)) {
            throw new DomainException("company.error.wording");
        }
        CompanyName before = company.named();
        PublicName wanted = page.publicName();
        // A link is taken off at once: it may lead to somebody else by now.
        PublicName shown = wanted.website().isEmpty() ? company.publicName().withoutWebsite() : company.publicName();
        company.describe(page.withNumber(company.profile().corporateNumber()).with(shown), clock.instant());
        ask(company, wanted);
        index.put(CompanyEntries.entry(company));
        if (!before.equals(company.named())) {
            changed.fire(new CompanyChanged(company.named()));
        }
    }

    /**
     * Asked before a picture is read.
     *
     * @throws DomainException when there are ten already, or the company has left
     */
    @UseCase(allow = Role.COMPANY, changes = false)
    public void expectPicture() {
        checkHere();
        Company.checkRoom(companies.pictures(own()));
    }

    private void ask(Company company, PublicName wanted) {
        Optional<NameChange> waiting = changes.waiting(company.id());
        if (wanted.equals(company.publicName())) {
            waiting.ifPresent(each -> each.takeBack(clock.instant()));
        } else {
            waiting.ifPresentOrElse(
                    each -> each.ask(wanted, clock.instant()),
                    () -> changes.add(
                            new NameChange(Secrets.name(CODE_LENGTH), company.id(), wanted, clock.instant())));
        }
    }

    @UseCase(allow = Role.COMPANY)
    public void addPicture(@Valid CompanyProfile.Picture picture) {
        taken().add(picture, clock.instant());
    }

    /**
     * @param number place in the list, from 0
     * @param seenVersion of the page as it was read: places move when a picture is taken out
     * @throws ConflictException when the page was changed since
     */
    @UseCase(allow = Role.COMPANY)
    public void removePicture(int number, int seenVersion) {
        seen(taken(), seenVersion).removePicture(number, clock.instant());
    }

    /**
     * A quarter turn to the right.
     *
     * @param number place in the list, from 0
     * @param seenVersion of the page as it was read
     * @throws ConflictException when the page was changed since
     */
    @UseCase(allow = Role.COMPANY)
    public void turnPicture(int number, int seenVersion) {
        seen(taken(), seenVersion).turnPicture(number, clock.instant());
    }

    private static Company seen(Company company, int version) {
        if (company.version() != version) {
            throw new ConflictException();
        }
        return company;
    }

    private Company taken() {
        companies.take(own());
        checkHere();
        return companies.get(own());
    }

    private void checkHere() {
        if (companies.gone(own()).isPresent()) {
            throw new DomainException("company.error.left");
        }
    }

    private long own() {
        return memberships.own().company().id();
    }
}
