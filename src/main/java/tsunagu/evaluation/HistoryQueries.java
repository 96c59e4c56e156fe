package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;
import tsunagu.shared.Words;

/** Reads out of the audit trail what was changed about a programme's year. */
@ApplicationScoped
class HistoryQueries {

    private static final int MOST = 300;

    /** Columns that say nothing to a person. */
    private static final Set<String> SILENT = Set.of(
            "id",
            "version",
            "measure_id",
            "programme_id",
            "fiscal_year",
            "set_at",
            "reported_at",
            "decided_at",
            "decided_by",
            "submitted_by",
            "said_by",
            "said_at",
            "answered_by",
            "answered_at",
            "made_by",
            "document",
            "session_id",
            "recorded_at",
            "code",
            "seq",
            "entered_by",
            "entered_at");

    @Inject
    private Sql sql;

    /** An entry of the trail. @param before JSON of the row; null for a new one, as {@code after} for a deleted one */
    private record Entry(
            Instant at, String by, String table, String about, String before, String after, String reason) {}

    /** The latest first. */
    List<Change> changes(String programmeId, FiscalYear year) {
        List<Entry> entries = sql.of(
                        """
                        select x.at, coalesce(p.name, '') as by, x.table_name as table,
                            coalesce(m.label, x.after ->> 'document', '') as about,
                            cast(x.before as text) as before, cast(x.after as text) as after, coalesce(x.reason, '') as reason
                        from audit_entry x
                        left join account c on x.actor = 'account:' || c.id
                        left join person p on p.id = c.person_id
                        left join measure m on cast(m.id as text) = coalesce(x.after, x.before) ->> 'measure_id'
                        where (x.table_name, x.row_id) in (
                                select 'target', cast(t.id as text) from target t
                                join measure m on m.id = t.measure_id
                                where m.programme_id = :programme and t.fiscal_year = :year
                            union all
                                select 'reported_figure', cast(t.id as text) from reported_figure t
                                join measure m on m.id = t.measure_id
                                where m.programme_id = :programme and t.fiscal_year = :year
                            union all
                                select 'measure_definition', cast(t.id as text) from measure_definition t
                                join measure m on m.id = t.measure_id
                                where m.programme_id = :programme and t.from_year <= :year
                            union all
                                select 'evaluation_sheet', cast(t.id as text) from evaluation_sheet t
                                where t.programme_id = :programme and t.fiscal_year = :year
                            union all
                                select 'evaluation_comment', cast(t.id as text) from evaluation_comment t
                                where t.programme_id = :programme and t.fiscal_year = :year
                            union all
                                select 'lock_exception', cast(t.id as text) from lock_exception t
                                where t.programme_id = :programme and t.fiscal_year = :year
                            union all
                                select 'evaluation', :programme)
                            and (x.table_name <> 'evaluation'
                                or coalesce(x.after, x.before) ->> 'fiscal_year' = cast(:year as text))
                        order by x.id desc
                        limit :most
                        """)
                .with("programme", programmeId)
                .with("year", year)
                .with("most", MOST)
                .list(Entry.class);
        Map<String, String> standing = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        // From the oldest on: a revision is a row of its own, and what it replaces is the one before it.
        for (int i = entries.size() - 1; i >= 0; i--) {
            changes.add(0, change(entries.get(i), standing));
        }
        return changes;
    }

    private static Change change(Entry entry, Map<String, String> standing) {
        String table = entry.table();
        JsonObject before = json(entry.before());
        JsonObject after = json(entry.after());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(SILENT);
        List<Change.Field> fields = new ArrayList<>();
        for (String name : names) {
            String old = words(table, name, before.get(name));
            String now = words(table, name, after.get(name));
            if (name.equals("value")) {
                String replaced = standing.put(table + entry.about() + text(after.get("basis")), now);
                old = old.isEmpty() && replaced != null ? replaced : old;
            }
            if (!old.equals(now)) {
                fields.add(new Change.Field(
                        table.equals("measure_definition") && name.equals("direction") ? "goal" : name, old, now));
            }
        }
        return new Change(entry.at(), entry.by(), table, entry.about(), fields, entry.reason());
    }

    /** Values that are words of the program, in the words of its pages. */
    private static final Map<String, String> WORDS = Map.of(
            "evaluation_sheet/state", "evaluation.state.",
            "measure_definition/counting", "plan.counting.",
            "measure_definition/basis", "plan.definition.basis.",
            "evaluation/direction", "evaluation.direction.",
            "measure_definition/direction", "plan.definition.direction.",
            "measure_definition/event_types", "event.type.",
            "measure_definition/roles", "event.role.");

    private static String words(String table, String name, JsonValue value) {
        String prefix = WORDS.get(table + "/" + name);
        if (prefix == null || value == null || value == JsonValue.NULL) {
            return text(value);
        }
        return value instanceof JsonArray several
                ? several.stream()
                        .map(each -> Words.japanese(prefix + text(each)))
                        .sorted()
                        .collect(Collectors.joining(Words.japanese("web.listSeparator")))
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
