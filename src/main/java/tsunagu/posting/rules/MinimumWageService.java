package tsunagu.posting.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** The dated table of minimum wages: what ships with the portal, and what staff add when the bureau announces it. */
@ApplicationScoped
@Transactional
public class MinimumWageService {

    @Inject
    private MinimumWageRepository wages;

    @UseCase(
            allow = {Role.STAFF, Role.COMPANY},
            changes = false)
    public MinimumWages table() {
        return new MinimumWages(wages.all());
    }

    /** @param like name of the row that this one follows: same industries, another amount from another day */
    @UseCase(allow = Role.STAFF)
    public void add(String like, Integer yen, LocalDate validFrom) {
        MinimumWage before = wages.all().stream()
                .filter(each -> each.name().equals(like))
                .findFirst()
                .orElseThrow(() -> new DomainException("posting.error.wageName"));
        if (yen == null || yen < 1 || yen > 10_000) {
            throw new DomainException("posting.error.wageYen");
        }
        if (validFrom == null || !validFrom.isAfter(before.validFrom())) {
            throw new DomainException("posting.error.wageDay");
        }
        wages.add(new MinimumWage(before.name(), before.industries(), before.partly(), yen, validFrom));
    }

    /** Fills the table once; what staff added stays. */
    @UseCase
    public void provide() {
        if (wages.all().isEmpty()) {
            MinimumWageRegister.shipped().forEach(wages::add);
        }
    }
}
