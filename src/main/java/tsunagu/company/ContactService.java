package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;

/** 市からの連絡先: what a company stated when it was admitted, and states anew; staff see it in the register. */
@ApplicationScoped
@Transactional
public class ContactService {

    @Inject
    private ContactRepository contacts;

    @Inject
    private CompanyRepository companies;

    @Inject
    private MembershipService memberships;

    @Inject
    private Clock clock;

    /** The own company's; empty where none was ever stated. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<CompanyContact> own() {
        return contacts.of(memberships.own().company().id());
    }

    /**
     * @param seen the contact when the form was opened, null where there was none
     * @throws ConflictException when a colleague has stated another since
     */
    @UseCase(allow = Role.COMPANY)
    public void state(CompanyContact seen, @Valid CompanyContact contact) {
        long company = memberships.own().company().id();
        companies.take(company);
        Seen.unchanged(seen, contacts.of(company).orElse(null), contact);
        contacts.put(company, contact, clock.instant());
    }
}
