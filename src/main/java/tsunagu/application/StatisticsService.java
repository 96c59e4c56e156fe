package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.company.MembershipService;
import tsunagu.shared.Classification;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A company's numbers of the last twelve months; nobody can be told from them. */
@ApplicationScoped
@Transactional
public class StatisticsService {

    /** Fewer companies than this, and the median tells about one of them. */
    private static final int FEWEST = 5;

    @Inject
    private StatisticsQueries queries;

    @Inject
    private MembershipService memberships;

    @UseCase(allow = Role.COMPANY, changes = false)
    public Statistics own() {
        CompanyName company = memberships.own().company();
        String major = Classification.INDUSTRIES.top(company.industry()).code();
        StatisticsQueries.Counts counts = queries.counts(company.id(), major);
        List<Statistics.Line> lines = counts.lines().stream()
                .map(line -> counts.companies() < FEWEST ? new Statistics.Line(line.name(), line.own(), null) : line)
                .toList();
        return new Statistics(counts.companies(), lines);
    }
}
