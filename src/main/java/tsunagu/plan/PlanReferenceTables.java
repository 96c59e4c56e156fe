package tsunagu.plan;

import static tsunagu.shared.ReferenceTable.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable.Row;
import tsunagu.shared.Sql;
import tsunagu.shared.Words;

/** Writes the shipped tables of reference/plan into the database, one method for each group of tables. */
@ApplicationScoped
class PlanReferenceTables {

    private static final String MEASURE = "(select id from measure where programme_id = :programme and code = :code)";

    private static final String SOURCE = Words.japanese("plan.paper3");

    @Inject
    private Sql sql;

    @Inject
    private PlanPeriods periods;

    @Inject
    private Clock clock;

    boolean empty() {
        return sql.of("select no from policy limit 1").first(Integer.class).isEmpty();
    }

    void loadPeriods() {
        for (Row row : read("/reference/plan/plan.csv")) {
            periods.set(new PlanPeriod(row.text("name"), row.fiscalYear("first_year"), row.fiscalYear("last_year")));
        }
    }

    void loadTree() {
        for (Row row : read("/reference/plan/policies.csv")) {
            sql.of("insert into policy (no, name) values (:no, :name)")
                    .with("no", row.integer("no"))
                    .with("name", row.text("name"))
                    .run();
        }
        for (Row row : read("/reference/plan/strategies.csv")) {
            sql.of("insert into strategy (no, policy_no, name) values (:no, :policy, :name)")
                    .with("no", row.integer("no"))
                    .with("policy", row.integer("policy_no"))
                    .with("name", row.text("name"))
                    .run();
        }
        for (Row row : read("/reference/plan/programmes.csv")) {
            sql.of("insert into programme (id, strategy_no, name, summary) values (:id, :strategy, :name, :summary)")
                    .with("id", row.text("id"))
                    .with("strategy", row.integer("strategy_no"))
                    .with("name", row.text("name"))
                    .with("summary", row.textOrEmpty("summary"))
                    .run();
        }
        for (Row row : read("/reference/plan/programme-numbers.csv")) {
            sql.of(
                            """
                            insert into programme_number (programme_id, fiscal_year, number, code)
                            values (:programme, :year, :number, :code)
                            """)
                    .with("programme", row.text("programme_id"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("number", row.integer("number"))
                    .with("code", row.text("code"))
                    .run();
        }
        for (Row row : read("/reference/plan/programme-years.csv")) {
            sql.of(
                            """
                            insert into programme_year (programme_id, fiscal_year, name, added, remark)
                            values (:programme, :year, :name, :added, :remark)
                            """)
                    .with("programme", row.text("programme_id"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("name", row.text("name"))
                    .with("added", row.textOrEmpty("added").equals("yes"))
                    .with("remark", row.textOrEmpty("remark"))
                    .run();
        }
        for (Row row : read("/reference/plan/unplaced-programmes.csv")) {
            sql.of(
                            "insert into unplaced_programme (fiscal_year, name, remark, note) values (:year, :name, :remark, :note)")
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("name", row.text("name"))
                    .with("remark", row.text("remark"))
                    .with("note", row.text("note"))
                    .run();
        }
    }

    void loadMeasures() {
        int position = 0;
        for (Row row : read("/reference/plan/measures.csv")) {
            sql.of(
                            """
                            insert into measure (id, programme_id, code, label, unit, position)
                            values (nextval('tsunagu_seq'), :programme, :code, :label, :unit, :position)
                            """)
                    .with("programme", row.text("programme_id"))
                    .with("code", row.text("code"))
                    .with("label", row.text("label"))
                    .with("unit", row.text("unit"))
                    .with("position", ++position)
                    .run();
            FiscalYear fromRecords = row.fiscalYear("records_from");
            if (fromRecords == null || fromRecords.compareTo(periods.first()) > 0) {
                define(row, periods.first(), "REPORTED");
            }
            if (fromRecords != null) {
                define(row, fromRecords, "RECORDS");
            }
        }
    }

    void loadFigures() {
        for (Row row : read("/reference/plan/targets.csv")) {
            sql.of(
                            """
                            insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at, basis)
                            values (nextval('tsunagu_seq'), %s, :year, 1, :value, :source, :now, :basis)
                            """
                                    .formatted(MEASURE))
                    .with("programme", row.text("programme_id"))
                    .with("code", row.text("code"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("value", row.decimal("value"))
                    .with("source", row.text("source"))
                    .with("now", clock.instant())
                    .with("basis", row.textOrEmpty("basis"))
                    .run();
        }
        for (Row row : read("/reference/plan/reported-figures.csv")) {
            sql.of(
                            """
                            insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)
                            values (nextval('tsunagu_seq'), %s, :year, 1, :value, :source, :now)
                            """
                                    .formatted(MEASURE))
                    .with("programme", row.text("programme_id"))
                    .with("code", row.text("code"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("value", row.decimal("value"))
                    .with("source", row.text("source"))
                    .with("now", clock.instant())
                    .run();
        }
        for (Row row : read("/reference/plan/figure-notes.csv")) {
            sql.of(
                            """
                            insert into figure_note (measure_id, fiscal_year, confidence, note)
                            values (%s, :year, :confidence, :note)
                            """
                                    .formatted(MEASURE))
                    .with("programme", row.text("programme_id"))
                    .with("code", row.text("code"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("confidence", row.text("confidence"))
                    .with("note", row.textOrEmpty("note"))
                    .run();
        }
        for (Row row : read("/reference/plan/sheets-r5.csv")) {
            sql.of(
                            """
                            insert into evaluation_sheet (id, programme_id, fiscal_year, state, done, effect, problem, summary, version)
                            values (nextval('tsunagu_seq'), :programme, :year, 'DRAFT', :done, :effect, :problem, true, 1)
                            """)
                    .with("programme", row.text("programme_id"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("done", row.textOrEmpty("done"))
                    .with("effect", row.textOrEmpty("effect"))
                    .with("problem", row.textOrEmpty("problem"))
                    .run();
        }
        for (Row row : read("/reference/plan/evaluations.csv")) {
            sql.of(
                            """
                            insert into evaluation (programme_id, fiscal_year, document, grade, direction, detail, listed, reason)
                            values (:programme, :year, :document, :grade, :direction, :detail, :listed, :reason)
                            """)
                    .with("programme", row.text("programme_id"))
                    .with("year", row.fiscalYear("fiscal_year"))
                    .with("document", row.text("document"))
                    .with("grade", row.text("grade"))
                    .with("direction", row.text("direction"))
                    .with("detail", row.textOrEmpty("detail"))
                    .with("listed", row.text("listed").equals("yes"))
                    .with("reason", row.textOrEmpty("reason"))
                    .run();
        }
    }

    void loadIndicators() {
        int position = 0;
        for (Row row : read("/reference/plan/indicators.csv")) {
            boolean ofPlan = row.text("level").equals("plan");
            sql.of(
                            """
                            insert into indicator (id, code, level, policy_no, strategy_no, position, number, name, unit, accumulation,
                                direction, base_value, base_year, target_value, target_year, method, explanation, printed_base, printed_base_period, note)
                            values (nextval('tsunagu_seq'), :code, :level, :policy, :strategy, :position, :number, :name, :unit,
                                :accumulation, :direction, :base, :baseYear, :target, :targetYear, :method, :explanation,
                                :printedBase, :printedBasePeriod, :note)
                            """)
                    .with("code", row.text("code"))
                    .with("level", row.text("level"))
                    .with("policy", ofPlan ? row.integer("policy_no") : null)
                    .with("strategy", ofPlan ? null : row.integer("number_or_strategy"))
                    .with("position", ++position)
                    .with("number", ofPlan ? row.integer("number_or_strategy") : null)
                    .with("name", row.text("name"))
                    .with("unit", row.text("unit"))
                    .with("accumulation", row.text("accumulation"))
                    .with("direction", row.text("direction"))
                    .with("base", row.decimal("base_value"))
                    .with("baseYear", row.fiscalYear("base_fiscal_year"))
                    .with("target", row.decimal("target_value"))
                    .with("targetYear", row.fiscalYear("target_fiscal_year"))
                    .with("method", row.textOrEmpty("method"))
                    .with("explanation", row.textOrEmpty("explanation"))
                    .with("printedBase", row.decimal("printed_base"))
                    .with("printedBasePeriod", row.textOrEmpty("printed_base_period"))
                    .with("note", row.textOrEmpty("note"))
                    .run();
            if (row.decimal("latest_actual") != null) {
                sql.of(
                                """
                                insert into indicator_value
                                    (id, indicator_id, fiscal_year, observed_year, revision, value, source, entered_at)
                                select nextval('tsunagu_seq'), id, :reported, :observed, 1, :value, :source, cast(:now as timestamptz)
                                from indicator
                                where code = :code
                                """)
                        .with("code", row.text("code"))
                        .with("reported", row.fiscalYear("reported_in"))
                        .with("observed", row.fiscalYear("latest_actual_period"))
                        .with("value", row.decimal("latest_actual"))
                        .with("source", SOURCE)
                        .with("now", clock.instant())
                        .run();
            }
            if (!row.textOrEmpty("formula_of").isEmpty()) {
                sql.of(
                                """
                                insert into indicator_formula (id, indicator_id, from_year, measures, reason, entered_at)
                                select nextval('tsunagu_seq'), i.id, :from,
                                    array(select m.id from measure m where m.programme_id = :programme order by m.position), :note,
                                    cast(:now as timestamptz)
                                from indicator i
                                where i.code = :code
                                """)
                        .with("code", row.text("code"))
                        .with("from", periods.first())
                        .with("programme", row.text("formula_of"))
                        .with("note", row.textOrEmpty("note"))
                        .with("now", clock.instant())
                        .run();
            }
        }
    }

    private void define(Row row, FiscalYear from, String basis) {
        sql.of(
                        """
                        insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, event_codes, roles)
                        values (nextval('tsunagu_seq'), %s, :from, :counting, :basis,
                            string_to_array(cast(:eventTypes as text), ' '), string_to_array(cast(:eventCodes as text), ' '),
                            string_to_array(cast(:roles as text), ' '))
                        """
                                .formatted(MEASURE))
                .with("programme", row.text("programme_id"))
                .with("code", row.text("code"))
                .with("from", from)
                .with("counting", row.text("counting"))
                .with("basis", basis)
                .with("eventTypes", row.text("event_types"))
                .with("eventCodes", row.text("event_codes"))
                .with("roles", row.text("roles"))
                .run();
    }
}
