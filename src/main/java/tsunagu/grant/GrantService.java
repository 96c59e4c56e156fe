package tsunagu.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** The register of grant decisions (交付決定). */
@ApplicationScoped
@Transactional
public class GrantService {

    @Inject
    private GrantRepository grants;

    @Inject
    private GrantRules rules;

    @Inject
    private CompanyService companies;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * @throws DomainException when it was granted before, the day is to come, or a rule of the programme speaks against it and nobody
     *     says why it is decided all the same
     */
    @UseCase(allow = Role.STAFF)
    public void decide(@Valid GrantForm form) {
        grants.hold(form.programmeId());
        GrantForm linked = linked(form);
        List<GrantDecision> before = grants.of(form.programmeId()).stream()
                .filter(each -> each.stands() && each.to(linked))
                .toList();
        GrantForm named = before.isEmpty() || linked.companyId() != null
                ? linked
                : linked.under(before.get(0).name());
        GrantDecision decision = new GrantDecision(named, currentActor.get().accountId(), clock.instant());
        if (form.despite().isBlank()) {
            check(rules.of(form.programmeId()), named, before);
        }
        grants.add(decision);
    }

    private static void check(GrantRule rule, GrantForm form, List<GrantDecision> before) {
        if (form.about().isEmpty() && before.stream().anyMatch(each -> each.sameAs(form))) {
            throw new DomainException("support.error.twice");
        }
        if (rule.once() == GrantRule.Once.EVER && !before.isEmpty()) {
            throw new DomainException(
                    "support.error.onceEver", before.get(0).year().code(), rule.source());
        }
        FiscalYear year = FiscalYear.of(form.decidedOn());
        if (rule.once() == GrantRule.Once.YEAR
                && before.stream().anyMatch(each -> each.year().equals(year))) {
            throw new DomainException("support.error.onceYear", rule.source());
        }
        if (rule.ceiling() != null && form.amount() > rule.ceiling()) {
            throw new DomainException("support.error.ceiling", rule.ceiling(), rule.source());
        }
        if (rule.rounds() != null && (form.round() == null || form.round() > rule.rounds())) {
            throw new DomainException("support.error.rounds", rule.rounds(), rule.source());
        }
    }

    /** A company that is on the portal is the one that was chosen, or is found by its name or number, so that it counts once a year. */
    private GrantForm linked(GrantForm form) {
        if (form.recipient() != GrantRecipient.COMPANY) {
            return form;
        }
        if (form.companyId() != null) {
            Optional<CompanyName> chosen = companies.registered(form.companyId());
            if (chosen.isPresent()) {
                return form.of(chosen.get());
            }
        }
        CompanyName company = companies.named(List.of(form.name())).get(form.name());
        return company == null ? form : form.of(company);
    }

    /** @throws tsunagu.shared.ConflictException when it is no longer as it was seen */
    @UseCase(allow = Role.STAFF)
    public void revoke(long id, int seenVersion, String why) {
        grants.find(id)
                .orElseThrow(() -> new NotFoundException("grant " + id))
                .seen(seenVersion)
                .revoke(why, clock.instant());
    }

    /** @param amount yen, all together */
    public record YearSum(FiscalYear year, long count, long amount) {}

    /** What stands, by the year of its decision, the latest first; a year without any is missing: not recorded is not zero. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<YearSum> sums() {
        return grants.sums();
    }

    /** Those of these things that are paid for. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Set<String> granted(Collection<String> about) {
        return grants.granted(about);
    }
}
