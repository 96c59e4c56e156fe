package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;

/** Definitions of measures, by the year they hold from. */
@ApplicationScoped
class DefinitionRegister {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    List<MeasureDefinition> definitions(String programmeId, String measure) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select d.from_year, d.counting, d.basis, array_to_string(d.event_types, ' '),"
                        + " array_to_string(d.roles, ' '), d.direction, d.reason, d.dated_by from measure_definition d join measure m on m.id = d.measure_id"
                        + " where m.programme_id = ? and m.code = ? order by d.from_year desc")
                .setParameter(1, programmeId)
                .setParameter(2, measure)
                .getResultList();
        return rows.stream()
                .map(Cells::new)
                .map(row -> new MeasureDefinition(
                        programmeId,
                        measure,
                        new FiscalYear(row.integer(0)),
                        Counting.valueOf(row.text(1)),
                        row.text(2).equals("RECORDS"),
                        words(row.text(3)),
                        words(row.text(4)),
                        Direction.valueOf(row.text(5)),
                        row.text(7) == null ? null : DatedBy.valueOf(row.text(7)),
                        row.text(6)))
                .toList();
    }

    /** The events a definition names stay named: they come from the plan's own tables and have no place in the form. */
    void define(long measureId, MeasureDefinition definition) {
        entityManager
                .createNativeQuery("insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, roles, direction,"
                        + " reason, entered_at, entered_by, dated_by) values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4,"
                        + " string_to_array(cast(?5 as text), ' '), string_to_array(cast(?6 as text), ' '), ?7, ?8, ?9, cast(?10 as bigint),"
                        + " cast(?11 as text))"
                        + " on conflict (measure_id, from_year) do update set counting = excluded.counting, basis = excluded.basis,"
                        + " event_types = excluded.event_types, roles = excluded.roles, direction = excluded.direction,"
                        + " reason = excluded.reason, entered_at = excluded.entered_at, entered_by = excluded.entered_by,"
                        + " dated_by = excluded.dated_by")
                .setParameter(1, measureId)
                .setParameter(2, definition.from().year())
                .setParameter(3, definition.counting().name())
                .setParameter(4, definition.fromRecords() ? "RECORDS" : "REPORTED")
                .setParameter(5, line(definition.eventTypes()))
                .setParameter(6, line(definition.roles()))
                .setParameter(7, definition.direction().name())
                .setParameter(8, definition.reason().strip())
                .setParameter(9, clock.instant())
                .setParameter(10, currentActor.get().accountId())
                .setParameter(11, definition.datedBy() == null ? null : definition.datedBy().name())
                .executeUpdate();
    }

    /** Null for none: every one is meant. */
    private static String line(Set<String> words) {
        return words.isEmpty() ? null : words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> words(String line) {
        return line == null || line.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(line.split(" ")));
    }
}
