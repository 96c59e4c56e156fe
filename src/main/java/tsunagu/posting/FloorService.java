package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.posting.rules.MinimumWages;
import tsunagu.posting.rules.ReadJob;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Live postings against the minimum wage as it stands now and will stand on the day the work begins. */
@ApplicationScoped
@Transactional
public class FloorService {

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Inject
    private MinimumWageService wages;

    @Inject
    private Clock clock;

    /** Asked anew each time, so a row entered a moment ago counts. Postings whose hours nobody stated are left out. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<BelowFloor> below() {
        MinimumWages table = wages.table();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, FiscalYear.ZONE);
        List<Posting> open = postings.hiring(today).stream()
                .filter(posting -> !posting.window().isOverAt(now))
                .toList();
        Map<Long, CompanyName> names =
                companies.namedById(open.stream().map(Posting::companyId).collect(Collectors.toSet()));
        return open.stream()
                .map(posting -> below(posting, names.get(posting.companyId()), table, today))
                .filter(Objects::nonNull)
                .toList();
    }

    private static BelowFloor below(Posting posting, CompanyName company, MinimumWages table, LocalDate today) {
        ReadJob job = ReadJob.of(posting.sheet(), (field, problem) -> {});
        BigDecimal hourly = MinimumWages.hourly(job.wageUnit(), job.wageMin(), job.dailyHours(), job.daysOff());
        if (hourly == null) {
            return null;
        }
        LocalDate day = job.hiringDay(today);
        return table.floor(company.industry(), day)
                .filter(floor -> hourly.compareTo(BigDecimal.valueOf(floor.yen())) < 0)
                .map(floor -> new BelowFloor(
                        posting.code(), posting.job().title(), company, hourly, floor.yen(), floor.name(), day))
                .orElse(null);
    }
}
