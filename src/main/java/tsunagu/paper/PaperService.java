package tsunagu.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.evaluation.ClosedPaper;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.EvaluationSheetForm;
import tsunagu.evaluation.FutureDirection;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.Figure;
import tsunagu.plan.Indicator;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeName;
import tsunagu.plan.ProgrammeService;
import tsunagu.plan.UnplacedProgramme;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.PaperWords;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** Makes the papers out of the sheets and figures of a year. */
@ApplicationScoped
@Transactional
public class PaperService {

    /** Who reads the papers of a year that is not closed. */
    private static final Set<Role> READERS = Set.of(Role.STAFF, Role.MANAGER, Role.COMMITTEE);

    @Inject
    private EvaluationService evaluations;

    @Inject
    private PlanService plan;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private OfficialService official;

    @Inject
    private CurrentActor currentActor;

    /** The year whose papers a reader sees first: the public the latest that was closed, since it has no other. */
    @UseCase(anyone = true, changes = false)
    public FiscalYear yearShownFirst() {
        List<FiscalYear> published = official.publishedYears();
        return published.isEmpty() || currentActor.get().hasAny(READERS)
                ? plan.yearShownFirst()
                : published.get(published.size() - 1);
    }

    /** There are papers of the year that the reader may open. */
    @UseCase(anyone = true, changes = false)
    public boolean mayRead(FiscalYear year) {
        return currentActor.get().hasAny(READERS)
                ? plan.years().contains(year)
                : official.publishedYears().contains(year);
    }

    /**
     * A paper of a closed year is the one that was kept when it was closed, whatever happened to programmes, names, numbers or texts since; it
     * names its place in the chain.
     *
     * @param number "2", "3" or "4"
     * @throws NotFoundException when there is no such paper, or the year is open and the reader is of the public
     */
    @UseCase(anyone = true, changes = false)
    public Paper paper(String number, FiscalYear year) {
        return official.closedPaper(number, year).map(PaperService::kept).orElseGet(() -> open(number, year));
    }

    /**
     * Of a year that is not closed: it is being written, and shown to those who write, decide and advise. Everybody else keeps what was closed before it
     * was opened again.
     */
    private Paper open(String number, FiscalYear year) {
        if (!currentActor.get().hasAny(READERS)) {
            return official.publishedPaper(number, year)
                    .map(PaperService::kept)
                    .orElseThrow(() -> new NotFoundException("paper " + number + " of an open year"));
        }
        return current(number, year).sealed(seal());
    }

    private static Paper kept(ClosedPaper closed) {
        String day = LocalDate.ofInstant(closed.at(), FiscalYear.ZONE).toString();
        return PaperContent.paper(closed.content())
                .standing(words(
                        closed.changed() ? "paper.closedChanging" : "paper.closed", day, closed.seq(), closed.hash()))
                .sealed(words("paper.sealClosed", closed.seq(), closed.hash()));
    }

    /** Of a year that is open: how far the chain was when it was printed. */
    private String seal() {
        return official.end()
                .map(each -> words("paper.sealNow", each.no(), each.hash()))
                .orElse(Words.japanese("paper.sealNone"));
    }

    /**
     * What the city printed beside what this paper says, cell by cell.
     *
     * @param number as above
     * @return empty for a year of which the portal knows no print, and for papers without columns that the print has
     */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<PrintedCell> printed(String number, FiscalYear year) {
        return PaperWords.anyLeftOut() ? List.of() : Printed.compare(paper(number, year));
    }

    /** As everything is now. */
    Paper current(String number, FiscalYear year) {
        Paper whole =
                switch (number) {
                    case "2" -> results(year);
                    case "3" -> check(year);
                    case "4" -> nextYear(year);
                    default -> throw new NotFoundException("paper " + number);
                };
        return whole.without(PaperWords.leftOut());
    }

    /** 資料2 令和n年度事業実績 */
    private Paper results(FiscalYear year) {
        List<SheetView> sheets = evaluations.sheets(year);
        List<String> notes = new ArrayList<>();
        List<Paper.Column> columns = List.of(
                column("number", 6),
                column("programme", 15),
                column("before", year.previous(), 11),
                column("grade", 5),
                column("target", year, 11),
                column("actual", year, 12),
                column("done", year, 20),
                column("outcome", 20));
        List<Paper.Section> sections = new ArrayList<>();
        for (PlanTree.Policy policy : plan.plan(year).policies()) {
            boolean first = true;
            for (PlanTree.Strategy strategy : policy.strategies()) {
                List<List<PaperCell>> rows = new ArrayList<>();
                strategy.programmes().forEach(programme -> rows.addAll(result(sheet(sheets, programme), notes)));
                sections.add(new Paper.Section(
                        first ? heading("policy", policy.no(), policy.name()) : "",
                        heading("strategy", strategy.no(), strategy.name()),
                        columns,
                        rows,
                        List.of()));
                first = false;
            }
        }
        notes.add(0, Words.japanese("paper.legend"));
        return new Paper(Papers.RESULTS, title("2", year), year, standing(sheets), sections, notes);
    }

    private static List<List<PaperCell>> result(SheetView sheet, List<String> notes) {
        EvaluationSheetForm.Decision decision = sheet.printed(Papers.RESULTS);
        List<List<PaperCell>> rows = new ArrayList<>();
        int lines = Math.max(1, sheet.figures().size());
        for (int i = 0; i < lines; i++) {
            Figure figure = sheet.figures().isEmpty() ? null : sheet.figures().get(i);
            Figure before = i < sheet.before().size() ? sheet.before().get(i) : null;
            String label = figure == null ? "" : figure.label();
            boolean first = i == 0;
            String name = sheet.programme().name()
                    + (sheet.programme().summary().isEmpty()
                            ? ""
                            : "\n" + words("paper.summary", sheet.programme().summary()));
            rows.add(List.of(
                    first ? PaperCell.words(code(sheet.programme()), lines) : PaperCell.covered(),
                    first ? PaperCell.words(name, lines) : PaperCell.covered(),
                    before == null
                            ? PaperCell.number(null, label, "", "")
                            : PaperCell.number(before.actual(), label, before.unit(), ""),
                    first
                            ? PaperCell.grade(
                                    decision.grade() == null
                                            ? "—"
                                            : decision.grade().name(),
                                    lines)
                            : PaperCell.covered(),
                    figure == null
                            ? PaperCell.number(null, "", "", "")
                            : PaperCell.number(figure.target(), label, figure.unit(), ""),
                    figure == null
                            ? PaperCell.number(null, "", "", "")
                            : PaperCell.number(figure.actual(), label, figure.unit(), mark(sheet, figure, notes))
                                    .opening(figure),
                    first ? PaperCell.words(done(sheet), lines) : PaperCell.covered(),
                    first ? PaperCell.words(outcome(sheet, decision), lines) : PaperCell.covered()));
        }
        return rows;
    }

    /** Which actuals come from records, and which cells are doubtful and why. */
    private static String mark(SheetView sheet, Figure figure, List<String> notes) {
        String computed = figure.kind() == Figure.Kind.COMPUTED ? Words.japanese("paper.mark.computed") : "";
        if (figure.note().isEmpty()) {
            return computed;
        }
        int number = notes.size() + 1;
        String mark = words("paper.mark.note", number);
        notes.add(mark + " " + code(sheet.programme()) + " " + figure.label() + ": "
                + (figure.certain() ? "" : Words.japanese("plan.confidence." + figure.confidence()) + " ")
                + figure.note());
        return computed + mark;
    }

    private static String done(SheetView sheet) {
        return lines(summary(sheet, sheet.done()), sheet.done());
    }

    private static String outcome(SheetView sheet, EvaluationSheetForm.Decision decision) {
        return lines(
                summary(sheet, sheet.effect() + sheet.problem()),
                part("evaluation.field.effect", sheet.effect()),
                part("evaluation.field.problem", sheet.problem()),
                part("evaluation.field.direction", decision.directionWords()));
    }

    /** A column of words that are not the city's own says so. */
    private static String summary(SheetView sheet, String words) {
        return sheet.summary() && !words.isEmpty() ? Words.japanese("paper.summaryMark") : "";
    }

    private static String lines(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String part(String key, String text) {
        return text.isEmpty() ? "" : words("paper.part", Words.japanese(key), text);
    }

    /** 資料3 工業振興計画事業点検評価一覧 */
    private Paper check(FiscalYear year) {
        List<SheetView> sheets = evaluations.sheets(year);
        List<Paper.Column> indicatorColumns = List.of(
                column("indicator", 26),
                column("explanation", 24),
                column("base", 12),
                column("goal", 12),
                column("latest", 14),
                column("method", 12));
        List<Paper.Column> programmeColumns =
                List.of(column("programmeName", 64), column("grade", 16), column("direction", 20));
        List<Paper.Section> sections = new ArrayList<>();
        for (PlanTree.Policy policy : plan.plan(year).policies()) {
            sections.add(indicators(
                    heading("policy", policy.no(), policy.name()),
                    Words.japanese("plan.indicators"),
                    indicatorColumns,
                    policy.indicators(),
                    year));
            for (PlanTree.Strategy strategy : policy.strategies()) {
                String name = heading("strategy", strategy.no(), strategy.name());
                if (!strategy.indicators().isEmpty()) {
                    sections.add(indicators(
                            "",
                            name + " " + Words.japanese("plan.strategyIndicators"),
                            indicatorColumns,
                            strategy.indicators(),
                            year));
                }
                sections.add(new Paper.Section(
                        "",
                        name,
                        programmeColumns,
                        strategy.programmes().stream()
                                .map(each -> sheet(sheets, each))
                                .filter(each -> each.printed(Papers.CHECK).listed())
                                .map(PaperService::checked)
                                .toList(),
                        List.of()));
            }
        }
        return new Paper(
                Papers.CHECK,
                title("3", year),
                year,
                standing(sheets),
                sections,
                List.of(Words.japanese("plan.indicator.path")));
    }

    private static List<PaperCell> checked(SheetView sheet) {
        EvaluationSheetForm.Decision decision = sheet.printed(Papers.CHECK);
        return List.of(
                PaperCell.words(
                        (code(sheet.programme()) + " " + sheet.programme().name()).strip(), 1),
                PaperCell.grade(
                        decision.grade() == null ? "—" : decision.grade().name(), 1),
                PaperCell.words(direction(decision), 1));
    }

    /** 資料3 and 資料4 show every direction but 継続, and of each the word alone. */
    private static String direction(EvaluationSheetForm.Decision decision) {
        FutureDirection direction = decision.direction();
        return direction == null || direction == FutureDirection.CONTINUE ? "" : direction.word();
    }

    private static Paper.Section indicators(
            String policy, String strategy, List<Paper.Column> columns, List<Indicator> indicators, FiscalYear year) {
        List<List<PaperCell>> rows = new ArrayList<>();
        for (Indicator each : indicators) {
            Indicator.Year latest = each.latest(year);
            rows.add(List.of(
                    PaperCell.words(each.name(), 1),
                    PaperCell.words(each.explanation(), 1),
                    base(each),
                    PaperCell.number(each.target(), "", each.unit(), observed(each.targetYear())),
                    latest == null
                            ? PaperCell.number(null, "", "", "")
                            : PaperCell.number(latest.actual(), "", each.unit(), observed(latest.observedYear())),
                    PaperCell.words(each.computed() ? Words.japanese("plan.indicator.sum") : each.method(), 1)));
        }
        return new Paper.Section(
                policy,
                strategy,
                columns,
                rows,
                indicators.stream().map(each -> each.until(year)).toList());
    }

    /** 現況: the paper's own where it prints another one than the plan, which is named then. */
    private static PaperCell base(Indicator indicator) {
        if (indicator.printedBase() == null) {
            String year = indicator.baseYear() == null ? "" : observed(indicator.baseYear());
            return PaperCell.number(indicator.base(), "", indicator.unit(), year);
        }
        String plan = indicator.base() == null || indicator.baseYear() == null
                ? ""
                : words(
                        "paper.planBase",
                        PaperCell.plain(indicator.base()),
                        new FiscalYear(indicator.baseYear()).code());
        return PaperCell.number(
                indicator.printedBase(),
                "",
                indicator.unit(),
                words("paper.period", indicator.printedBasePeriod()) + plan);
    }

    private static String observed(int year) {
        return " (" + new FiscalYear(year).code() + ")";
    }

    /** What the next year begins. @param programmes null for none */
    private static void begun(List<ProgrammeName> programmes, List<List<PaperCell>> rows) {
        for (ProgrammeName each : programmes == null ? List.<ProgrammeName>of() : programmes) {
            rows.add(List.of(
                    PaperCell.words("", 1),
                    PaperCell.grade("", 1),
                    PaperCell.words("", 1),
                    upcoming(each),
                    PaperCell.words(each.remark(), 1)));
        }
    }

    /** 資料4 令和n+1年度事業計画 */
    private Paper nextYear(FiscalYear year) {
        List<SheetView> sheets = evaluations.sheets(year);
        FiscalYear next = year.next();
        PlanTree after = plan.plan(next);
        Map<String, ProgrammeName> numbered = new LinkedHashMap<>();
        Map<Integer, List<ProgrammeName>> added = new LinkedHashMap<>();
        for (PlanTree.Policy policy : after.policies()) {
            for (PlanTree.Strategy strategy : policy.strategies()) {
                strategy.programmes().stream()
                        .map(PlanTree.Programme::name)
                        .filter(each -> next.code().equals(each.codeYear()))
                        .forEach(each -> {
                            numbered.put(each.id(), each);
                            if (sheets.stream()
                                    .noneMatch(sheet -> sheet.programme().id().equals(each.id()))) {
                                added.computeIfAbsent(strategy.key(), key -> new ArrayList<>())
                                        .add(each);
                            }
                        });
            }
        }
        List<Paper.Column> columns = List.of(
                column("thisProgramme", year, 28),
                column("grade", 8),
                column("direction", 12),
                column("nextProgramme", next, 28),
                column("remark", 24));
        List<Paper.Section> sections = new ArrayList<>();
        for (PlanTree.Policy policy : plan.plan(year).policies()) {
            boolean first = true;
            for (PlanTree.Strategy strategy : policy.strategies()) {
                List<List<PaperCell>> rows = new ArrayList<>();
                for (PlanTree.Programme programme : strategy.programmes()) {
                    SheetView sheet = sheet(sheets, programme);
                    if (sheet.printed(Papers.NEXT_YEAR).listed()) {
                        rows.add(planned(
                                rows.size() + 1,
                                sheet,
                                numbered.get(programme.name().id())));
                    }
                }
                begun(added.remove(strategy.key()), rows);
                sections.add(new Paper.Section(
                        first ? heading("policy", policy.no(), policy.name()) : "",
                        heading("strategy", strategy.no(), strategy.name()),
                        columns,
                        rows,
                        List.of()));
                first = false;
            }
        }
        // Strategies that the year does not have: those of the plan that follows.
        for (PlanTree.Policy policy : after.policies()) {
            boolean first = true;
            for (PlanTree.Strategy strategy : policy.strategies()) {
                if (added.containsKey(strategy.key())) {
                    List<List<PaperCell>> rows = new ArrayList<>();
                    begun(added.remove(strategy.key()), rows);
                    sections.add(new Paper.Section(
                            first ? heading("policy", policy.no(), policy.name()) : "",
                            heading("strategy", strategy.no(), strategy.name()),
                            columns,
                            rows,
                            List.of()));
                    first = false;
                }
            }
        }
        List<UnplacedProgramme> unplaced = programmes.unplaced(next);
        if (!unplaced.isEmpty()) {
            sections.add(new Paper.Section(
                    "",
                    Words.japanese("paper.unplaced"),
                    columns,
                    unplaced.stream()
                            .map(each -> List.of(
                                    PaperCell.words("", 1),
                                    PaperCell.grade("", 1),
                                    PaperCell.words("", 1),
                                    PaperCell.words(each.name(), 1),
                                    PaperCell.words(each.remark(), 1)))
                            .toList(),
                    List.of()));
        }
        List<String> notes = new ArrayList<>(List.of(Words.japanese("paper.withoutGoingOn")));
        unplaced.forEach(each -> notes.add(words("paper.about", each.name(), each.note())));
        if (numbered.isEmpty()) {
            notes.add(words("paper.notPlanned", next.code()));
        }
        return new Paper(Papers.NEXT_YEAR, title("4", next), year, standing(sheets), sections, notes);
    }

    /** @param place within the strategy, counted over the lines of this paper, as the city prints it */
    private static List<PaperCell> planned(int place, SheetView sheet, ProgrammeName next) {
        EvaluationSheetForm.Decision decision = sheet.printed(Papers.NEXT_YEAR);
        // A programme that goes on under another name is called by it on both sides.
        String name = next == null ? sheet.programme().name() : next.name();
        return List.of(
                PaperCell.words(marked(sheet.programme().added(), place + " " + name), 1),
                PaperCell.grade(
                        decision.grade() == null ? "—" : decision.grade().name(), 1),
                PaperCell.words(direction(decision), 1),
                next == null ? PaperCell.words("", 1) : upcoming(next),
                PaperCell.words(next == null ? "" : next.remark(), 1));
    }

    /** A programme of the next year under its number, the last part of "1-1-18". */
    private static PaperCell upcoming(ProgrammeName next) {
        String place =
                next.code() == null ? "" : next.code().substring(next.code().lastIndexOf('-') + 1);
        return PaperCell.words(marked(next.added(), (place + " " + next.name()).strip()), 1);
    }

    private static String marked(boolean added, String name) {
        return added ? words("paper.added", name) : name;
    }

    private static SheetView sheet(List<SheetView> sheets, PlanTree.Programme programme) {
        return sheets.stream()
                .filter(each -> each.programme().id().equals(programme.name().id()))
                .findFirst()
                .orElseThrow();
    }

    private static String standing(List<SheetView> sheets) {
        long approved = sheets.stream().filter(SheetView::approved).count();
        return approved == sheets.size() && approved > 0
                ? Words.japanese("paper.approved")
                : words("paper.partly", approved, sheets.size());
    }

    private static String code(ProgrammeName programme) {
        return programme.code() == null ? "" : programme.code();
    }

    private static String title(String number, FiscalYear year) {
        return words("paper.title." + number, year.reiwa());
    }

    private static String heading(String level, int no, String name) {
        return words("plan." + level, no) + " " + name;
    }

    private static Paper.Column column(String key, int width) {
        return new Paper.Column(Words.japanese("paper.col." + key), width);
    }

    private static Paper.Column column(String key, FiscalYear year, int width) {
        return new Paper.Column(words("paper.col." + key, year.code()), width);
    }

    private static String words(String key, Object... arguments) {
        return java.text.MessageFormat.format(Words.japanese(key), arguments);
    }
}
