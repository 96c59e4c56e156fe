package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 市からの連絡先: what a company stated when it was admitted, and states anew; staff see it in the register. */
@ApplicationScoped
@Transactional
public class ContactService {

    @Inject
    private ContactRepository contacts;

    @Inject
    private MembershipService memberships;

    @Inject
    private Clock clock;

    /** The own company's; empty where none was ever stated. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<CompanyContact> own() {
        return contacts.of(memberships.own().company().id());
    }

    @UseCase(allow = Role.COMPANY)
    public void state(@Valid CompanyContact contact) {
        contacts.put(memberships.own().company().id(), contact, clock.instant());
    }
}
