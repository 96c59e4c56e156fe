package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import tsunagu.shared.Sql;

/** What happened around each company of an industry, and the middle of them, in one statement. */
@ApplicationScoped
class StatisticsQueries {

    @Inject
    private Sql sql;

    record Counts(int companies, List<Statistics.Line> lines) {}

    private record Counted(String name, int companies, long own, double median) {

        Statistics.Line line() {
            return new Statistics.Line(name, own, BigDecimal.valueOf(median));
        }
    }

    /** @param major letter of 日本標準産業分類 */
    Counts counts(long companyId, String major) {
        List<Counted> counted = sql.of(
                        """
                        select n.name, count(*) as companies, max(n.count) filter (where c.id = :company) as own,
                            percentile_cont(0.5) within group (order by n.count) as median
                        from company c
                        cross join lateral (values
                            (1, 'open', (
                                select count(*) from posting p
                                where p.company_id = c.id and p.ended_at is null
                                    and cast(now() at time zone 'Asia/Tokyo' as date) between p.opens_on and p.closes_on)),
                            (2, 'companyViews', (
                                select coalesce(sum(v.views), 0) from page_view v
                                where v.kind = 'COMPANY' and v.code = c.code
                                    and v.day > cast(now() at time zone 'Asia/Tokyo' as date) - 365)),
                            (3, 'jobViews', (
                                select coalesce(sum(v.views), 0) from page_view v
                                join posting p on p.code = v.code
                                where v.kind = 'JOB' and p.company_id = c.id
                                    and v.day > cast(now() at time zone 'Asia/Tokyo' as date) - 365)),
                            (4, 'kept', (
                                select count(*) from kept k
                                where k.kind = 'COMPANY' and k.code = c.code)),
                            (5, 'keptJobs', (
                                select count(*) from kept k
                                join posting p on p.code = k.code and k.kind = 'JOB'
                                where p.company_id = c.id)),
                            (6, 'boothVisits', (
                                select count(*) from booth_visit v
                                where v.company_id = c.id and v.visited_at > now() - interval '12 months')),
                            (7, 'applications', (
                                select count(*) from job_application a
                                where a.company_id = c.id and a.applied_at > now() - interval '12 months')),
                            (8, 'hires', (
                                select count(*) from placement l
                                where l.company_id = c.id and l.person_said_at > now() - interval '12 months'))
                            ) n(place, name, count)
                        where c.merged_into is null and left(c.industry, 1) = :major
                        group by n.place, n.name
                        order by n.place
                        """)
                .with("company", companyId)
                .with("major", major)
                .list(Counted.class);
        return new Counts(
                counted.get(0).companies(), counted.stream().map(Counted::line).toList());
    }
}
