package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One row for each company of an industry, and the middle of them, in one statement. */
@ApplicationScoped
class StatisticsQueries {

    private static final List<String> NAMES = List.of("open", "companyViews", "jobViews", "kept", "keptJobs", "boothVisits", "applications", "hires");

    private static final List<String> COUNTS = List.of(
            "(select count(*) from posting p where p.company_id = c.id and p.ended_at is null"
                    + " and current_date between p.opens_on and p.closes_on)",
            "(select coalesce(sum(v.views), 0) from page_view v where v.kind = 'COMPANY' and v.code = c.code"
                    + " and v.day > current_date - 365)",
            "(select coalesce(sum(v.views), 0) from page_view v join posting p on p.code = v.code"
                    + " where v.kind = 'JOB' and p.company_id = c.id and v.day > current_date - 365)",
            "(select count(*) from kept k where k.kind = 'COMPANY' and k.code = c.code)",
            "(select count(*) from kept k join posting p on p.code = k.code and k.kind = 'JOB' where p.company_id = c.id)",
            "(select count(*) from booth_visit v where v.company_id = c.id"
                    + " and v.visited_at > now() - interval '12 months')",
            "(select count(*) from job_application a where a.company_id = c.id"
                    + " and a.applied_at > now() - interval '12 months')",
            "(select count(*) from placement l where l.company_id = c.id and l.person_said_at is not null"
                    + " and l.person_said_at > now() - interval '12 months')");

    private static final String SELECT = "with per as (select c.id, "
            + numbered("%2$s as n%1$d")
            + " from company c where c.merged_into is null and left(c.industry, 1) = ?2) select count(*), "
            + numbered("max(n%1$d) filter (where id = ?1)")
            + ", "
            + numbered("percentile_cont(0.5) within group (order by n%1$d)")
            + " from per";

    private static String numbered(String pattern) {
        return IntStream.range(0, COUNTS.size())
                .mapToObj(i -> String.format(Locale.ROOT, pattern, i, COUNTS.get(i)))
                .collect(Collectors.joining(", "));
    }

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    record Counts(int companies, List<Statistics.Line> lines) {}

    /** @param major letter of 日本標準産業分類 */
    Counts counts(long companyId, String major) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(SELECT)
                .setParameter(1, companyId)
                .setParameter(2, major)
                .getSingleResult();
        List<Statistics.Line> lines = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            lines.add(new Statistics.Line(
                    NAMES.get(i),
                    ((Number) row[1 + i]).longValue(),
                    BigDecimal.valueOf(((Number) row[1 + NAMES.size() + i]).doubleValue())));
        }
        return new Counts(((Number) row[0]).intValue(), lines);
    }
}
