package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Writes what is reported about indicators. Values are only ever added, as revisions. */
@ApplicationScoped
class IndicatorRegister {

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void report(IndicatorEntry entry, BigDecimal value) {
        sql.of(
                        """
                        insert into indicator_value (id, indicator_id, fiscal_year, observed_year, revision, value, numerator, denominator,
                            source, entered_at)
                        select nextval('tsunagu_seq'), i.id, :year, :observed,
                            coalesce((select max(revision) from indicator_value v
                                where v.indicator_id = i.id and v.fiscal_year = :year), 0) + 1,
                            :value, cast(:numerator as numeric), cast(:denominator as numeric), :source, cast(:now as timestamptz)
                        from indicator i
                        where i.code = :indicator
                        """)
                .with("indicator", entry.indicator())
                .with("year", entry.year())
                .with("observed", entry.observed())
                .with("value", value)
                .with("numerator", entry.numerator())
                .with("denominator", entry.denominator())
                .with("source", entry.source().strip())
                .with("now", clock.instant())
                .run();
    }

    /** Waits for whoever enters something of the indicator at this moment. */
    void hold(String code) {
        locks.hold(Lock.SHEET, "indicator " + code);
    }

    /** What stands of the indicator by now, as one line: another one when anything of it was entered since. */
    String stamp(String code) {
        return sql.of(
                        """
                        select concat_ws(' ',
                            (select count(*) || '-' || max(v.id) from indicator_value v where v.indicator_id = i.id),
                            (select string_agg(a.fiscal_year || '=' || a.value, ',' order by a.fiscal_year)
                                from indicator_target a where a.indicator_id = i.id),
                            (select string_agg(f.from_year || '=' || array_to_string(f.measures, '+'), ',' order by f.from_year)
                                from indicator_formula f where f.indicator_id = i.id))
                        from indicator i where i.code = :code
                        """)
                .with("code", code)
                .one(String.class);
    }

    void aim(String code, FiscalYear year, BigDecimal value, String why) {
        if (value == null) {
            sql.of(
                            """
                            delete from indicator_target
                            where fiscal_year = :year and indicator_id = (select id from indicator where code = :code)
                            """)
                    .with("code", code)
                    .with("year", year)
                    .run();
            return;
        }
        sql.of(
                        """
                        insert into indicator_target (indicator_id, fiscal_year, value, reason)
                        select id, :year, :value, :why from indicator where code = :code
                        on conflict (indicator_id, fiscal_year) do update set value = excluded.value, reason = excluded.reason
                        """)
                .with("code", code)
                .with("year", year)
                .with("value", value)
                .with("why", why)
                .run();
    }

    void compose(String code, FiscalYear from, Set<Long> measures, String why) {
        sql.of(
                        """
                        insert into indicator_formula (id, indicator_id, from_year, measures, reason, entered_at)
                        select nextval('tsunagu_seq'), i.id, :from, cast(:measures as bigint[]), :why, cast(:now as timestamptz)
                        from indicator i
                        where i.code = :code
                        on conflict (indicator_id, from_year) do update
                        set measures = excluded.measures, reason = excluded.reason, entered_at = excluded.entered_at
                        """)
                .with("code", code)
                .with("from", from)
                .withNumbers("measures", measures.stream().sorted().toList())
                .with("why", why)
                .with("now", clock.instant())
                .run();
    }
}
