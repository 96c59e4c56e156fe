package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;

/** Writes what is reported about indicators. Values are only ever added, as revisions. */
@ApplicationScoped
class IndicatorRegister {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    void report(IndicatorEntry entry, BigDecimal value) {
        entityManager
                .createNativeQuery("insert into indicator_value (id, indicator_id, fiscal_year, observed_year, revision, value, numerator,"
                        + " denominator, source, entered_at) select nextval('tsunagu_seq'), i.id, ?2, ?3,"
                        + " coalesce((select max(revision) from indicator_value v where v.indicator_id = i.id and v.fiscal_year = ?2), 0) + 1,"
                        + " ?4, cast(?5 as numeric), cast(?6 as numeric), ?7, ?8 from indicator i where i.code = ?1")
                .setParameter(1, entry.indicator())
                .setParameter(2, entry.year().year())
                .setParameter(3, entry.observed().year())
                .setParameter(4, value)
                .setParameter(5, entry.numerator())
                .setParameter(6, entry.denominator())
                .setParameter(7, entry.source().strip())
                .setParameter(8, clock.instant())
                .executeUpdate();
    }

    void aim(String code, FiscalYear year, BigDecimal value, String why) {
        if (value == null) {
            entityManager
                    .createNativeQuery("delete from indicator_target where fiscal_year = ?2"
                            + " and indicator_id = (select id from indicator where code = ?1)")
                    .setParameter(1, code)
                    .setParameter(2, year.year())
                    .executeUpdate();
            return;
        }
        entityManager
                .createNativeQuery("insert into indicator_target (indicator_id, fiscal_year, value, reason) select id, ?2, ?3, ?4 from indicator"
                        + " where code = ?1 on conflict (indicator_id, fiscal_year) do update set value = excluded.value, reason = excluded.reason")
                .setParameter(1, code)
                .setParameter(2, year.year())
                .setParameter(3, value)
                .setParameter(4, why)
                .executeUpdate();
    }

    void compose(String code, FiscalYear from, Set<Long> measures, String why) {
        String list = measures.stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        entityManager
                .createNativeQuery("insert into indicator_formula (id, indicator_id, from_year, measures, reason, entered_at)"
                        + " select nextval('tsunagu_seq'), i.id, ?2, cast(?3 as bigint[]), ?4, ?5 from indicator i where i.code = ?1"
                        + " on conflict (indicator_id, from_year) do update set measures = excluded.measures, reason = excluded.reason,"
                        + " entered_at = excluded.entered_at")
                .setParameter(1, code)
                .setParameter(2, from.year())
                .setParameter(3, list)
                .setParameter(4, why)
                .setParameter(5, clock.instant())
                .executeUpdate();
    }
}
