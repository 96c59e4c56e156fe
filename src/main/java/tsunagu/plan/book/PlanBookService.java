package tsunagu.plan.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.PlanPeriods;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * The plan as one workbook: handed out, checked row by row, taken over as a whole or not at all. It adds: a city's first plan, or the
 * policies, programmes, measures and aims of the plan that follows. What is there already has to stand in it as it is, or may be left out;
 * what is wrong with it is mended on its own page, where whoever mends says why.
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
    private Locks locks;

    /** What becomes of a row. */
    public enum Fate {
        NEW,
        /** Stands there already. */
        SAME,
        /** A plan's name or end. */
        CHANGED,
        WRONG
    }

    /**
     * A row of a sheet.
     *
     * @param number as the spreadsheet numbers it
     * @param cells as they were written
     * @param problem null for none
     */
    public record Line(int number, List<String> cells, Fate fate, Worded problem) {}

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
                    periods.set(period(row));
                } else {
                    register.add(each.getKey(), row, why);
                }
                written++;
            }
        }
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
        String seen = Secrets.digest(there.toString());
        Set<String> approved = register.approved();
        Map<BookSheet, Set<List<String>>> known = new EnumMap<>(BookSheet.class);
        there.forEach((sheet, rows) -> known.put(sheet, new HashSet<>(rows.keySet())));
        Map<BookSheet, List<List<String>>> write = new EnumMap<>(BookSheet.class);
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<BookSheet, PastedTable> each : tables.entrySet()) {
            BookSheet sheet = each.getKey();
            write.put(sheet, new ArrayList<>());
            List<Line> lines = new ArrayList<>();
            Set<List<String>> met = new HashSet<>();
            for (int i = 0; i < each.getValue().rows().size(); i++) {
                lines.add(line(
                        sheet,
                        each.getValue().lines().get(i),
                        each.getValue().rows().get(i),
                        new Known(there.get(sheet), known, approved, met),
                        write.get(sheet)));
            }
            parts.add(new Part(
                    sheet.title(),
                    sheet.columns().stream().map(BookColumn::label).toList(),
                    lines));
        }
        return new Compared(new Reading(parts, seen), write);
    }

    /**
     * What a row is compared with.
     *
     * @param there rows of its sheet in the plan
     * @param known keys of all sheets, of the plan and of the rows before
     * @param met keys of the sheet's rows before
     */
    private record Known(
            Map<List<String>, List<String>> there,
            Map<BookSheet, Set<List<String>>> known,
            Set<String> approved,
            Set<List<String>> met) {}

    private Line line(BookSheet sheet, int number, Map<String, String> cells, Known known, List<List<String>> write) {
        List<String> written = sheet.columns().stream()
                .map(column -> cells.getOrDefault(PastedTable.key(column.label()), ""))
                .toList();
        try {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < written.size(); i++) {
                row.add(sheet.columns().get(i).stored(written.get(i)));
            }
            List<String> key = sheet.key(row);
            if (!known.met().add(key)) {
                throw new DomainException("plan.book.error.twice");
            }
            Fate fate = fate(sheet, row, known.there().get(key));
            if (fate != Fate.SAME) {
                check(sheet, row, known);
                write.add(row);
            }
            known.known().get(sheet).add(key);
            return new Line(number, written, fate, null);
        } catch (DomainException problem) {
            return new Line(number, written, Fate.WRONG, new Worded(problem.key(), problem.arguments()));
        }
    }

    private static Fate fate(BookSheet sheet, List<String> row, List<String> there) {
        if (there == null) {
            return Fate.NEW;
        }
        if (there.equals(row)) {
            return Fate.SAME;
        }
        if (sheet == BookSheet.PLAN) {
            return Fate.CHANGED;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).equals(there.get(i))) {
                BookColumn column = sheet.columns().get(i);
                throw new DomainException("plan.book.error.other", column.label(), column.shown(there.get(i)));
            }
        }
        throw new IllegalStateException("the same row is another one");
    }

    private void check(BookSheet sheet, List<String> row, Known known) {
        for (BookSheet.Named named : sheet.names()) {
            List<String> key = named.columns().stream()
                    .map(column -> row.get(sheet.at(column)))
                    .toList();
            if (!key.get(0).isEmpty() && !known.known().get(named.sheet()).contains(key)) {
                throw new DomainException(
                        "plan.book.error.unknown",
                        String.join(" ", key),
                        named.sheet().title());
            }
        }
        switch (sheet) {
            case PLAN -> checkPeriod(period(row), known);
            case NUMBER, PROGRAMME_YEAR, TARGET, FIGURE -> {
                String year = row.get(sheet.at("year"));
                if (known.approved().contains(row.get(0) + " " + year)) {
                    throw new DomainException("plan.book.error.approved", year);
                }
            }
            case INDICATOR -> {
                if (row.get(sheet.at("policy")).isEmpty()
                        == row.get(sheet.at("strategy")).isEmpty()) {
                    throw new DomainException("plan.book.error.level");
                }
            }
            case FORMULA -> {
                for (String measure : row.get(sheet.at("measures")).split(" ")) {
                    if (!known.known().get(BookSheet.MEASURE).contains(List.of(measure.split("/", 2)))) {
                        throw new DomainException("plan.book.error.unknown", measure, BookSheet.MEASURE.title());
                    }
                }
            }
            default -> {
                // what it names is there, and that is all
            }
        }
    }

    /** No year is in two plans, and none that was in one is in none. */
    private static void checkPeriod(PlanPeriod period, Known known) {
        if (period.last().compareTo(period.first()) < 0) {
            throw new DomainException("plan.book.error.period");
        }
        List<String> before = known.there().get(List.of(period.first().code()));
        if (before != null && period.last().compareTo(period(before).last()) < 0) {
            throw new DomainException(
                    "plan.book.error.shorter", period(before).last().code());
        }
        Optional<PlanPeriod> other = known.there().values().stream()
                .map(PlanBookService::period)
                .filter(each -> !each.first().equals(period.first()))
                .filter(each -> each.contains(period.first()) || period.contains(each.first()))
                .min(Comparator.comparing(PlanPeriod::first));
        if (other.isPresent()) {
            throw new DomainException("plan.book.error.overlap", other.get().name());
        }
    }

    private static PlanPeriod period(List<String> row) {
        return new PlanPeriod(
                row.get(BookSheet.PLAN.at("name")),
                FiscalYear.parse(row.get(BookSheet.PLAN.at("first"))),
                FiscalYear.parse(row.get(BookSheet.PLAN.at("last"))));
    }

    /** The sheets of a book that have rows. */
    private static Map<BookSheet, PastedTable> tables(String text) {
        Map<String, String> parts = new HashMap<>();
        Matcher line = SHEET_LINE.matcher(text == null ? "" : text);
        String title = null;
        int begin = 0;
        while (line.find()) {
            if (title != null) {
                parts.put(title, text.substring(begin, line.start()));
            }
            title = PastedTable.key(line.group(1));
            begin = Math.min(text.length(), line.end() + 1);
        }
        if (title != null) {
            parts.put(title, text.substring(begin));
        }
        Map<BookSheet, PastedTable> tables = new EnumMap<>(BookSheet.class);
        for (BookSheet sheet : BookSheet.values()) {
            String part = parts.getOrDefault(PastedTable.key(sheet.title()), "");
            if (part.strip().lines().count() < 2) {
                continue;
            }
            PastedTable table = PastedTable.of(
                    part, sheet.columns().stream().map(BookColumn::label).toList(), MOST_ROWS);
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

    private static List<String> shown(BookSheet sheet, List<String> row) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            shown.add(sheet.columns().get(i).shown(row.get(i)));
        }
        return shown;
    }
}
