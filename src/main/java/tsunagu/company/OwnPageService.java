package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import tsunagu.search.SearchIndex;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A company writes its own page. What it says is public at once. */
@ApplicationScoped
@Transactional
public class OwnPageService {

    @Inject
    private CompanyRepository companies;

    @Inject
    private MembershipService memberships;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyChanged> changed;

    @Inject
    private Clock clock;

    /** @param page without what the pictures show */
    public record OwnPage(CompanyName company, CompanyProfile page, Completeness completeness, int version) {}

    @UseCase(allow = Role.COMPANY, changes = false)
    public OwnPage page() {
        Company company = companies.get(own());
        return new OwnPage(company.named(), company.page(), Completeness.of(company.page()), company.version());
    }

    /**
     * @param page the number and the pictures in it are not looked at: the number is the city's to change, pictures have doors
     *     of their own
     */
    @UseCase(allow = Role.COMPANY)
    public void write(int seenVersion, @Valid CompanyProfile page) {
        Company company = seen(taken(), seenVersion);
        CompanyName before = company.named();
        company.describe(page.withNumber(company.profile().corporateNumber()), clock.instant());
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
