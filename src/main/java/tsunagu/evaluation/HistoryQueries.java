package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.StoredInstant;
import tsunagu.shared.Words;

/** Reads out of the audit trail what was changed about a programme's year. */
@ApplicationScoped
class HistoryQueries {

    private static final int MOST = 300;

    /** Columns that say nothing to a person. */
    private static final Set<String> SILENT = Set.of(
            "id", "version", "measure_id", "programme_id", "fiscal_year", "set_at", "reported_at", "decided_at", "decided_by",
            "submitted_by", "said_by", "said_at", "answered_by", "answered_at", "made_by", "document", "session_id", "recorded_at", "code",
            "seq", "entered_by", "entered_at");

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** The latest first. */
    List<Change> changes(String programmeId, FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select x.at, coalesce(p.name, ''), x.table_name, coalesce(m.label, x.after ->> 'document', ''),"
                        + " cast(x.before as text), cast(x.after as text), coalesce(x.reason, '') from audit_entry x"
                        + " left join account c on x.actor = 'account:' || c.id left join person p on p.id = c.person_id"
                        + " left join measure m on cast(m.id as text) = coalesce(x.after, x.before) ->> 'measure_id'"
                        + " where (x.table_name, x.row_id) in ("
                        + "   select 'target', cast(t.id as text) from target t join measure m on m.id = t.measure_id"
                        + "     where m.programme_id = ?1 and t.fiscal_year = ?2"
                        + "   union all select 'reported_figure', cast(t.id as text) from reported_figure t"
                        + "     join measure m on m.id = t.measure_id where m.programme_id = ?1 and t.fiscal_year = ?2"
                        + "   union all select 'measure_definition', cast(t.id as text) from measure_definition t"
                        + "     join measure m on m.id = t.measure_id where m.programme_id = ?1 and t.from_year <= ?2"
                        + "   union all select 'evaluation_sheet', cast(t.id as text) from evaluation_sheet t"
                        + "     where t.programme_id = ?1 and t.fiscal_year = ?2"
                        + "   union all select 'evaluation_comment', cast(t.id as text) from evaluation_comment t"
                        + "     where t.programme_id = ?1 and t.fiscal_year = ?2"
                        + "   union all select 'lock_exception', cast(t.id as text) from lock_exception t"
                        + "     where t.programme_id = ?1 and t.fiscal_year = ?2"
                        + "   union all select 'evaluation', ?1)"
                        + " and (x.table_name <> 'evaluation' or coalesce(x.after, x.before) ->> 'fiscal_year' = cast(?2 as text))"
                        + " order by x.id desc limit " + MOST)
                .setParameter(1, programmeId)
                .setParameter(2, year.year())
                .getResultList();
        Map<String, String> standing = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        // From the oldest on: a revision is a row of its own, and what it replaces is the one before it.
        for (int i = rows.size() - 1; i >= 0; i--) {
            changes.add(0, change(rows.get(i), standing));
        }
        return changes;
    }

    private static Change change(Object[] row, Map<String, String> standing) {
        String table = (String) row[2];
        JsonObject before = json((String) row[4]);
        JsonObject after = json((String) row[5]);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(SILENT);
        List<Change.Field> fields = new ArrayList<>();
        for (String name : names) {
            String old = words(table, name, before.get(name));
            String now = words(table, name, after.get(name));
            if (name.equals("value")) {
                String replaced = standing.put(table + row[3] + text(after.get("basis")), now);
                old = old.isEmpty() && replaced != null ? replaced : old;
            }
            if (!old.equals(now)) {
                fields.add(new Change.Field(table.equals("measure_definition") && name.equals("direction") ? "goal" : name, old, now));
            }
        }
        return new Change(
                StoredInstant.of(row[0]), (String) row[1], table, (String) row[3], fields, (String) row[6]);
    }

    /** Values that are words of the program, in the words of its pages. */
    private static final Map<String, String> WORDS = Map.of(
            "evaluation_sheet.state", "evaluation.state.",
            "measure_definition.counting", "plan.counting.",
            "measure_definition.basis", "plan.definition.basis.",
            "measure_definition.direction", "plan.definition.direction.",
            "measure_definition.event_types", "event.type.",
            "measure_definition.roles", "event.role.");

    private static String words(String table, String name, JsonValue value) {
        String prefix = WORDS.get(table + "." + name);
        if (prefix == null || value == null || value == JsonValue.NULL) {
            return text(value);
        }
        return value instanceof JsonArray several
                ? several.stream().map(each -> Words.japanese(prefix + text(each))).sorted().collect(Collectors.joining(Words.japanese("web.listSeparator")))
                : Words.japanese(prefix + text(value));
    }

    private static JsonObject json(String text) {
        if (text == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String text(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
