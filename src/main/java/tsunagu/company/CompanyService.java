package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.search.SearchIndex;
import tsunagu.shared.DomainException;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What is done with companies. */
@ApplicationScoped
@Transactional
public class CompanyService implements FirstSteps {

    private static final int MOST_SUGGESTED = 20;

    private static final int CODE_LENGTH = 8;

    @Inject
    private CompanyRepository companies;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyChanged> changed;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.STAFF)
    public CompanyName enter(@Valid CompanyProfile profile) {
        Company company = new Company(Secrets.name(CODE_LENGTH), profile, clock.instant());
        companies.add(company);
        index.put(CompanyEntries.entry(company));
        return company.named();
    }

    /** A new name or industry reaches the company's postings in the same transaction. */
    @UseCase(allow = Role.STAFF)
    public void describe(long companyId, @Valid CompanyProfile profile) {
        companies.take(companyId);
        Company company = companies.get(companyId);
        CompanyName before = company.named();
        company.describe(profile, clock.instant());
        company.show(profile.pictures());
        index.put(CompanyEntries.entry(company));
        if (!before.equals(company.named())) {
            changed.fire(new CompanyChanged(company.named()));
        }
    }

    /**
     * The name, which stays so until the caller's transaction ends: what is written with it cannot be behind a renaming.
     *
     * @throws DomainException when it has left the register: nothing of it becomes public
     */
    @UseCase(allow = {Role.STAFF, Role.COMPANY})
    public CompanyName held(long companyId) {
        companies.hold(companyId);
        if (companies.gone(companyId).isPresent()) {
            throw new DomainException("company.error.left");
        }
        return companies.get(companyId).named();
    }

    @UseCase(anyone = true, changes = false)
    public CompanyName named(long companyId) {
        return companies.get(companyId).named();
    }

    /** Empty when it is no company of the register, or no longer one. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Optional<CompanyName> registered(long companyId) {
        return companies.registered(companyId);
    }

    /** By its code, also one that has left the register or was merged. */
    @UseCase(allow = Role.STAFF, changes = false)
    public CompanyName coded(String code) {
        return companies.byCode(code).named();
    }

    /** Names of several, asked for at once; by number. */
    @UseCase(anyone = true, changes = false)
    public Map<Long, CompanyName> namedById(Collection<Long> companyIds) {
        return companies.named(companyIds);
    }

    /**
     * Companies by what a list says: the corporate number, the code, or the name in any of its forms. What names none, or more
     * than one, is not in the answer.
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<String, CompanyName> named(Collection<String> written) {
        Map<String, CompanyName> found = new LinkedHashMap<>();
        fitting(written).forEach((each, fitting) -> {
            if (fitting.size() == 1) {
                found.put(each, fitting.get(0));
            }
        });
        return found;
    }

    /** The same with all that fit: none, one, or several of one name. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<String, List<CompanyName>> fitting(Collection<String> written) {
        List<CompanyRepository.Identity> known = companies.identities();
        Map<String, List<CompanyName>> found = new LinkedHashMap<>();
        for (String each : written) {
            String number = Normalizer.normalize(each, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
            String fold = NameFold.of(each);
            found.put(
                    each,
                    known.stream()
                            .filter(one -> one.company().code().equals(each.strip())
                                    || number.length() == 13 && number.equals(one.corporateNumber())
                                    || NameFold.of(one.company().name()).equals(fold))
                            .map(CompanyRepository.Identity::company)
                            .toList());
        }
        return found;
    }

    /** Those of the register in whose name or reading the words stand, for somebody who begins to type one; twenty at most. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<CompanyName> suggested(String words) {
        return companies.suggested(words.strip(), MOST_SUGGESTED);
    }

    /** Groups of 青少年雇用情報 of which the company says nothing that is younger than 18 months. */
    @UseCase(
            allow = {Role.STAFF, Role.COMPANY},
            changes = false)
    public Set<YouthItem.Group> youthGroupsMissing(long companyId) {
        // A value of a fiscal year is of its last day at the latest.
        FiscalYear oldest = FiscalYear.of(
                LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE).minusMonths(18));
        Set<YouthItem.Group> missing = EnumSet.allOf(YouthItem.Group.class);
        missing.removeAll(companies.get(companyId).youthGroupsSince(oldest.year()));
        return missing;
    }

    @UseCase(anyone = true, changes = false)
    public boolean noneEntered() {
        return companies.empty();
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                6,
                "company.firstStep",
                "company.firstStep.hint",
                companies.any(),
                "/staff/companies/import",
                Set.of(Role.STAFF));
    }
}
