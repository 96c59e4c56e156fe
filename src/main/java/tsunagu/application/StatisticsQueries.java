package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One row for each company of an industry, and the middle of them, in one statement. */
@ApplicationScoped
class StatisticsQueries {

    private static final List<String> NAMES = List.of("open", "kept", "keptJobs", "applications", "hires");

    private static final String SELECT = "with per as (select c.id,"
            + " (select count(*) from posting p where p.company_id = c.id and p.ended_at is null"
            + "   and current_date between p.opens_on and p.closes_on) as n0,"
            + " (select count(*) from kept k where k.kind = 'COMPANY' and k.code = c.code) as n1,"
            + " (select count(*) from kept k join posting p on p.code = k.code and k.kind = 'JOB' where p.company_id = c.id) as n2,"
            + " (select count(*) from job_application a where a.company_id = c.id"
            + "   and a.applied_at > now() - interval '12 months') as n3,"
            + " (select count(*) from placement l where l.company_id = c.id and l.person_said_at is not null"
            + "   and l.person_said_at > now() - interval '12 months') as n4"
            + " from company c where left(c.industry, 1) = ?2)"
            + " select count(*), max(n0) filter (where id = ?1), max(n1) filter (where id = ?1), max(n2) filter (where id = ?1),"
            + " max(n3) filter (where id = ?1), max(n4) filter (where id = ?1),"
            + " percentile_cont(0.5) within group (order by n0), percentile_cont(0.5) within group (order by n1),"
            + " percentile_cont(0.5) within group (order by n2), percentile_cont(0.5) within group (order by n3),"
            + " percentile_cont(0.5) within group (order by n4) from per";

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
