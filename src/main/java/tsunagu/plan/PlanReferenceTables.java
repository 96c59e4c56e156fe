package tsunagu.plan;

import static tsunagu.shared.ReferenceTable.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Words;

/** Writes the shipped tables of reference/plan into the database, one method for each group of tables. */
@ApplicationScoped
class PlanReferenceTables {

    private static final String MEASURE = "(select id from measure where programme_id = ?1 and code = ?2)";

    private static final String SOURCE = Words.japanese("plan.paper3");

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    boolean empty() {
        return entityManager.createNativeQuery("select no from policy").getResultList().isEmpty();
    }

    void loadTree() {
        for (Row row : read("/reference/plan/policies.csv")) {
            insert("insert into policy (no, name) values (?1, ?2)", row.integer("no"), row.text("name"));
        }
        for (Row row : read("/reference/plan/strategies.csv")) {
            insert(
                    "insert into strategy (no, policy_no, name) values (?1, ?2, ?3)",
                    row.integer("no"),
                    row.integer("policy_no"),
                    row.text("name"));
        }
        for (Row row : read("/reference/plan/programmes.csv")) {
            insert(
                    "insert into programme (id, strategy_no, name, summary) values (?1, ?2, ?3, ?4)",
                    row.text("id"),
                    row.integer("strategy_no"),
                    row.text("name"),
                    row.textOrEmpty("summary"));
        }
        for (Row row : read("/reference/plan/programme-numbers.csv")) {
            insert(
                    "insert into programme_number (programme_id, fiscal_year, number, code)"
                            + " values (?1, ?2, cast(?3 as int), ?4)",
                    row.text("programme_id"),
                    row.fiscalYear("fiscal_year").year(),
                    row.integer("number"),
                    row.text("code"));
        }
    }

    void loadMeasures() {
        int position = 0;
        for (Row row : read("/reference/plan/measures.csv")) {
            insert(
                    "insert into measure (id, programme_id, code, label, unit, position)"
                            + " values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5)",
                    row.text("programme_id"),
                    row.text("code"),
                    row.text("label"),
                    row.text("unit"),
                    ++position);
            FiscalYear fromRecords = row.fiscalYear("records_from");
            if (fromRecords == null || fromRecords.compareTo(PlanPeriod.FIRST) > 0) {
                define(row, PlanPeriod.FIRST, "REPORTED");
            }
            if (fromRecords != null) {
                define(row, fromRecords, "RECORDS");
            }
        }
    }

    void loadFigures() {
        for (Row row : read("/reference/plan/targets.csv")) {
            insert(
                    "insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at, basis)"
                            + " values (nextval('tsunagu_seq'), " + MEASURE + ", ?3, 1, ?4, ?5, ?6, ?7)",
                    row.text("programme_id"),
                    row.text("code"),
                    row.fiscalYear("fiscal_year").year(),
                    row.decimal("value"),
                    row.text("source"),
                    now(),
                    row.textOrEmpty("basis"));
        }
        for (Row row : read("/reference/plan/reported-figures.csv")) {
            insert(
                    "insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)"
                            + " values (nextval('tsunagu_seq'), " + MEASURE + ", ?3, 1, ?4, ?5, ?6)",
                    row.text("programme_id"),
                    row.text("code"),
                    row.fiscalYear("fiscal_year").year(),
                    row.decimal("value"),
                    row.text("source"),
                    now());
        }
        for (Row row : read("/reference/plan/figure-notes.csv")) {
            insert(
                    "insert into figure_note (measure_id, fiscal_year, confidence, note)"
                            + " values (" + MEASURE + ", ?3, ?4, ?5)",
                    row.text("programme_id"),
                    row.text("code"),
                    row.fiscalYear("fiscal_year").year(),
                    row.text("confidence"),
                    row.textOrEmpty("note"));
        }
        for (Row row : read("/reference/plan/evaluations.csv")) {
            insert(
                    "insert into evaluation (programme_id, fiscal_year, document, grade, direction, reason)"
                            + " values (?1, ?2, ?3, cast(?4 as text), ?5, ?6)",
                    row.text("programme_id"),
                    row.fiscalYear("fiscal_year").year(),
                    row.text("document"),
                    row.text("grade"),
                    row.text("direction"),
                    row.textOrEmpty("reason"));
        }
    }

    void loadIndicators() {
        int position = 0;
        for (Row row : read("/reference/plan/indicators.csv")) {
            boolean ofPlan = row.text("level").equals("plan");
            insert(
                    "insert into indicator (id, code, level, policy_no, strategy_no, position, number, name, unit, accumulation,"
                            + " direction, base_value, base_year, target_value, target_year, method, note) values"
                            + " (nextval('tsunagu_seq'), ?1, ?2, cast(?3 as int), cast(?4 as int), ?5,"
                            + " cast(?6 as int), ?7, ?8, ?9, ?10, cast(?11 as numeric), cast(?12 as int), ?13, ?14, ?15, ?16)",
                    row.text("code"),
                    row.text("level"),
                    ofPlan ? row.integer("policy_no") : null,
                    ofPlan ? null : row.integer("number_or_strategy"),
                    ++position,
                    ofPlan ? row.integer("number_or_strategy") : null,
                    row.text("name"),
                    row.text("unit"),
                    row.text("accumulation"),
                    row.text("direction"),
                    row.decimal("base_value"),
                    year(row, "base_fiscal_year"),
                    row.decimal("target_value"),
                    year(row, "target_fiscal_year"),
                    row.textOrEmpty("method"),
                    row.textOrEmpty("note"));
            if (row.decimal("latest_actual") != null) {
                insert(
                        "insert into indicator_value (id, indicator_id, fiscal_year, observed_year, revision, value, source, entered_at)"
                                + " select nextval('tsunagu_seq'), id, ?2, ?3, 1, ?4, ?5, ?6 from indicator where code = ?1",
                        row.text("code"),
                        year(row, "reported_in"),
                        year(row, "latest_actual_period"),
                        row.decimal("latest_actual"),
                        SOURCE,
                        now());
            }
            if (!row.textOrEmpty("formula_of").isEmpty()) {
                insert(
                        "insert into indicator_formula (id, indicator_id, from_year, measures, reason, entered_at)"
                                + " select nextval('tsunagu_seq'), i.id, ?2, array(select m.id from measure m where m.programme_id = ?3"
                                + " order by m.position), ?4, ?5 from indicator i where i.code = ?1",
                        row.text("code"),
                        PlanPeriod.FIRST.year(),
                        row.text("formula_of"),
                        row.textOrEmpty("note"),
                        now());
            }
        }
    }

    private void define(Row row, FiscalYear from, String basis) {
        insert(
                "insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, event_codes, roles)"
                        + " values (nextval('tsunagu_seq'), " + MEASURE + ", ?3, ?4, ?5,"
                        + " string_to_array(cast(?6 as text), ' '), string_to_array(cast(?7 as text), ' '),"
                        + " string_to_array(cast(?8 as text), ' '))",
                row.text("programme_id"),
                row.text("code"),
                from.year(),
                row.text("counting"),
                basis,
                row.text("event_types"),
                row.text("event_codes"),
                row.text("roles"));
    }

    private static Integer year(Row row, String column) {
        FiscalYear year = row.fiscalYear(column);
        return year == null ? null : year.year();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void insert(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        List<Object> parameters = java.util.Arrays.asList(values);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        query.executeUpdate();
    }
}
