package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.contractor.MonthlyRepository.Reported;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.Typed;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** 委託先の月の報告: counts, for the programmes that staff gave to the contractor, and for no others. */
@ApplicationScoped
@Transactional
public class MonthlyService implements StaffWork {

    static final String MONTH = "support.monthly.month";

    /** Before what a number is doubted against: a question, and no refusal. */
    public static final String DOUBT = "support.error.doubt.";

    private static final int LONGEST_SOURCE = 200;

    @Inject
    private MonthlyRepository months;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** @param programmes ids of those it reports for */
    public record Partner(long account, String name, String email, List<String> programmes) {

        /** Which programmes they were, in one word: what is changed is what was seen. */
        public String stamp() {
            return String.join(" ", programmes.stream().sorted().toList());
        }
    }

    /**
     * Months of a programme that nobody has reported, though they are over.
     *
     * @param partners who reports for it
     */
    public record Silence(String programmeId, List<YearMonth> months, List<Partner> partners) {}

    /** @param numbers how many wait */
    public record WaitingMonths(String programmeId, FiscalYear year, long numbers) {}

    /** Programmes the actor reports for; staff report for all, which is said by an empty list. */
    @UseCase(
            allow = {Role.PARTNER, Role.STAFF},
            changes = false)
    public List<String> programmes() {
        return staff() ? List.of() : months.programmesOf(currentActor.get().accountId());
    }

    /** Every month of the year up to the running one, also those without a report. */
    @UseCase(
            allow = {Role.PARTNER, Role.STAFF},
            changes = false)
    public List<MonthlyView> year(String programmeId, FiscalYear year) {
        allowed(programmeId);
        Map<YearMonth, Map<MonthlyKind, Reported>> found = new TreeMap<>();
        months.latest(programmeId, year).forEach(each -> found.computeIfAbsent(
                        YearMonth.from(each.month()), key -> new EnumMap<>(MonthlyKind.class))
                .put(each.kind(), each));
        List<MonthlyView> views = new ArrayList<>();
        YearMonth now = YearMonth.from(today());
        for (YearMonth month = YearMonth.from(year.firstDay());
                !month.isAfter(YearMonth.from(year.lastDay())) && !month.isAfter(now);
                month = month.plusMonths(1)) {
            Map<MonthlyKind, Reported> reported = found.getOrDefault(month, Map.of());
            Map<MonthlyKind, Integer> numbers = new EnumMap<>(MonthlyKind.class);
            Map<MonthlyKind, String> takenBack = new EnumMap<>(MonthlyKind.class);
            reported.forEach((kind, each) -> {
                if (each.quantity() == null) {
                    takenBack.put(kind, each.source());
                } else {
                    numbers.put(kind, each.quantity());
                }
            });
            views.add(new MonthlyView(
                    month,
                    numbers,
                    takenBack,
                    reported.values().stream()
                            .filter(each -> each.quantity() != null)
                            .map(Reported::source)
                            .findFirst()
                            .orElse(""),
                    reported.values().stream()
                            .mapToInt(each -> each.revision() - 1)
                            .sum(),
                    reported.values().stream()
                            .filter(each -> !each.released())
                            .map(each ->
                                    new MonthlyView.Waiting(each.id(), each.kind(), each.quantity(), each.standing()))
                            .toList()));
        }
        return views;
    }

    /**
     * @throws DomainException for a month to come, and once for a number that is hard to believe
     * @throws NotFoundException for another contractor's programme
     */
    @UseCase(allow = {Role.PARTNER, Role.STAFF})
    public void report(@Valid MonthlyForm form) {
        allowed(form.programmeId());
        if (!form.sure()) {
            Plausibility.first(form.lines(), known(form), year -> targets(form.programmeId(), year))
                    .ifPresent(MonthlyService::ask);
        }
        for (MonthlyForm.Line line : form.lines()) {
            if (line.month().isAfter(YearMonth.from(today()))) {
                throw new DomainException(
                        "support.error.monthToCome", line.month().toString());
            }
            months.add(
                    form.programmeId(),
                    line.month(),
                    line.kind(),
                    line.quantity(),
                    form.source().strip(),
                    clock.instant(),
                    currentActor.get().accountId());
        }
        releaseOwn(
                form.programmeId(),
                form.lines().stream().map(MonthlyForm.Line::month).collect(Collectors.toSet()));
    }

    /**
     * Takes a number back that should not have been reported, as a revision: afterwards it is not zero, nothing is reported.
     *
     * @param seen the number as it was read
     * @throws ConflictException when another one is reported since
     */
    @UseCase(allow = {Role.PARTNER, Role.STAFF})
    public void takeBack(String programmeId, YearMonth month, MonthlyKind kind, int seen, String why) {
        allowed(programmeId);
        String words = GivenReason.of(why, LONGEST_SOURCE, "support.error.takenWhy");
        Integer reported = month(programmeId, month).numbers().get(kind);
        if (reported == null || reported != seen) {
            throw new ConflictException();
        }
        months.add(
                programmeId,
                month,
                kind,
                null,
                words,
                clock.instant(),
                currentActor.get().accountId());
        releaseOwn(programmeId, Set.of(month));
    }

    /** What staff enter themselves waits for nobody. */
    private void releaseOwn(String programmeId, Set<YearMonth> entered) {
        if (staff()) {
            entered.forEach(each -> release(programmeId, month(programmeId, each)));
        }
    }

    private MonthlyView month(String programmeId, YearMonth month) {
        return year(programmeId, FiscalYear.of(month.atDay(1))).stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("month " + month));
    }

    /**
     * Lets the numbers of a month stand: from now on they are counted, and public. Until then what was released before stands.
     *
     * @param seen {@link MonthlyView#stamp} of the month as it was read
     * @throws ConflictException when the contractor reported another number since
     */
    @UseCase(allow = Role.STAFF)
    public void release(String programmeId, YearMonth month, String seen) {
        MonthlyView view = month(programmeId, month);
        if (view.waiting().isEmpty() || !view.stamp().equals(seen)) {
            throw new ConflictException();
        }
        release(programmeId, view);
    }

    private void release(String programmeId, MonthlyView view) {
        view.waiting()
                .forEach(each -> months.release(
                        each.id(),
                        programmeId,
                        clock.instant(),
                        currentActor.get().accountId()));
    }

    /** Programmes and years of which numbers wait for the city. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<WaitingMonths> waiting() {
        return months.waiting().stream()
                .map(each -> new WaitingMonths(each.programmeId(), new FiscalYear(each.fiscalYear()), each.numbers()))
                .toList();
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of("support.work.months", "/monthly", months.waitingSince());
    }

    private List<MonthlyForm.Line> known(MonthlyForm form) {
        return years(form)
                .flatMap(each -> Stream.of(each.previous(), each))
                .distinct()
                .flatMap(each -> months.latest(form.programmeId(), each).stream())
                .filter(each -> each.quantity() != null)
                .map(each -> new MonthlyForm.Line(YearMonth.from(each.month()), each.kind(), each.quantity()))
                .toList();
    }

    private static Stream<FiscalYear> years(MonthlyForm form) {
        return form.lines().stream()
                .map(each -> FiscalYear.of(each.month().atDay(1)))
                .distinct();
    }

    private static void ask(Plausibility.Doubt doubt) {
        MonthlyForm.Line line = doubt.line();
        throw new DomainException(
                DOUBT + doubt.against(),
                line.month().toString(),
                Words.japanese("support.monthly.kind." + line.kind()),
                line.quantity(),
                doubt.measure());
    }

    private Map<MonthlyKind, BigDecimal> targets(String programmeId, FiscalYear year) {
        return months.targets(programmeId, year).stream()
                .collect(Collectors.toMap(MonthlyRepository.Target::kind, MonthlyRepository.Target::value));
    }

    /**
     * A pasted table as lines: a column for the month, one for each kind; empty cells are not reported.
     *
     * @throws DomainException for the first line that cannot be read
     */
    @UseCase(
            allow = {Role.PARTNER, Role.STAFF},
            changes = false)
    public List<MonthlyForm.Line> read(String text) {
        List<MonthlyForm.Line> lines = new ArrayList<>();
        Set<YearMonth> seen = new HashSet<>();
        List<String> columns = Stream.concat(
                        Stream.of(MONTH), Stream.of(MonthlyKind.values()).map(kind -> "support.monthly.kind." + kind))
                .map(Words::japanese)
                .toList();
        PastedTable table = PastedTable.of(text, columns);
        for (int i = 0; i < table.rows().size(); i++) {
            Map<String, String> row = table.rows().get(i);
            int number = table.lines().get(i);
            YearMonth month = month(row.getOrDefault(PastedTable.key(Words.japanese(MONTH)), ""), number);
            if (!seen.add(month)) {
                throw new DomainException("support.error.monthlyTwice", number, month.toString());
            }
            for (MonthlyKind kind : MonthlyKind.values()) {
                Typed<Integer> quantity = Typed.wholeNumber(
                        row.getOrDefault(PastedTable.key(Words.japanese("support.monthly.kind." + kind)), ""));
                if (quantity.unreadable()) {
                    throw new DomainException("support.error.monthlyNumber", number);
                }
                if (quantity.value() != null) {
                    lines.add(new MonthlyForm.Line(month, kind, quantity.value()));
                }
            }
        }
        return lines;
    }

    private static YearMonth month(String typed, int line) {
        YearMonth month = Typed.month(typed).value();
        if (month == null) {
            throw new DomainException("support.error.monthlyMonth", line);
        }
        return month;
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public List<Partner> partners() {
        return months.partners().stream()
                .map(each ->
                        new Partner(each.account(), each.name(), each.email(), months.programmesOf(each.account())))
                .toList();
    }

    /** Programmes whose contractors have left months of the year out. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Silence> silences(FiscalYear year) {
        Map<String, List<Partner>> reporting = new TreeMap<>();
        partners().forEach(partner -> partner.programmes().forEach(programme -> reporting
                .computeIfAbsent(programme, key -> new ArrayList<>())
                .add(partner)));
        YearMonth now = YearMonth.from(today());
        return reporting.entrySet().stream()
                .map(each -> new Silence(
                        each.getKey(),
                        year(each.getKey(), year).stream()
                                .filter(month -> month.numbers().isEmpty()
                                        && month.month().isBefore(now))
                                .map(MonthlyView::month)
                                .toList(),
                        each.getValue()))
                .filter(each -> !each.months().isEmpty())
                .toList();
    }

    /**
     * Writes to those who report for a programme, at most once a day to each.
     *
     * @return accounts written to
     */
    @UseCase(allow = Role.STAFF)
    public int remind(String programmeId, FiscalYear year) {
        Silence silence = silences(year).stream()
                .filter(each -> each.programmeId().equals(programmeId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
        silence.partners()
                .forEach(each -> letters.fire(Letter.toAccount(
                        each.account(),
                        "months " + programmeId + " " + year.code() + " " + each.account() + " " + today(),
                        "support.letter.months",
                        "/monthly?programme=" + programmeId + "&year=" + year.code(),
                        year.reiwa(),
                        silence.months().size())));
        return silence.partners().size();
    }

    /**
     * @param seen {@link Partner#stamp} of the programmes the decision was made on
     * @throws ConflictException when they are others by now
     */
    @UseCase(allow = Role.STAFF)
    public void give(long accountId, String seen, List<String> programmes) {
        months.hold(accountId);
        Partner partner = partners().stream()
                .filter(each -> each.account() == accountId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("partner " + accountId));
        if (!partner.stamp().equals(seen)) {
            throw new ConflictException();
        }
        months.give(accountId, programmes);
    }

    private void allowed(String programmeId) {
        if (!staff() && !months.programmesOf(currentActor.get().accountId()).contains(programmeId)) {
            throw new NotFoundException("programme " + programmeId);
        }
    }

    private boolean staff() {
        return currentActor.get().hasAny(Set.of(Role.STAFF));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
