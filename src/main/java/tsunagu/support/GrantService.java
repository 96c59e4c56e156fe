package tsunagu.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.shared.CurrentActor;
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
    private CompanyService companies;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @throws tsunagu.shared.DomainException when it was granted before, or the day is to come */
    @UseCase(allow = Role.STAFF)
    public void decide(@Valid GrantForm form) {
        grants.add(new GrantDecision(linked(form), currentActor.get().accountId(), clock.instant()));
    }

    /** A company that is on the portal is found by its name or number, so that it counts once a year. */
    private GrantForm linked(GrantForm form) {
        if (form.recipient() != GrantRecipient.COMPANY || form.companyId() != null) {
            return form;
        }
        CompanyName company = companies.named(List.of(form.name())).get(form.name());
        return company == null ? form : form.of(company);
    }

    @UseCase(allow = Role.STAFF)
    public void revoke(long id, String why) {
        grants.find(id).orElseThrow(() -> new NotFoundException("grant " + id)).revoke(why, clock.instant());
    }

    /** Of a year, the latest first, revoked ones too. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<GrantView> register(FiscalYear year) {
        return grants.of(year).stream().map(GrantDecision::view).toList();
    }

    /** Those of these things that are paid for. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Set<String> granted(Collection<String> about) {
        return grants.granted(about);
    }
}
