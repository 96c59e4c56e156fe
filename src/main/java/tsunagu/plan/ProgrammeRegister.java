package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import tsunagu.shared.FiscalYear;

/** Programmes and the numbers they carry in a year: policy, strategy, place in the strategy. */
@ApplicationScoped
class ProgrammeRegister {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    boolean numbered(FiscalYear year) {
        return !entityManager
                .createNativeQuery("select programme_id from programme_number where fiscal_year = ? and code is not null limit 1")
                .setParameter(1, year.year())
                .getResultList()
                .isEmpty();
    }

    /** Programmes that have a number of the year, in its order. */
    List<String> of(FiscalYear year) {
        List<?> ids = entityManager
                .createNativeQuery("select programme_id from programme_number where fiscal_year = ? and code is not null order by number")
                .setParameter(1, year.year())
                .getResultList();
        return ids.stream().map(String.class::cast).toList();
    }

    void takeNumbersBack(FiscalYear year) {
        entityManager
                .createNativeQuery("delete from programme_number where fiscal_year = ?")
                .setParameter(1, year.year())
                .executeUpdate();
    }

    boolean named(String name) {
        return !entityManager
                .createNativeQuery("select id from programme where name = ?")
                .setParameter(1, name)
                .getResultList()
                .isEmpty();
    }

    /** The earlier number decides the order, as the city does it. */
    void number(FiscalYear year, List<String> programmeIds) {
        entityManager
                .createNativeQuery("insert into programme_number (programme_id, fiscal_year, number, code)"
                        + " select p.id, ?1, row_number() over (order by s.policy_no, s.no, o.place),"
                        + " s.policy_no || '-' || s.no || '-' || row_number() over (partition by s.no order by o.place)"
                        + " from unnest(string_to_array(?2, ' ')) with ordinality as o (id, place)"
                        + " join programme p on p.id = o.id join strategy s on s.no = p.strategy_no")
                .setParameter(1, year.year())
                .setParameter(2, String.join(" ", programmeIds))
                .executeUpdate();
    }

    void add(NewProgramme programme) {
        String id = (String) entityManager
                .createNativeQuery("insert into programme (id, strategy_no, name, summary) select 'p' || nextval('tsunagu_seq'), ?, ?, ?"
                        + " returning id")
                .setParameter(1, programme.strategyNo())
                .setParameter(2, programme.name().strip())
                .setParameter(3, programme.summary().strip())
                .getSingleResult();
        entityManager
                .createNativeQuery("insert into programme_number (programme_id, fiscal_year, number, code) select ?1, ?2,"
                        + " (select coalesce(max(number), 0) + 1 from programme_number where fiscal_year = ?2),"
                        + " s.policy_no || '-' || s.no || '-' || (select count(*) + 1 from programme_number n join programme p on p.id ="
                        + " n.programme_id where n.fiscal_year = ?2 and p.strategy_no = s.no) from strategy s where s.no = ?3")
                .setParameter(1, id)
                .setParameter(2, programme.year().year())
                .setParameter(3, programme.strategyNo())
                .executeUpdate();
        if (!programme.measure().isBlank()) {
            entityManager
                    .createNativeQuery("with added as (insert into measure (id, programme_id, code, label, unit, position)"
                            + " select nextval('tsunagu_seq'), ?1, 'first', ?2, ?3, max(position) + 1 from measure returning id)"
                            + " insert into measure_definition (id, measure_id, from_year, counting, basis)"
                            + " select nextval('tsunagu_seq'), id, ?4, 'MANUAL', 'REPORTED' from added")
                    .setParameter(1, id)
                    .setParameter(2, programme.measure().strip())
                    .setParameter(3, programme.unit().strip())
                    .setParameter(4, programme.year().year())
                    .executeUpdate();
        }
    }
}
