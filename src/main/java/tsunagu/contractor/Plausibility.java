package tsunagu.contractor;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tsunagu.shared.FiscalYear;

/**
 * Numbers that somebody should look at once more before they stand on the public page: a digit too many, columns exchanged. A doubt is a
 * question and no rule; who is sure reports the number all the same.
 */
final class Plausibility {

    /** So many times the highest of the months before. */
    private static final int TIMES = 3;

    /** What is no more than this is never doubted for its size. */
    private static final int SMALL = 10;

    /** Without any month before: no contractor of a city of a hundred thousand people counts more in a month. */
    private static final int HIGHEST_FIRST = 2_000;

    private static final int MONTHS_BEFORE = 12;

    private Plausibility() {}

    /** What a number is compared with. */
    enum Against {
        /** More people found work than there were consultations in the month. */
        CONSULTATIONS,
        /** More people found work than registered in this month and the twelve before. */
        REGISTRANTS,
        /** Far more than in any of the twelve months before. */
        MONTHS,
        /** One month brings more than the plan wants of the whole year. */
        TARGET
    }

    /** @param measure what the number is compared with */
    record Doubt(MonthlyForm.Line line, Against against, int measure) {}

    /**
     * The first number to be asked about.
     *
     * @param known what was reported before, of any months
     * @param targets what the plan wants of a year, where it wants something
     */
    static Optional<Doubt> first(
            List<MonthlyForm.Line> lines,
            List<MonthlyForm.Line> known,
            Function<FiscalYear, Map<MonthlyKind, BigDecimal>> targets) {
        return lines.stream()
                .flatMap(line -> Stream.of(
                                consultations(line, lines, known),
                                registrants(line, lines, known),
                                months(line, known),
                                target(line, targets))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static Optional<Doubt> consultations(
            MonthlyForm.Line line, List<MonthlyForm.Line> lines, List<MonthlyForm.Line> known) {
        return line.kind() != MonthlyKind.PLACED
                ? Optional.empty()
                : of(MonthlyKind.CONSULTATIONS, lines, line.month())
                        .or(() -> of(MonthlyKind.CONSULTATIONS, known, line.month()))
                        .filter(talked -> line.quantity() > talked)
                        .map(talked -> new Doubt(line, Against.CONSULTATIONS, talked));
    }

    /** Who finds work has registered before: nothing is said where no month of the time tells who did. */
    private static Optional<Doubt> registrants(
            MonthlyForm.Line line, List<MonthlyForm.Line> lines, List<MonthlyForm.Line> known) {
        if (line.kind() != MonthlyKind.PLACED) {
            return Optional.empty();
        }
        List<Integer> registered = Stream.iterate(line.month(), month -> month.minusMonths(1))
                .limit(MONTHS_BEFORE + 1L)
                .flatMap(
                        month -> of(MonthlyKind.REGISTRANTS, lines, month)
                                .or(() -> of(MonthlyKind.REGISTRANTS, known, month))
                                .stream())
                .toList();
        int sum = registered.stream().mapToInt(Integer::intValue).sum();
        return registered.isEmpty() || line.quantity() <= Math.max(SMALL, sum)
                ? Optional.empty()
                : Optional.of(new Doubt(line, Against.REGISTRANTS, sum));
    }

    private static Optional<Doubt> months(MonthlyForm.Line line, List<MonthlyForm.Line> known) {
        Predicate<MonthlyForm.Line> before = each -> each.kind() == line.kind()
                && each.month().isBefore(line.month())
                && !each.month().isBefore(line.month().minusMonths(MONTHS_BEFORE));
        Optional<Integer> highest =
                known.stream().filter(before).map(MonthlyForm.Line::quantity).max(Integer::compare);
        int limit = highest.map(each -> Math.max(SMALL, each * TIMES)).orElse(HIGHEST_FIRST);
        return line.quantity() > limit
                ? Optional.of(new Doubt(line, Against.MONTHS, highest.orElse(0)))
                : Optional.empty();
    }

    private static Optional<Doubt> target(
            MonthlyForm.Line line, Function<FiscalYear, Map<MonthlyKind, BigDecimal>> targets) {
        return Optional.ofNullable(
                        targets.apply(FiscalYear.of(line.month().atDay(1))).get(line.kind()))
                .map(BigDecimal::intValue)
                .filter(wanted -> line.quantity() > Math.max(SMALL, wanted))
                .map(wanted -> new Doubt(line, Against.TARGET, wanted));
    }

    /** What is reported of a month. */
    private static Optional<Integer> of(MonthlyKind kind, List<MonthlyForm.Line> lines, YearMonth month) {
        return lines.stream()
                .filter(each -> each.kind() == kind && each.month().equals(month))
                .map(MonthlyForm.Line::quantity)
                .findFirst();
    }
}
