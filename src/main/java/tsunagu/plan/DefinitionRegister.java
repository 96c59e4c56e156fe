package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Definitions of measures, by the year they hold from. */
@ApplicationScoped
class DefinitionRegister {

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    private record Stored(
            FiscalYear from,
            Counting counting,
            String basis,
            List<String> eventTypes,
            List<String> roles,
            Direction direction,
            DatedBy datedBy,
            String reason) {

        MeasureDefinition of(String programmeId, String measure) {
            return new MeasureDefinition(
                    programmeId,
                    measure,
                    from,
                    counting,
                    basis.equals("RECORDS"),
                    new TreeSet<>(eventTypes),
                    new TreeSet<>(roles),
                    direction,
                    datedBy,
                    reason);
        }
    }

    List<MeasureDefinition> definitions(String programmeId, String measure) {
        return sql
                .of(
                        """
                        select d.from_year as from, d.counting, d.basis, coalesce(d.event_types, '{}') as event_types,
                            coalesce(d.roles, '{}') as roles, d.direction, d.dated_by, d.reason
                        from measure_definition d
                        join measure m on m.id = d.measure_id
                        where m.programme_id = :programme and m.code = :measure
                        order by d.from_year desc
                        """)
                .with("programme", programmeId)
                .with("measure", measure)
                .list(Stored.class)
                .stream()
                .map(each -> each.of(programmeId, measure))
                .toList();
    }

    /** Another one when any of its definitions is. */
    String stamp(String programmeId, String measure) {
        return sql.of(
                        """
                        select md5(coalesce(string_agg(d::text, ',' order by d.from_year), ''))
                        from measure_definition d
                        join measure m on m.id = d.measure_id
                        where m.programme_id = :programme and m.code = :measure
                        """)
                .with("programme", programmeId)
                .with("measure", measure)
                .one(String.class);
    }

    /** The events a definition names stay named: they come from the plan's own tables and have no place in the form. */
    void define(long measureId, MeasureDefinition definition) {
        sql.of(
                        """
                        insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, roles, direction, reason,
                            entered_at, entered_by, dated_by)
                        values (nextval('tsunagu_seq'), :measure, :from, :counting, :basis,
                            nullif(cast(:eventTypes as text[]), '{}'), nullif(cast(:roles as text[]), '{}'), :direction, :reason,
                            :now, :by, :datedBy)
                        on conflict (measure_id, from_year) do update
                        set counting = excluded.counting, basis = excluded.basis, event_types = excluded.event_types,
                            roles = excluded.roles, direction = excluded.direction, reason = excluded.reason,
                            entered_at = excluded.entered_at, entered_by = excluded.entered_by, dated_by = excluded.dated_by
                        """)
                .with("measure", measureId)
                .with("from", definition.from())
                .with("counting", definition.counting())
                .with("basis", definition.fromRecords() ? "RECORDS" : "REPORTED")
                // None is null there: every one is meant.
                .withTexts(
                        "eventTypes", definition.eventTypes().stream().sorted().toList())
                .withTexts("roles", definition.roles().stream().sorted().toList())
                .with("direction", definition.direction())
                .with("reason", definition.reason().strip())
                .with("now", clock.instant())
                .with("by", currentActor.get().accountId())
                .with("datedBy", definition.datedBy())
                .run();
    }
}
