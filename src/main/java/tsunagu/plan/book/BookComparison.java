package tsunagu.plan.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.plan.Counting;
import tsunagu.plan.DatedBy;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.book.PlanBookService.Fate;
import tsunagu.plan.book.PlanBookService.Line;
import tsunagu.plan.book.PlanBookService.Part;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.PaperWords;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * A book beside the plan, row by row in the order of the sheets: what each row would do, or what is wrong with it. The rules are those of
 * the plan's pages and of the triggers that keep approved years, so that what is ready can be taken.
 */
final class BookComparison {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Largest value of an indicator, as the table has it. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /** Last column and row of the map of areas. */
    private static final int LAST_TILE = 5;

    /** Yen that support may come to. */
    private static final int MOST_SUPPORT = 100_000_000;

    /** 募集回 of a year. */
    private static final int MOST_ROUNDS = 12;

    private final Map<BookSheet, Map<List<String>, List<String>>> there;
    private final PlanBookRegister.Locked locked;

    /** Whoever hands the book in may say whose portal it is. */
    private final boolean administrator;

    /** Rows by their keys: those of the plan, and those of the book so far. */
    private final Map<BookSheet, Map<List<String>, List<String>>> known = new EnumMap<>(BookSheet.class);

    private final Map<BookSheet, List<List<String>>> write = new EnumMap<>(BookSheet.class);

    /** Years that get their first numbers by the book, with the programmes that have one in it. */
    private final Map<String, Set<String>> numbered = new HashMap<>();

    BookComparison(
            Map<BookSheet, Map<List<String>, List<String>>> there,
            PlanBookRegister.Locked locked,
            boolean administrator) {
        this.there = there;
        this.locked = locked;
        this.administrator = administrator;
        there.forEach((sheet, rows) -> known.put(sheet, new LinkedHashMap<>(rows)));
    }

    /** Rows that are new or changed, in the order in which they are to be written. */
    Map<BookSheet, List<List<String>>> write() {
        return write;
    }

    List<Part> parts(Map<BookSheet, PastedTable> tables) {
        PastedTable numbers = tables.get(BookSheet.NUMBER);
        if (numbers != null) {
            foresee(numbers);
        }
        List<Part> parts = new ArrayList<>();
        tables.forEach((sheet, table) -> {
            write.put(sheet, new ArrayList<>());
            Set<List<String>> met = new HashSet<>();
            List<Line> lines = new ArrayList<>();
            Set<String> columns = table.header().stream().map(PastedTable::key).collect(Collectors.toSet());
            for (int i = 0; i < table.rows().size(); i++) {
                lines.add(line(sheet, table.lines().get(i), table.rows().get(i), columns, met));
            }
            parts.add(new Part(
                    sheet.title(),
                    sheet.columns().stream().map(BookColumn::label).toList(),
                    lines));
        });
        return parts;
    }

    private Line line(
            BookSheet sheet, int number, Map<String, String> cells, Set<String> columns, Set<List<String>> met) {
        List<String> written = written(sheet, cells);
        try {
            List<String> row = stored(sheet, written);
            List<String> key = sheet.key(row);
            List<String> before = there.get(sheet).get(key);
            if (before != null) {
                // A column that the book does not have says nothing of what stands there.
                for (int i = 0; i < row.size(); i++) {
                    if (!columns.contains(PastedTable.key(sheet.columns().get(i).label()))) {
                        row.set(i, before.get(i));
                    }
                }
            }
            if (!met.add(key)) {
                throw new DomainException("plan.book.error.twice");
            }
            Fate fate = fate(sheet, row, before);
            if (fate != Fate.SAME) {
                requireFresh(sheet, cells, row, before);
                named(sheet, row);
                check(sheet, row);
                write.get(sheet).add(row);
            }
            known.get(sheet).put(key, row);
            return new Line(
                    number, written, fate == Fate.CHANGED ? instead(sheet, row, before) : List.of(), fate, null);
        } catch (DomainException problem) {
            return new Line(number, written, List.of(), Fate.WRONG, new Worded(problem.key(), problem.arguments()));
        }
    }

    /** A row that changed since it was handed out is not what whoever wrote in the book has read. */
    private static void requireFresh(
            BookSheet sheet, Map<String, String> cells, List<String> row, List<String> before) {
        String copy =
                cells.getOrDefault(PastedTable.key(BookSheet.copyLabel()), "").strip();
        if (before != null && !copy.isEmpty() && !copy.equals(BookSheet.copy(before))) {
            List<String> now = instead(sheet, row, before);
            throw new DomainException(
                    "plan.book.error.stale",
                    now.stream()
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(Words.japanese("web.listSeparator"))));
        }
    }

    /** Of each column what stands there now, where the row says something else; null where it says the same. */
    private static List<String> instead(BookSheet sheet, List<String> row, List<String> before) {
        List<String> instead = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            instead.add(
                    row.get(i).equals(before.get(i))
                            ? null
                            : sheet.columns().get(i).shown(before.get(i)));
        }
        return instead;
    }

    private static List<String> written(BookSheet sheet, Map<String, String> cells) {
        return sheet.columns().stream()
                .map(column -> cells.getOrDefault(PastedTable.key(column.label()), ""))
                .toList();
    }

    private static List<String> stored(BookSheet sheet, List<String> written) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            row.add(sheet.columns().get(i).stored(written.get(i)));
        }
        return row;
    }

    private static Fate fate(BookSheet sheet, List<String> row, List<String> there) {
        if (there == null) {
            return Fate.NEW;
        }
        if (there.equals(row)) {
            return Fate.SAME;
        }
        if (BookSheet.CHANGEABLE.contains(sheet)) {
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

    private void named(BookSheet sheet, List<String> row) {
        for (BookSheet.Named named : sheet.names()) {
            List<String> key = named.columns().stream()
                    .map(column -> row.get(sheet.at(column)))
                    .toList();
            if (!key.get(0).isEmpty() && !known.get(named.sheet()).containsKey(key)) {
                throw new DomainException(
                        "plan.book.error.unknown",
                        String.join(" ", key),
                        named.sheet().title());
            }
        }
    }

    private void check(BookSheet sheet, List<String> row) {
        switch (sheet) {
            case CITY -> {
                if (!administrator) {
                    throw new DomainException("plan.book.error.city");
                }
                requireContact(sheet, row);
            }
            case AREA -> {
                checkTile(row.get(sheet.at("gridX")), row.get(sheet.at("gridY")));
                requireFreeTile(row);
            }
            case SUPPORT -> {
                // ISO days compare as text
                if (row.get(sheet.at("validUntil")).compareTo(row.get(sheet.at("validFrom"))) < 0) {
                    throw new DomainException("plan.book.error.valid");
                }
                for (String most : List.of("mostAlone", "mostFamily", "mostChild")) {
                    requireWithin(row.get(sheet.at(most)), 0, MOST_SUPPORT, "plan.book.error.most");
                }
            }
            case GRANT_RULE -> {
                requireWithin(row.get(sheet.at("ceiling")), 1, Integer.MAX_VALUE, "plan.book.error.ceiling");
                requireWithin(row.get(sheet.at("rounds")), 1, MOST_ROUNDS, "plan.book.error.rounds");
            }
            case PAPER_WORD -> checkPaperWord(row.get(0), row.get(1));
            case PLAN -> checkPeriod(period(row));
            case NUMBER -> checkNumber(row);
            case PROGRAMME_YEAR -> requireOpenYear(row.get(1));
            case DEFINITION -> checkDefinition(row);
            case TARGET -> {
                requirePlanned(row.get(2));
                requireOpen(row.get(0), row.get(2));
                requireCount(row.get(0), row.get(1), decimal(sheet, row, "target"));
            }
            case FIGURE -> {
                requireOpen(row.get(0), row.get(2));
                requireCount(row.get(0), row.get(1), decimal(sheet, row, "actual"));
            }
            case INDICATOR -> checkIndicator(row);
            case INDICATOR_VALUE -> {
                requireOpenYear(row.get(1));
                if (year(row.get(2)).compareTo(year(row.get(1))) > 0) {
                    throw new DomainException("plan.error.observedLater");
                }
                requireValue(indicator(row.get(0)), decimal(sheet, row, "value"));
            }
            case INDICATOR_TARGET -> {
                requireOpenYear(row.get(1));
                List<String> indicator = indicator(row.get(0));
                String base = indicator.get(BookSheet.INDICATOR.at("baseYear"));
                if (year(row.get(1)).compareTo(year(indicator.get(BookSheet.INDICATOR.at("aimYear")))) >= 0
                        || !base.isEmpty() && year(row.get(1)).compareTo(year(base)) <= 0) {
                    throw new DomainException("plan.error.notOnThePath");
                }
                requireValue(indicator, decimal(sheet, row, "target"));
            }
            case FORMULA -> checkFormula(row);
            case GRADE_RULE -> {
                requireOpenYear(row.get(0));
                // Of a year of a plan that stands the head of the division decides, with a reason.
                if (there.get(BookSheet.PLAN).values().stream()
                        .anyMatch(each -> period(each).contains(year(row.get(0))))) {
                    throw new DomainException("plan.book.error.rule");
                }
                requireOrder(
                        decimal(sheet, row, "gradeA"),
                        decimal(sheet, row, "gradeNearA"),
                        decimal(sheet, row, "gradeB"));
            }
            default -> {
                // what it names is there, and that is all
            }
        }
    }

    /** As on the contact's page: it stands below every page and every letter. */
    private static void requireContact(BookSheet sheet, List<String> row) {
        for (String column : List.of("office", "phone")) {
            if (row.get(sheet.at(column)).isEmpty()) {
                throw new DomainException(
                        "plan.book.error.missing",
                        sheet.columns().get(sheet.at(column)).label());
            }
        }
    }

    private static void checkTile(String x, String y) {
        if (x.isEmpty() != y.isEmpty()) {
            throw new DomainException("plan.book.error.tile");
        }
        requireWithin(x, 0, LAST_TILE, "plan.book.error.tile");
        requireWithin(y, 0, LAST_TILE, "plan.book.error.tile");
    }

    /** Two areas on one tile are drawn one over the other. Who exchanges two takes one from the map first. */
    private void requireFreeTile(List<String> area) {
        BookSheet sheet = BookSheet.AREA;
        String x = area.get(sheet.at("gridX"));
        if (x.isEmpty()) {
            return;
        }
        known.get(sheet).values().stream()
                .filter(each -> !sheet.key(each).equals(sheet.key(area)))
                .filter(each -> each.get(sheet.at("gridX")).equals(x)
                        && each.get(sheet.at("gridY")).equals(area.get(sheet.at("gridY"))))
                .findFirst()
                .ifPresent(other -> {
                    throw new DomainException("plan.book.error.tileTaken", other.get(sheet.at("name")));
                });
    }

    private static void requireWithin(String whole, int least, int most, String problem) {
        if (!whole.isEmpty() && (Integer.parseInt(whole) < least || Integer.parseInt(whole) > most)) {
            throw new DomainException(problem);
        }
    }

    private static void checkPaperWord(String key, String word) {
        String shipped = PaperWords.shipped().get(key);
        if (shipped == null) {
            throw new DomainException("plan.book.error.paperWord", key);
        }
        if (word.equals(PaperWords.leftOut())) {
            if (!PaperWords.dispensable(key)) {
                throw new DomainException("plan.book.error.paperColumn", shipped);
            }
            return;
        }
        if (!PaperWords.fits(shipped, word)) {
            throw new DomainException("plan.book.error.paperPlace", shipped);
        }
    }

    /** No year is in two plans, and none that was in one is in none. */
    private void checkPeriod(PlanPeriod period) {
        if (period.last().compareTo(period.first()) < 0) {
            throw new DomainException("plan.book.error.period");
        }
        List<String> before =
                there.get(BookSheet.PLAN).get(List.of(period.first().code()));
        if (before != null && period.last().compareTo(period(before).last()) < 0) {
            throw new DomainException(
                    "plan.book.error.shorter", period(before).last().code());
        }
        periods().stream()
                .filter(each -> !each.first().equals(period.first()))
                .filter(each -> each.contains(period.first()) || period.contains(each.first()))
                .findFirst()
                .ifPresent(other -> {
                    throw new DomainException("plan.book.error.overlap", other.name());
                });
    }

    /** Years that have no numbers yet, and who gets one: known before the first row is judged. */
    private void foresee(PastedTable numbers) {
        Set<String> issued = there.get(BookSheet.NUMBER).keySet().stream()
                .map(key -> key.get(1))
                .collect(Collectors.toSet());
        for (Map<String, String> cells : numbers.rows()) {
            try {
                List<String> row = stored(BookSheet.NUMBER, written(BookSheet.NUMBER, cells));
                if (!issued.contains(row.get(1))) {
                    numbered.computeIfAbsent(row.get(1), key -> new TreeSet<>()).add(row.get(0));
                }
            } catch (DomainException saidAtItsRow) {
                // it is judged where it stands
            }
        }
    }

    /**
     * A year without numbers has those of the year before. With the first one of its own it has only its own: a year within a plan gets
     * all of them at once.
     */
    private void checkNumber(List<String> row) {
        String programme = row.get(0);
        FiscalYear year = year(row.get(1));
        requireOpenYear(row.get(1));
        PlanPeriod plan = requirePlanned(row.get(1));
        if (!numbered.containsKey(row.get(1)) || plan.first().equals(year)) {
            requireOpen(programme, row.get(1));
            return;
        }
        Set<String> goingOn = known.get(BookSheet.NUMBER).keySet().stream()
                .filter(key ->
                        plan.contains(year(key.get(1))) && year(key.get(1)).compareTo(year) < 0)
                .collect(Collectors.groupingBy(key -> year(key.get(1)), java.util.TreeMap::new, Collectors.toSet()))
                .descendingMap()
                .values()
                .stream()
                .findFirst()
                .orElse(Set.of())
                .stream()
                .map(key -> key.get(0))
                .collect(Collectors.toSet());
        if (!numbered.get(row.get(1)).containsAll(goingOn)) {
            throw new DomainException("plan.book.error.numbers", row.get(1));
        }
    }

    /** How something that stands is counted is changed on its page, which shows what that does to the figures. */
    private void checkDefinition(List<String> row) {
        BookSheet sheet = BookSheet.DEFINITION;
        Counting counting = Counting.valueOf(row.get(sheet.at("counting")));
        if (row.get(sheet.at("basis")).equals("RECORDS") && counting == Counting.MANUAL) {
            throw new DomainException("plan.error.manual");
        }
        String datedBy = row.get(sheet.at("datedBy"));
        if (!datedBy.isEmpty() && !DatedBy.valueOf(datedBy).fits(counting)) {
            throw new DomainException("plan.error.datedBy");
        }
        if (there.get(BookSheet.MEASURE).containsKey(List.of(row.get(0), row.get(1))) && !beginsAPlan(row.get(2))) {
            throw new DomainException("plan.book.error.defined");
        }
        for (String approved : locked.sheets()) {
            String[] parts = approved.split(" ");
            if (parts[0].equals(row.get(0)) && year(parts[1]).compareTo(year(row.get(2))) >= 0) {
                throw new DomainException("plan.book.error.approved", parts[1]);
            }
        }
    }

    private void checkIndicator(List<String> row) {
        BookSheet sheet = BookSheet.INDICATOR;
        if (row.get(sheet.at("policy")).isEmpty()
                == row.get(sheet.at("strategy")).isEmpty()) {
            throw new DomainException("plan.book.error.level");
        }
        requirePlanned(row.get(sheet.at("aimYear")));
        requireValue(row, decimal(sheet, row, "aim"));
        String baseYear = row.get(sheet.at("baseYear"));
        if (row.get(sheet.at("base")).isEmpty() != baseYear.isEmpty()
                || !baseYear.isEmpty() && year(baseYear).compareTo(year(row.get(sheet.at("aimYear")))) >= 0) {
            throw new DomainException("plan.book.error.base");
        }
    }

    private void checkFormula(List<String> row) {
        for (String closed : locked.years()) {
            if (year(closed).compareTo(year(row.get(1))) >= 0) {
                throw new DomainException("plan.book.error.approved", closed);
            }
        }
        if (there.get(BookSheet.INDICATOR).containsKey(List.of(row.get(0))) && !beginsAPlan(row.get(1))) {
            throw new DomainException("plan.book.error.defined");
        }
        for (String measure : row.get(BookSheet.FORMULA.at("measures")).split(" ")) {
            if (!measure.isEmpty() && !known.get(BookSheet.MEASURE).containsKey(List.of(measure.split("/", 2)))) {
                throw new DomainException("plan.book.error.unknown", measure, BookSheet.MEASURE.title());
            }
        }
    }

    /** A plan that this book adds begins in the year. */
    private boolean beginsAPlan(String year) {
        return known.get(BookSheet.PLAN).containsKey(List.of(year))
                && !there.get(BookSheet.PLAN).containsKey(List.of(year));
    }

    /** @return the plan the year is in */
    private PlanPeriod requirePlanned(String year) {
        return periods().stream()
                .filter(each -> each.contains(year(year)))
                .findFirst()
                .orElseThrow(() -> new DomainException("plan.book.error.unplanned", year));
    }

    private void requireOpen(String programme, String year) {
        if (locked.sheets().contains(programme + " " + year)) {
            throw new DomainException("plan.book.error.approved", year);
        }
    }

    private void requireOpenYear(String year) {
        if (locked.years().contains(year)) {
            throw new DomainException("plan.book.error.approved", year);
        }
    }

    /** As on the page of the rule: a better grade needs no less than a worse one, and none more than twice the target. */
    private static void requireOrder(BigDecimal a, BigDecimal nearA, BigDecimal b) {
        if (b.signum() <= 0
                || b.compareTo(nearA) > 0
                || nearA.compareTo(a) > 0
                || a.compareTo(BigDecimal.valueOf(200)) > 0) {
            throw new DomainException("evaluation.error.rule");
        }
    }

    /** People, companies and sessions are counted, so a number of them is whole; shares need not be. */
    private void requireCount(String programme, String measure, BigDecimal value) {
        String unit =
                known.get(BookSheet.MEASURE).get(List.of(programme, measure)).get(BookSheet.MEASURE.at("unit"));
        if (value.signum() < 0) {
            throw new DomainException("plan.book.error.negative");
        }
        if (value.scale() > 0 && !unit.contains("%")) {
            throw new DomainException("plan.error.whole");
        }
    }

    private static void requireValue(List<String> indicator, BigDecimal value) {
        boolean rate = indicator.get(BookSheet.INDICATOR.at("accumulation")).equals("rate");
        if (value.signum() < 0 || value.compareTo(MOST) > 0 || rate && value.compareTo(WHOLE) > 0) {
            throw new DomainException("plan.error.aim");
        }
    }

    private List<String> indicator(String code) {
        return known.get(BookSheet.INDICATOR).get(List.of(code));
    }

    private List<PlanPeriod> periods() {
        return known.get(BookSheet.PLAN).values().stream()
                .map(BookComparison::period)
                .toList();
    }

    static PlanPeriod period(List<String> row) {
        return new PlanPeriod(
                row.get(BookSheet.PLAN.at("name")),
                year(row.get(BookSheet.PLAN.at("first"))),
                year(row.get(BookSheet.PLAN.at("last"))));
    }

    private static FiscalYear year(String code) {
        return FiscalYear.parse(code);
    }

    private static BigDecimal decimal(BookSheet sheet, List<String> row, String column) {
        return new BigDecimal(row.get(sheet.at(column)));
    }
}
