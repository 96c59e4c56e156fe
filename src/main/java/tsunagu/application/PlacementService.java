package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.company.CompanyMerged;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** The register of hires: rows without names, and how many of them count in each year. */
@ApplicationScoped
@Transactional
public class PlacementService {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Applications that may be one person's under two accounts, the newest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<LookAlike> lookAlikes() {
        return applications.lookAlikes();
    }

    /** @param programmeId of the plan that the hire is a result of; "" for none */
    @UseCase(allow = Role.STAFF)
    public void countFor(long id, int seenVersion, String programmeId) {
        seen(id, seenVersion).countFor(programmeId.isEmpty() ? null : programmeId);
    }

    /** The adviser has asked the person. */
    @UseCase(allow = Role.STAFF)
    public void confirm(long id, int seenVersion, PlacementRoute route) {
        if (route == null) {
            throw new DomainException("application.error.route");
        }
        seen(id, seenVersion).confirmedByAdviser(route, currentActor.get().accountId(), clock.instant());
    }

    private Placement seen(long id, int version) {
        Placement placement = applications.placementById(id);
        if (placement.version() != version) {
            throw new ConflictException();
        }
        return placement;
    }

    void followMerge(@Observes CompanyMerged merge) {
        applications.moveCompany(merge.merged().id(), merge.into().id());
    }

    /** Counted ones by fiscal year, the latest first: the number of rows of {@link PlacementList} that count. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<FiscalYear, Long> counted() {
        return applications.placements().stream()
                .filter(Placement::counts)
                .collect(Collectors.groupingBy(
                        each -> each.view().year(),
                        () -> new TreeMap<FiscalYear, Long>(java.util.Comparator.reverseOrder()),
                        Collectors.counting()));
    }
}
