package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Programmes and the numbers they carry in a year: policy, strategy, place in the strategy. */
@ApplicationScoped
class ProgrammeRegister {

    @Inject
    private Sql sql;

    boolean numbered(FiscalYear year) {
        return sql.of(
                        "select programme_id from programme_number where fiscal_year = :year and code is not null limit 1")
                .with("year", year)
                .first(String.class)
                .isPresent();
    }

    /** Programmes that have a number of the year, in its order. */
    List<String> of(FiscalYear year) {
        return sql.of(
                        "select programme_id from programme_number where fiscal_year = :year and code is not null order by number")
                .with("year", year)
                .list(String.class);
    }

    /** @param name from this year on; null: as before */
    void say(FiscalYear year, String programmeId, String name, String remark) {
        sql.of(
                        """
                        insert into programme_year (programme_id, fiscal_year, name, remark) values (:programme, :year, :name, :remark)
                        on conflict (programme_id, fiscal_year) do update set name = excluded.name, remark = excluded.remark
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .with("name", name)
                .with("remark", remark)
                .run();
    }

    private record Said(String name, String remark) {}

    /** The name a programme has in a year, and what the year's plan says beside. */
    ProgrammeWords words(FiscalYear year, String programmeId) {
        Said said = sql.of(
                        """
                        select coalesce((select y.name from programme_year y
                                where y.programme_id = p.id and y.fiscal_year <= :year and y.name is not null
                                order by y.fiscal_year desc limit 1), p.name) as name,
                            coalesce((select y.remark from programme_year y
                                where y.programme_id = p.id and y.fiscal_year = :year), '') as remark
                        from programme p
                        where p.id = :programme
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .one(Said.class);
        return new ProgrammeWords(year, programmeId, said.name(), said.remark());
    }

    /** Another programme has this name in the year. */
    boolean namedOtherwise(FiscalYear year, String programmeId, String name) {
        return sql.of(
                        """
                        select p.id from programme p
                        where p.id <> :programme
                            and :name = coalesce((select y.name from programme_year y
                                where y.programme_id = p.id and y.fiscal_year <= :year and y.name is not null
                                order by y.fiscal_year desc limit 1), p.name)
                        limit 1
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .with("name", name)
                .first(String.class)
                .isPresent();
    }

    List<UnplacedProgramme> unplaced(FiscalYear year) {
        return sql.of("select name, remark, note from unplaced_programme where fiscal_year = :year order by name")
                .with("year", year)
                .list(UnplacedProgramme.class);
    }

    void takeNumbersBack(FiscalYear year) {
        sql.of("delete from programme_number where fiscal_year = :year")
                .with("year", year)
                .run();
    }

    boolean named(String name) {
        return sql.of("select id from programme where name = :name")
                .with("name", name)
                .first(String.class)
                .isPresent();
    }

    /** The earlier number decides the order, as the city does it. */
    void number(FiscalYear year, List<String> programmeIds) {
        sql.of(
                        """
                        insert into programme_number (programme_id, fiscal_year, number, code, strategy_no)
                        select p.id, :year, row_number() over (order by s.policy_no, s.no, o.place),
                            coalesce(po.number, po.no) || '-' || coalesce(s.number, s.no) || '-'
                                || row_number() over (partition by s.no order by o.place),
                            before.strategy_no
                        from unnest(:programmes) with ordinality as o (id, place)
                        join programme p on p.id = o.id
                        left join lateral (select b.strategy_no from programme_number b
                            where b.programme_id = p.id and b.fiscal_year < :year order by b.fiscal_year desc limit 1) before on true
                        join strategy s on s.no = coalesce(before.strategy_no, p.strategy_no)
                        join policy po on po.no = s.policy_no
                        """)
                .with("year", year)
                .withTexts("programmes", programmeIds)
                .run();
    }

    void add(NewProgramme programme) {
        String id = sql.of(
                        """
                        insert into programme (id, strategy_no, name, summary)
                        select 'p' || nextval('tsunagu_seq'), :strategy, :name, :summary
                        returning id
                        """)
                .with("strategy", programme.strategyNo())
                .with("name", programme.name().strip())
                .with("summary", programme.summary().strip())
                .one(String.class);
        sql.of(
                        """
                        insert into programme_number (programme_id, fiscal_year, number, code)
                        select :programme, :year, (select coalesce(max(number), 0) + 1 from programme_number where fiscal_year = :year),
                            coalesce(po.number, po.no) || '-' || coalesce(s.number, s.no) || '-' || (select count(*) + 1
                                from programme_number n
                                join programme p on p.id = n.programme_id
                                where n.fiscal_year = :year and coalesce(n.strategy_no, p.strategy_no) = s.no)
                        from strategy s
                        join policy po on po.no = s.policy_no
                        where s.no = :strategy
                        """)
                .with("programme", id)
                .with("year", programme.year())
                .with("strategy", programme.strategyNo())
                .run();
        sql.of("insert into programme_year (programme_id, fiscal_year, added) values (:programme, :year, true)")
                .with("programme", id)
                .with("year", programme.year())
                .run();
        if (!programme.measure().isBlank()) {
            sql.of(
                            """
                            with added as (
                                insert into measure (id, programme_id, code, label, unit, position)
                                select nextval('tsunagu_seq'), :programme, 'first', :label, :unit, coalesce(max(position), 0) + 1 from measure
                                returning id)
                            insert into measure_definition (id, measure_id, from_year, counting, basis)
                            select nextval('tsunagu_seq'), id, :year, 'MANUAL', 'REPORTED' from added
                            """)
                    .with("programme", id)
                    .with("label", programme.measure().strip())
                    .with("unit", programme.unit().strip())
                    .with("year", programme.year())
                    .run();
        }
    }
}
