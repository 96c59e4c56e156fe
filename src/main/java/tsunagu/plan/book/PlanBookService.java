package tsunagu.plan.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.audit.ChangeReason;
import tsunagu.plan.PlanPeriods;
import tsunagu.shared.CityTablesChanged;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * The city and its plan as one workbook: handed out, checked row by row, taken over as a whole or not at all. Of the plan it adds: a
 * city's first one, or the policies, programmes, measures and aims of the plan that follows. What is there already has to stand in it as it
 * is, or may be left out; what is wrong with it is mended on its own page, where whoever mends says why. What has no page of its own (areas,
 * support, words of the papers) is changed by the workbook.
 */
@ApplicationScoped
@Transactional
public class PlanBookService {

    /** Rows of a sheet; the numbers of a hundred programmes over ten years. */
    static final int MOST_ROWS = 2_000;

    private static final String LOCK = "plan-book";

    /** The line above a sheet's rows in the text of a book, as {@link tsunagu.shared.TableFile} writes it. */
    private static final Pattern SHEET_LINE = Pattern.compile("(?m)^\u25a0[ \t\u3000]*(.+?)[\\s\u3000]*$");

    @Inject
    private PlanBookRegister register;

    @Inject
    private PlanPeriods periods;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<CityTablesChanged> changed;

    @Inject
    private Locks locks;

    /** What becomes of a row. */
    public enum Fate {
        NEW,
        /** Stands there already. */
        SAME,
        /** A row of a sheet that may be changed ({@link BookSheet#CHANGEABLE}). */
        CHANGED,
        WRONG
    }

    /**
     * A row of a sheet.
     *
     * @param number as the spreadsheet numbers it
     * @param cells as they were written
     * @param instead of a changed row what each cell stands in the place of, null where it stays the same; nothing for other rows
     * @param problem null for none
     */
    public record Line(int number, List<String> cells, List<String> instead, Fate fate, Worded problem) {

        /** What a cell changes; null for nothing. */
        public String instead(int at) {
            return instead.isEmpty() ? null : instead.get(at);
        }
    }

    /** A sheet as it was read. @param labels of its columns */
    public record Part(String title, List<String> labels, List<Line> lines) {

        public long count(Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).count();
        }

        public List<Line> of(Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).toList();
        }
    }

    /** A book as it was read. @param seen names what the plan said when the book was compared with it */
    public record Reading(List<Part> parts, String seen) {

        public boolean ready() {
            return count(Fate.WRONG) == 0;
        }

        public long count(Fate fate) {
            return parts.stream().mapToLong(part -> part.count(fate)).sum();
        }

        /** Rows that would be written. */
        public long written() {
            return count(Fate.NEW) + count(Fate.CHANGED);
        }
    }

    /** The rows of each sheet as people read them, in the order of the sheets. */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public List<List<List<String>>> rows() {
        List<List<List<String>>> book = new ArrayList<>();
        for (BookSheet sheet : BookSheet.values()) {
            book.add(register.rows(sheet).stream().map(row -> shown(sheet, row)).toList());
        }
        return book;
    }

    /** The rows of the city that the portal was made for, as its workbook hands them out: how a filled one looks, for a city that begins. */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public List<List<List<String>>> exampleRows() {
        Map<BookSheet, PastedTable> tables = tables(example());
        List<List<List<String>>> book = new ArrayList<>();
        for (BookSheet sheet : BookSheet.values()) {
            PastedTable table = tables.get(sheet);
            book.add(
                    table == null
                            ? List.of()
                            : table.rows().stream()
                                    .map(row -> labels(sheet).stream()
                                            .map(label -> row.getOrDefault(PastedTable.key(label), ""))
                                            .toList())
                                    .toList());
        }
        return book;
    }

    private static String example() {
        try (InputStream file = PlanBookService.class.getResourceAsStream("/plan/example.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a book with the plan.
     *
     * @param text of all sheets, each below a line with its name
     * @throws DomainException when it is no such book
     */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public Reading read(String text) {
        return compared(text).reading();
    }

    /**
     * Takes the whole book, or nothing.
     *
     * @param seen {@link Reading#seen} of what was looked at
     * @throws ConflictException when the plan has changed since
     * @throws DomainException when a row has a problem
     * @return rows that were written
     */
    @UseCase(allow = {Role.STAFF, Role.ADMINISTRATOR})
    public int take(String text, String seen) {
        locks.hold(Locks.Lock.SHEET, LOCK);
        Compared compared = compared(text);
        if (!compared.reading().seen().equals(seen)) {
            throw new ConflictException();
        }
        if (!compared.reading().ready()) {
            throw new DomainException("plan.book.error.notReady");
        }
        String why = Words.japanese("plan.book.title");
        reason.because(why);
        int written = 0;
        for (Map.Entry<BookSheet, List<List<String>>> each : compared.write().entrySet()) {
            for (List<String> row : each.getValue()) {
                if (each.getKey() == BookSheet.PLAN) {
                    periods.set(BookComparison.period(row));
                } else {
                    register.add(each.getKey(), row, why);
                }
                written++;
            }
        }
        changed.fire(new CityTablesChanged());
        return written;
    }

    /** @param write rows that are new or changed, by sheet */
    private record Compared(Reading reading, Map<BookSheet, List<List<String>>> write) {}

    private Compared compared(String text) {
        Map<BookSheet, PastedTable> tables = tables(text);
        Map<BookSheet, Map<List<String>, List<String>>> there = new EnumMap<>(BookSheet.class);
        for (BookSheet sheet : BookSheet.values()) {
            Map<List<String>, List<String>> rows = new LinkedHashMap<>();
            register.rows(sheet).forEach(row -> rows.put(sheet.key(row), row));
            there.put(sheet, rows);
        }
        PlanBookRegister.Locked locked = register.locked();
        BookComparison comparison =
                new BookComparison(there, locked, currentActor.get().hasAny(Set.of(Role.ADMINISTRATOR)));
        List<Part> parts = comparison.parts(tables);
        return new Compared(new Reading(parts, Secrets.digest(there + " " + locked)), comparison.write());
    }

    /** The sheets of a book that have rows. */
    private static Map<BookSheet, PastedTable> tables(String text) {
        Map<String, String> parts = parts(text == null ? "" : text);
        List<String> strange = parts.keySet().stream()
                .filter(title -> Arrays.stream(BookSheet.values())
                        .noneMatch(sheet -> PastedTable.key(sheet.title()).equals(PastedTable.key(title))))
                .toList();
        if (!strange.isEmpty() && strange.size() < parts.size()) {
            throw new DomainException("plan.book.error.sheet", String.join("\u3001", strange));
        }
        Map<BookSheet, PastedTable> tables = new EnumMap<>(BookSheet.class);
        for (BookSheet sheet : BookSheet.values()) {
            String part = parts.entrySet().stream()
                    .filter(each -> PastedTable.key(each.getKey()).equals(PastedTable.key(sheet.title())))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            if (part.strip().lines().count() < 2) {
                continue;
            }
            PastedTable table = PastedTable.of(part, labels(sheet), MOST_ROWS);
            List<String> missing = sheet.columns().stream()
                    .filter(BookColumn::required)
                    .map(BookColumn::label)
                    .filter(label -> table.header().stream()
                            .noneMatch(each -> PastedTable.key(each).equals(PastedTable.key(label))))
                    .toList();
            if (!missing.isEmpty()) {
                throw new DomainException(
                        "plan.book.error.column",
                        sheet.title(),
                        missing.stream().collect(Collectors.joining("\u3001")));
            }
            tables.put(sheet, table);
        }
        if (tables.isEmpty()) {
            throw new DomainException("plan.book.error.noBook");
        }
        return tables;
    }

    /**
     * The text below each line that begins a sheet. A square within a quoted cell is part of what somebody wrote.
     *
     * @throws DomainException when two sheets have one name: which of them is meant is not to be guessed
     */
    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher line = SHEET_LINE.matcher(text);
        String title = null;
        int begin = 0;
        while (line.find()) {
            boolean quoted = title != null
                    && text.substring(begin, line.start())
                                            .chars()
                                            .filter(sign -> sign == '"')
                                            .count()
                                    % 2
                            == 1;
            if (quoted) {
                continue;
            }
            if (title != null) {
                parts.put(title, text.substring(begin, line.start()));
            }
            title = line.group(1);
            begin = Math.min(text.length(), line.end() + 1);
            if (parts.containsKey(title)) {
                throw new DomainException("plan.book.error.sheetTwice", title);
            }
        }
        if (title != null) {
            parts.put(title, text.substring(begin));
        }
        return parts;
    }

    private static List<String> labels(BookSheet sheet) {
        return Stream.concat(
                        sheet.columns().stream().map(BookColumn::label),
                        sheet.marked() ? Stream.of(BookSheet.copyLabel()) : Stream.of())
                .toList();
    }

    private static List<String> shown(BookSheet sheet, List<String> row) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            shown.add(sheet.columns().get(i).shown(row.get(i)));
        }
        if (sheet.marked()) {
            shown.add(BookSheet.copy(row));
        }
        return shown;
    }
}
