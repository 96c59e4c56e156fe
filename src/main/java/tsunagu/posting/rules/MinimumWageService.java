package tsunagu.posting.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** The dated table of minimum wages: what ships with the portal, and what staff add when the bureau announces it. */
@ApplicationScoped
@Transactional
public class MinimumWageService {

    @Inject
    private MinimumWageRepository wages;

    @Inject
    private Clock clock;

    @UseCase(
            allow = {Role.STAFF, Role.COMPANY},
            changes = false)
    public MinimumWages table() {
        return new MinimumWages(wages.all());
    }

    /** By name, the newest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<EnteredWage> entered() {
        return wages.entered(clock.instant());
    }

    /**
     * In any order of days: a year that was mistyped does not shut out the right one.
     *
     * @param like name of the row that this one goes with: same industries, another amount from another day
     */
    @UseCase(allow = Role.STAFF)
    public void add(String like, Integer yen, LocalDate validFrom) {
        List<MinimumWage> others =
                wages.all().stream().filter(each -> each.name().equals(like)).toList();
        if (others.isEmpty()) {
            throw new DomainException("posting.error.wageName");
        }
        if (yen == null || yen < 1 || yen > 10_000) {
            throw new DomainException("posting.error.wageYen");
        }
        if (validFrom == null
                || others.stream().anyMatch(each -> each.validFrom().equals(validFrom))) {
            throw new DomainException("posting.error.wageDay");
        }
        MinimumWage before = others.get(0);
        wages.add(
                new MinimumWage(before.name(), before.industries(), before.partly(), yen, validFrom), clock.instant());
    }

    /** @throws ConflictException when it is no longer a mistake of a moment ago but what people are hired by */
    @UseCase(allow = Role.STAFF)
    public void takeBack(long id) {
        MinimumWageRow row = wages.find(id).orElseThrow(() -> new NotFoundException("minimumWage"));
        if (!row.canBeTakenBack(clock.instant())) {
            throw new ConflictException();
        }
        wages.remove(row);
    }

    /** Fills the table once; what staff added stays. */
    @UseCase
    public void provide() {
        if (wages.all().isEmpty()) {
            MinimumWageRegister.shipped().forEach(each -> wages.add(each, null));
        }
    }
}
