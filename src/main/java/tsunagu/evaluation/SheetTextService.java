package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.plan.ProgrammeName;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.TextLength;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/**
 * The texts of 資料2 of a year as one table, handed out and handed in: the city's own wording in one step instead of programme by
 * programme. A text that is handed in is the city's and no 要約 any more.
 */
@ApplicationScoped
@Transactional
public class SheetTextService {

    static final String CODE = "code";
    static final String PROGRAMME = "programme";
    static final String DONE = "done";
    static final String EFFECT = "effect";
    static final String PROBLEM = "problem";
    static final String DIRECTION = "direction";
    static final String DETAIL = "detail";

    /** In the order of 資料2. */
    static final List<String> COLUMNS = List.of(CODE, PROGRAMME, DONE, EFFECT, PROBLEM, DIRECTION, DETAIL);

    private static final int LONGEST = 4000;
    private static final int LONGEST_DETAIL = 500;

    @Inject
    private EvaluationService evaluations;

    /** What a line would change. @param field {@code evaluation.field.*} */
    public record Change(String field, String before, String after) {}

    /**
     * A line of the table.
     *
     * @param number as the spreadsheet numbers it
     * @param written the programme as the table calls it
     * @param programme null when the line's programme is not known
     * @param problem key of a sentence; "" for none
     */
    public record Line(int number, String written, ProgrammeName programme, List<Change> changes, String problem) {}

    /**
     * A table as it was read.
     *
     * @param seen names what the year's sheets said when it was compared with them
     */
    public record Reading(List<Line> lines, String seen) {

        public boolean ready() {
            return lines.stream().allMatch(line -> line.problem().isEmpty());
        }

        /** Programmes that would say something else. */
        public long changed() {
            return lines.stream().filter(line -> !line.changes().isEmpty()).count();
        }
    }

    static String label(String column) {
        return Words.japanese(
                column.equals(CODE) || column.equals(PROGRAMME)
                        ? "evaluation.texts." + column
                        : "evaluation.field." + column);
    }

    /** The year's texts as they are, in the order of the columns. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<List<String>> rows(FiscalYear year) {
        return evaluations.sheets(year).stream()
                .map(view -> {
                    Map<String, String> texts = texts(view);
                    return COLUMNS.stream().map(texts::get).toList();
                })
                .toList();
    }

    /**
     * Compares a table with what is there. An empty cell leaves a text as it is: a text is taken away on its own page.
     *
     * @throws DomainException when it is no table, or names no programmes
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public Reading read(FiscalYear year, String text) {
        Map<String, String> keys = COLUMNS.stream()
                .collect(Collectors.toMap(Function.identity(), column -> PastedTable.key(label(column))));
        PastedTable table = PastedTable.of(text, keys.values());
        Set<String> header = table.header().stream().map(PastedTable::key).collect(Collectors.toSet());
        if (!header.contains(keys.get(CODE)) && !header.contains(keys.get(PROGRAMME))) {
            throw new DomainException("evaluation.texts.noProgramme");
        }
        List<SheetView> sheets = evaluations.sheets(year);
        Map<String, SheetView> byCode = new HashMap<>();
        Map<String, SheetView> byName = new HashMap<>();
        sheets.forEach(view -> {
            byCode.put(
                    PastedTable.key(Objects.requireNonNullElse(view.programme().code(), "")), view);
            byName.put(PastedTable.key(view.programme().name()), view);
        });
        Set<String> met = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Map<String, String> row = new HashMap<>();
            Map<String, String> cells = table.rows().get(i);
            keys.forEach((column, key) -> row.put(column, tidy(cells.getOrDefault(key, ""))));
            lines.add(line(table.lines().get(i), row, byCode, byName, met));
        }
        return new Reading(lines, seen(sheets));
    }

    /**
     * Takes the whole table, or nothing.
     *
     * @param seen {@link Reading#seen} of what was looked at
     * @throws ConflictException when somebody wrote a sheet of the year since
     * @throws DomainException when a line has a problem
     * @return programmes that say something else now
     */
    @UseCase(allow = Role.STAFF)
    public int take(FiscalYear year, String text, String seen) {
        Reading reading = read(year, text);
        if (!reading.seen().equals(seen)) {
            throw new ConflictException();
        }
        for (Line line : reading.lines()) {
            if (!line.problem().isEmpty()) {
                throw new DomainException(line.problem());
            }
        }
        Map<String, SheetView> sheets = evaluations.sheets(year).stream()
                .collect(Collectors.toMap(view -> view.programme().id(), Function.identity()));
        List<EvaluationSheetForm> forms = reading.lines().stream()
                .filter(line -> !line.changes().isEmpty())
                .map(line -> form(sheets.get(line.programme().id()), line.changes()))
                .toList();
        evaluations.writeAll(year, forms);
        return forms.size();
    }

    private static Line line(
            int number,
            Map<String, String> row,
            Map<String, SheetView> byCode,
            Map<String, SheetView> byName,
            Set<String> met) {
        String code = row.get(CODE);
        String name = row.get(PROGRAMME);
        String written = (code + " " + name).strip();
        SheetView view = name.isEmpty() ? byCode.get(PastedTable.key(code)) : byName.get(PastedTable.key(name));
        if (view == null) {
            return new Line(number, written, null, List.of(), "evaluation.texts.unknown");
        }
        if (!code.isEmpty() && byCode.get(PastedTable.key(code)) != view) {
            return new Line(number, written, view.programme(), List.of(), "evaluation.texts.otherNumber");
        }
        List<Change> changes = changes(texts(view), row);
        String problem = !met.add(view.programme().id())
                ? "evaluation.texts.twice"
                : changes.isEmpty() ? "" : problem(view, row);
        return new Line(number, written, view.programme(), changes, problem);
    }

    private static String problem(SheetView view, Map<String, String> row) {
        if (!view.draft()) {
            return "evaluation.error.state." + view.state();
        }
        if (!row.get(DIRECTION).isEmpty() && direction(row.get(DIRECTION)) == null) {
            return "evaluation.texts.direction";
        }
        boolean tooLong = TextLength.of(row.get(DETAIL)) > LONGEST_DETAIL
                || List.of(DONE, EFFECT, PROBLEM).stream().anyMatch(field -> TextLength.of(row.get(field)) > LONGEST);
        return tooLong ? "evaluation.error.long" : "";
    }

    private static List<Change> changes(Map<String, String> texts, Map<String, String> row) {
        return COLUMNS.stream()
                .filter(column -> !column.equals(CODE) && !column.equals(PROGRAMME))
                .filter(column -> !row.get(column).isEmpty() && !row.get(column).equals(texts.get(column)))
                .map(column -> new Change(column, texts.get(column), row.get(column)))
                .toList();
    }

    private static EvaluationSheetForm form(SheetView view, List<Change> changes) {
        Map<String, String> said = texts(view);
        changes.forEach(change -> said.put(change.field(), change.after()));
        EvaluationSheetForm.Decision before = view.decision(Papers.RESULTS);
        EvaluationSheetForm.Decision after = new EvaluationSheetForm.Decision(
                before.document(),
                before.grade(),
                said.get(DIRECTION).isEmpty() ? before.direction() : direction(said.get(DIRECTION)),
                said.get(DETAIL),
                before.reason(),
                before.listed());
        return new EvaluationSheetForm(
                view.programme().id(),
                view.year(),
                view.version(),
                said.get(DONE),
                said.get(EFFECT),
                said.get(PROBLEM),
                after.equals(before) ? List.of() : List.of(after));
    }

    private static Map<String, String> texts(SheetView view) {
        EvaluationSheetForm.Decision decision = view.decision(Papers.RESULTS);
        Map<String, String> texts = new HashMap<>();
        texts.put(CODE, Objects.requireNonNullElse(view.programme().code(), ""));
        texts.put(PROGRAMME, view.programme().name());
        texts.put(DONE, tidy(view.done()));
        texts.put(EFFECT, tidy(view.effect()));
        texts.put(PROBLEM, tidy(view.problem()));
        texts.put(
                DIRECTION,
                decision.direction() == null ? "" : decision.direction().word());
        texts.put(DETAIL, tidy(decision.detail()));
        return texts;
    }

    private static FutureDirection direction(String word) {
        for (FutureDirection each : FutureDirection.values()) {
            if (!each.word().isEmpty() && PastedTable.key(each.word()).equals(PastedTable.key(word))) {
                return each;
            }
        }
        return null;
    }

    /** Line ends as a text area sends them or as a spreadsheet does: the same text. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String seen(List<SheetView> sheets) {
        return Secrets.digest(sheets.stream()
                .map(view -> view.version() + " " + view.state() + " " + view.stamp())
                .collect(Collectors.joining("|")));
    }
}
